import assert from 'node:assert/strict';
import { DISK } from '#platform/disk';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { readText } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import type { Disk } from '../../../src/platform/disk';
import { NoteMaker } from '../../../src/vscode/notes/noteMaker';
import { closeEditors, literature, read, remove, until, workspaceFile } from '../support';

const TIDAL = 'tidalmemoryrecurrent';

/** Gives steps of the disk another way until the end of the test. */
class ChangedDisk {
  readonly #real = { ...DISK! };
  #bury = (): void => undefined;

  change(steps: Partial<Disk>): void {
    Object.assign(DISK!, steps);
  }

  /** Resolves when the host would have been killed: in a step, which has done so much before and does nothing any more. */
  killedIn(
    step: 'write' | 'link' | 'replace' | 'remove',
    before: (...args: unknown[]) => Promise<unknown>,
  ): Promise<void> {
    return new Promise((resolve) =>
      this.change({
        [step]: async (...args: unknown[]) => {
          await before(...args);
          resolve();
          // What waits for its end would wait in the next test too.
          await new Promise((_, reject) => (this.#bury = () => reject(new Error('The host was killed'))));
        },
      }),
    );
  }

  get real(): Disk {
    return this.#real;
  }

  restore(): void {
    Object.assign(DISK!, this.#real);
  }

  /** Ends what was killed. */
  bury(): void {
    this.#bury();
  }
}

const refuseLink = () => Promise.reject(Object.assign(new Error('EPERM: not permitted'), { code: 'EPERM' }));

describe('A note', () => {
  let api: LiteratureNotesApi;
  let disk: ChangedDisk;

  before(async () => void (api = await literature()));
  beforeEach(() => (disk = new ChangedDisk()));
  afterEach(async () => {
    disk.restore();
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const maker = () =>
    new NoteMaker({
      library: { folderOf: () => folder },
      notes: { add: () => Promise.resolve(), isNote: () => true },
    });
  const paper = (key = TIDAL) => {
    const library = new Library();
    library.setSource('file:///a.bib', readText('a.bib', `@book{${key}, title = {A Title}}`));
    return library.entries()[0];
  };
  const notes = async () =>
    (await vscode.workspace.fs.readDirectory(workspaceFile('notes'))).map(([name]) => name).sort();
  const markdown = async () => (await notes()).filter((name) => name.endsWith('.md'));

  describe('of which the host is killed while it is made', () => {
    const nothing = () => Promise.resolve();
    const half = (path: unknown, bytes: unknown) =>
      disk.real.write(path as string, (bytes as Uint8Array).subarray(0, 20));
    const killed: readonly [when: string, die: () => Promise<void>, isThere: boolean][] = [
      ['in writing it', () => disk.killedIn('write', half), false],
      ['before it has its name', () => disk.killedIn('link', nothing), false],
      ['when it has its name', () => disk.killedIn('remove', nothing), true],
      [
        'before it has its name, without links',
        () => {
          disk.change({ link: refuseLink });
          return disk.killedIn('replace', nothing);
        },
        false,
      ],
      [
        'when it has its name, without links',
        () => {
          disk.change({ link: refuseLink });
          return disk.killedIn('replace', (from, to) => disk.real.replace(from as string, to as string));
        },
        true,
      ],
    ];
    for (const [when, die, isThere] of killed) {
      it(`is whole or not there, and not made twice: ${when}`, async () => {
        const death = die();
        const dead = maker().create(paper(), '2026-01-31', { refused: () => undefined });
        await death;
        disk.restore();
        assert.deepEqual(await markdown(), isThere ? [`${TIDAL}.md`] : []);
        if (isThere) {
          assert.match(await read(workspaceFile(`notes/${TIDAL}.md`)), /^---\ncitekey: [^]*\n---\n/);
          await until('the note', () => api.noteUri(TIDAL));
        }
        // The next host goes on with what is left to be done.
        await vscode.commands.executeCommand('literatureNotes.setStatus', TIDAL, 'reading');
        assert.deepEqual(await markdown(), [`${TIDAL}.md`]);
        assert.equal(api.note(TIDAL)?.status, 'reading');
        assert.equal(api.note(TIDAL)?.all.length, 1);
        disk.bury();
        await dead;
      });
    }
  });

  describe('on a disk without links', () => {
    beforeEach(() => disk.change({ link: refuseLink }));

    it('is made whole, and leaves nothing else behind', async () => {
      const made = await maker().create(paper(), '2026-01-31');
      assert.equal(made?.uri.path, workspaceFile(`notes/${TIDAL}.md`).path);
      assert.deepEqual(await notes(), [`${TIDAL}.md`]);
      assert.match(await read(made.uri), new RegExp(`^---\ncitekey: ${TIDAL}\n`));
    });

    it('takes the name of no other, also of those made at once', async () => {
      const settings = vscode.workspace.getConfiguration('literatureNotes');
      await settings.update('notes.fileName', 'same', vscode.ConfigurationTarget.Workspace);
      const keys = ['a', 'b', 'c', 'd', 'e'];
      const made = await Promise.all(keys.map((key) => maker().create(paper(key), '2026-01-31')));
      await settings.update('notes.fileName', undefined, vscode.ConfigurationTarget.Workspace);
      assert.equal(new Set(made.map((one) => one?.uri.path)).size, 5);
      assert.equal((await notes()).length, 5);
      for (const [i, one] of made.entries())
        assert.match(await read(one!.uri), new RegExp(`^---\ncitekey: ${keys[i]}\n`));
    });

    it('is one for all who ask for it at once, as several windows do', async () => {
      const made = await Promise.all(Array.from({ length: 5 }, () => maker().create(paper(), '2026-01-31')));
      assert.deepEqual([...new Set(made.map((one) => one?.uri.path))], [workspaceFile(`notes/${TIDAL}.md`).path]);
      assert.deepEqual(await notes(), [`${TIDAL}.md`]);
      assert.equal(made.filter((one) => one?.isNew).length, 1);
    });
  });
});
