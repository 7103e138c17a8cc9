import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DISK } from '#platform/disk';
import { bundledScript } from '../support/bundledScript';

const FILES = 200;
const OLD = `---\nstatus: unread\n---\n${'old '.repeat(2000)}`;
const NEW = `---\nstatus: read\n---\n${'new '.repeat(2000)}`;

describe('The files of this machine', () => {
  let folder: string;
  let scripts: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'disk-'));
    scripts = await mkdtemp(join(tmpdir(), 'script-'));
  });
  afterEach(async () => {
    for (const each of [folder, scripts]) await rm(each, { recursive: true });
  });

  it('are each old or new, never half, where the process that replaces them is killed', async function () {
    this.timeout(60_000);
    for (let i = 0; i < FILES; i++) await writeFile(join(folder, `${i}.md`), OLD);
    const script = await bundledScript('test/real/support/replaceForEver.ts', scripts);
    const writer = spawn(process.execPath, [script, folder, String(FILES), NEW, OLD], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const texts = await Promise.all(Array.from({ length: FILES }, (_, i) => readFile(join(folder, `${i}.md`), 'utf8')));
    assert.ok(texts.every((text) => text === OLD || text === NEW));
    assert.ok(texts.includes(NEW));
    assert.ok((await readdir(folder)).length <= FILES + 1);
  });

  it('are not overwritten where a new one is to be written', async () => {
    const path = join(folder, 'a.md');
    await writeFile(path, OLD);
    await assert.rejects(DISK!.write(path, new Uint8Array()), { code: 'EEXIST' });
    assert.equal(await readFile(path, 'utf8'), OLD);
  });
});
