import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DISK } from '#platform/disk';
import type { Disk } from '../../../src/platform/disk';
import { NewNames } from '../../../src/platform/newNames';
import { bundledScript } from '../support/bundledScript';
import { withoutLinks } from '../support/withoutLinks';

const TEXT = `---\ncitekey: a\n---\n${'words '.repeat(2000)}`;

describe('A new file', () => {
  let folder: string;
  let scripts: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'names-'));
    scripts = await mkdtemp(join(tmpdir(), 'script-'));
  });
  afterEach(async () => {
    for (const each of [folder, scripts]) await rm(each, { recursive: true });
  });

  const DISKS: Readonly<Record<string, Disk>> = {
    'on a disk with links': DISK!,
    'on a disk that forbids links': withoutLinks(DISK!),
    'on a disk that knows no links': withoutLinks(DISK!, 'ENOTSUP'),
  };
  for (const [which, disk] of Object.entries(DISKS)) {
    describe(which, () => {
      const place = (name: string) => join(folder, name);
      const give = (from: string, to: string) => new NewNames(disk).give(place(from), place(to));

      it('gets a name that none has, and loses its old one', async () => {
        await writeFile(place('.new'), TEXT);
        await give('.new', 'a.md');
        assert.deepEqual([await readdir(folder), await readFile(place('a.md'), 'utf8')], [['a.md'], TEXT]);
      });

      it('does not get the name of another', async () => {
        await writeFile(place('a.md'), 'Mine');
        await writeFile(place('.new'), TEXT);
        await assert.rejects(give('.new', 'a.md'), { code: 'EEXIST' });
        assert.deepEqual((await readdir(folder)).sort(), ['.new', 'a.md']);
        assert.equal(await readFile(place('a.md'), 'utf8'), 'Mine');
      });

      it('takes no name from others that are made at once', async () => {
        const names = new NewNames(disk);
        const files = Array.from({ length: 20 }, (_, i) => `.${i}`);
        for (const name of files) await writeFile(place(name), name);
        const given = await Promise.allSettled(files.map((name) => names.give(place(name), place('a.md'))));
        assert.equal(given.filter(({ status }) => status === 'fulfilled').length, 1);
        assert.equal((await readdir(folder)).length, files.length, 'the others have their own names still');
      });

      it('is told why it gets none', async () => {
        await assert.rejects(give('.nothing', 'a.md'), { code: 'ENOENT' });
        assert.deepEqual(await readdir(folder), []);
      });
    });
  }

  it('keeps both names where the old one cannot be taken away', async () => {
    await writeFile(join(folder, '.new'), TEXT);
    const disk = { ...DISK!, remove: () => Promise.reject(new Error('No.')) };
    await new NewNames(disk).give(join(folder, '.new'), join(folder, 'a.md'));
    assert.equal(await readFile(join(folder, 'a.md'), 'utf8'), TEXT);
  });

  for (const links of ['links', 'no links']) {
    it(`is whole or not there where its maker is killed on a disk with ${links}`, async function () {
      this.timeout(60_000);
      const maker = spawn(
        process.execPath,
        [await bundledScript('test/real/support/makeNotes.ts', scripts), folder, TEXT, links],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      await once(maker.stdout, 'data');
      maker.kill('SIGKILL');
      await once(maker, 'exit');
      const files = await readdir(folder);
      const notes = files.filter((name) => name.endsWith('.md'));
      assert.ok(notes.length > 20);
      for (const name of notes) assert.equal(await readFile(join(folder, name), 'utf8'), TEXT, name);
      const others = files.filter((name) => !notes.includes(name));
      assert.ok(others.length <= 1 && others.every((name) => /^\.\d+\.tmp$/.test(name)), others.join());
    });
  }
});
