import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { readText } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import { madeForText } from '../../../src/base/editPlan';
import type { AgreedFields } from '../../../src/notes/agreedFields';
import type { Compared } from '../../../src/vscode/host/comparison';
import { applyOneByOne } from '../../../src/vscode/host/applyOneByOne';
import { LastChange } from '../../../src/vscode/host/lastChange';
import { NoteChanges } from '../../../src/vscode/notes/noteChanges';
import { UpdateNotes } from '../../../src/vscode/notes/updateNotes';
import { closeEditors, read, remove, until, write, workspaceFile } from '../support';
import { FullDisk } from './fullDisk';

const library = new Library();
const entryOf = (title: string) => {
  library.setSource('file:///a.bib', readText('a.bib', `@book{key2020, title = {${title}}, year = 2020}`));
  return library.get('key2020')!;
};
const noteText = (title: string) => `---\ncitekey: key2020\ntitle: ${title} # c\nmood: "good"\n---\nMine.\n`;

describe('Updating notes', () => {
  let uri: vscode.Uri;
  /** Notes of the paper beside its main one. */
  let further: vscode.Uri[] = [];
  let answers: ((actions: readonly string[]) => string | undefined | Promise<string | undefined>)[] = [];
  const asked: string[] = [];
  /** What the user is warned of. */
  const told: string[] = [];
  const compared: (readonly Compared[])[] = [];
  const agreed = new Map<string, AgreedFields>();
  const last = new LastChange();
  const command = new UpdateNotes({
    library: { shown: { get: (citekey) => library.get(citekey) } },
    notes: {
      citekeys: () => ['key2020'],
      noteAt: () => undefined,
      notesOf: () => [uri, ...further].map((file) => ({ uri: file.toString(), linkedBy: 'front-matter' })) as never,
    },
    choice: { selected: () => [], papers: () => Promise.resolve([library.get('key2020')!]) },
    changes: new NoteChanges({ takeAll: () => Promise.resolve() }, last),
    agreed: {
      all: () => Promise.resolve(agreed),
      add: (more) => more.forEach((fields, citekey) => void agreed.set(citekey, fields)),
    },
    comparison: { show: (_, files) => Promise.resolve(void compared.push(files)) },
    ask: async (sentence, actions) => {
      asked.push(sentence);
      return answers.shift()?.(actions);
    },
  });

  const real = vscode.window.showWarningMessage;
  const showing = (value: unknown) =>
    Object.defineProperty(vscode.window, 'showWarningMessage', { value, configurable: true, writable: true });
  before(() => showing((sentence: string) => Promise.resolve(void told.push(sentence))));
  after(() => showing(real));

  const update = () => command.execute('key2020');
  const choosing = (label: string) => (actions: readonly string[]) => actions.find((action) => action === label);
  const tidy = () => vscode.commands.executeCommand('notifications.clearAll');

  /** A note of which it is known that it said what its entry said, which says something else now. */
  const outdated = async (path: string) => {
    agreed.clear();
    entryOf('Old');
    uri = await write(path, noteText('Old'));
    answers = [];
    await update();
    entryOf('New: b');
    asked.splice(0);
    told.splice(0);
    compared.splice(0);
  };

  afterEach(async () => {
    await closeEditors();
    await tidy();
  });
  after(() => remove('update'));

  it('says how many change, shows the changes, and makes them when told to', async () => {
    await outdated('update/a.md');
    answers = [choosing('Show Changes'), choosing('Update')];
    await update();
    const after = noteText('"New: b"');
    assert.deepEqual(
      compared.flat().map((file) => [file.uri.path, file.after]),
      [[uri.path, after]],
    );
    assert.deepEqual(asked, Array(2).fill('1 of 1 notes change, as their entries did.'));
    assert.equal(await read(uri), after);
    await last.execute();
    assert.equal(await read(uri), noteText('Old'));
  });

  it('updates further notes of a paper in what they state, also in what the main one does not', async () => {
    const notes = [
      noteText('Old'),
      '---\ncitekey: key2020\ntitle: "Old"\nyear: 2020\n---\nMethod.\n',
      '---\r\ncitekey: key2020\r\ntitle: Mine\r\n---\r\n',
    ];
    agreed.clear();
    library.setSource('file:///a.bib', readText('a.bib', '@book{key2020, title = {Old}, year = 2020}'));
    const [main, ...others] = await Promise.all(notes.map((text, i) => write(`update/k${i}.md`, text)));
    [uri, further] = [main, others];
    answers = [];
    await update();
    library.setSource('file:///a.bib', readText('a.bib', '@book{key2020, title = {New}, year = 2021}'));
    answers = [choosing('Update')];
    await update();
    const files = await Promise.all([main, ...others].map(read));
    assert.deepEqual(files, [
      noteText('New'),
      '---\ncitekey: key2020\ntitle: New\nyear: 2021\n---\nMethod.\n',
      notes[2],
    ]);
    assert.equal(
      asked.at(-1),
      '2 of 3 notes change, as their entries did. 1 field says something else than its entry and stays.',
    );
    answers = [];
    await update();
    assert.equal(asked.at(-1), 'No note changes (compared: 3). 1 field says something else than its entry and stays.');
    further = [];
  });

  it('makes no change that is not wanted', async () => {
    await outdated('update/b.md');
    answers = [() => undefined];
    await update();
    assert.equal(await read(uri), noteText('Old'));
  });

  it('leaves what was changed by hand, and says so', async () => {
    await outdated('update/c.md');
    await write('update/c.md', noteText('My own'));
    await update();
    assert.deepEqual(asked, ['No note changes (compared: 1). 1 field says something else than its entry and stays.']);
    assert.equal(await read(uri), noteText('My own'));
  });

  it('does not write over what another program wrote meanwhile', async () => {
    await outdated('update/d.md');
    answers = [
      async (actions) => {
        await write('update/d.md', noteText('Written by a sync program'));
        return choosing('Update')(actions);
      },
    ];
    await update();
    assert.equal(await read(uri), noteText('Written by a sync program'));
    assert.deepEqual(told, ['“update/d.md” has changed in the meantime, so it was left as it is. Try again.']);
  });

  it('goes into an editor with unsaved text, which stays unsaved', async () => {
    await outdated('update/e.md');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((builder) => builder.insert(new vscode.Position(5, 0), 'Unsaved. '));
    answers = [choosing('Update')];
    await update();
    assert.equal(editor.document.getText(), noteText('"New: b"').replace('Mine.', 'Unsaved. Mine.'));
    assert.equal(editor.document.isDirty, true);
    assert.equal(await read(uri), noteText('Old'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), noteText('Old').replace('Mine.', 'Unsaved. Mine.'));
  });

  it('leaves a read-only note', async function () {
    if (process.platform === 'win32') this.skip();
    await outdated('update/f.md');
    await chmod(uri.fsPath, 0o444);
    answers = [choosing('Update')];
    await update();
    assert.equal(await read(uri), noteText('Old'));
    assert.deepEqual(told, ['“update/f.md” is read-only. Make it writable, or use a copy of it, and try again.']);
    await chmod(uri.fsPath, 0o644);
  });

  it('leaves the old note whole where the disk is full, and nothing beside it', async () => {
    const disk = new FullDisk();
    const registered = vscode.workspace.registerFileSystemProvider('updatedisk', disk);
    await outdated('update/g.md');
    disk.folders.add('/w');
    uri = vscode.Uri.parse('updatedisk:/w/a.md');
    disk.files.set('/w/a.md', new TextEncoder().encode(noteText('Old')));
    disk.room = 30;
    answers = [choosing('Update')];
    await update();
    assert.deepEqual([...disk.files.keys()], ['/w/a.md']);
    assert.equal(new TextDecoder().decode(disk.files.get('/w/a.md')), noteText('Old'));
    assert.match(told.join(), /^“.*a\.md” could not be written: /);
    registered.dispose();
  });

  it('does not count what the editor could not save, and says that it has the change', async () => {
    const disk = new FullDisk();
    const registered = vscode.workspace.registerFileSystemProvider('savedisk', disk);
    disk.folders.add('/w');
    const note = vscode.Uri.parse('savedisk:/w/a.md').toString();
    const text = noteText('Old');
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
    disk.files.set('/w/a.md', bytes);
    const write = disk.writeFile.bind(disk);
    let isFull = true;
    disk.writeFile = (file, content) => {
      if (isFull) throw vscode.FileSystemError.Unavailable('No space is left');
      write(file, content);
    };
    await until('the disk', () => vscode.workspace.fs.isWritableFileSystem('savedisk'));
    const edits = [{ start: 0, end: 0, newText: 'x' }];
    const outcome = await applyOneByOne({ edits: [{ uri: note, madeFor: madeForText(text), edits }], deletes: [] });
    assert.deepEqual([outcome.done, outcome.refusals], [[], [{ code: 'not-saved', uri: note }]]);
    assert.equal(disk.files.get('/w/a.md'), bytes);
    isFull = false;
    assert.deepEqual((await applyOneByOne(outcome.undo)).refusals, []);
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === note);
    assert.equal(document?.getText(), text);
    await document.save();
    await closeEditors();
    registered.dispose();
  });

  it('makes nothing where the folder was removed meanwhile', async () => {
    await outdated('update/gone/h.md');
    answers = [
      async (actions) => {
        await remove('update/gone');
        return choosing('Update')(actions);
      },
    ];
    await update();
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(workspaceFile('update/gone'))));
    assert.deepEqual(told, ['“update/gone/h.md” is not there any more.']);
  });

  it('follows a linked folder, and a linked note stays a link', async function () {
    if (process.platform === 'win32') this.skip();
    const elsewhere = await mkdtemp(join(tmpdir(), 'linked-'));
    await outdated('update/i.md');
    await writeFile(join(elsewhere, 'i.md'), noteText('Old'));
    await symlink(elsewhere, workspaceFile('update/linked').fsPath);
    await symlink(join(elsewhere, 'j.md'), workspaceFile('update/j.md').fsPath);
    await writeFile(join(elsewhere, 'j.md'), noteText('Old'));
    for (const path of ['update/linked/i.md', 'update/j.md']) {
      agreed.clear();
      entryOf('Old');
      uri = workspaceFile(path);
      await update();
      entryOf('New: b');
      answers = [choosing('Update')];
      await update();
      const name = path.slice(path.lastIndexOf('/') + 1);
      await until('the note', async () => (await readFile(join(elsewhere, name), 'utf8')) === noteText('"New: b"'));
    }
    assert.deepEqual((await readdir(elsewhere)).sort(), ['i.md', 'j.md']);
    const { type } = await vscode.workspace.fs.stat(uri);
    assert.ok((type & vscode.FileType.SymbolicLink) !== 0);
    await rm(elsewhere, { recursive: true });
  });
});
