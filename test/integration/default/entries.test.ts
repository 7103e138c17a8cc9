import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const NEW = '@article{new2024,\n  title = {A New Paper},\n  author = {Doe, Jané},\n  year = {2024}\n}\n';

describe('Copy as BibTeX', () => {
  before(literature);
  const copied = async (keys: unknown) => {
    await vscode.commands.executeCommand('literatureNotes.copyAsBibtex', keys);
    return vscode.env.clipboard.readText();
  };

  it('gives an entry as it stands in its file', async () => {
    const text = '@Article{own2020,\n\ttitle   = "Our Own",\n\tmyfield = {kept},\n}\n';
    await write('own.bib', text);
    const api = await literature();
    await until('the list', () => api.entry('own2020'));
    assert.equal(await copied('own2020'), text);
    await remove('own.bib');
    await until('the end', () => !api.entry('own2020'));
  });

  it('writes one for a paper of another format', async () => {
    assert.match(
      await copied('sparsemapspatient'),
      /^@\w+\{sparsemapspatient,\n[^]*title = \{Sparse Maps for Patient Robots\}/,
    );
  });
});

describe('Add Entry from Clipboard', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  afterEach(closeEditors);

  const add = async (clipboard: string) => {
    await vscode.env.clipboard.writeText(clipboard);
    await vscode.commands.executeCommand('literatureNotes.addEntryFromClipboard');
  };

  /** The command asks for a source where there are several; the first is the .bib file. */
  const addToFirst = async (clipboard: string) => {
    let isDone = false;
    const adding = add(clipboard).finally(() => (isDone = true));
    await until('the end of the command', async () => {
      // A list that is shown and has not got its rows yet would be accepted without any.
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    await adding;
  };

  /** The same where it is refused: the message is closed. */
  const refuseFirst = async (clipboard: string) => {
    let isOver = false;
    void addToFirst(clipboard).then(() => (isOver = true));
    await until('the refusal', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return isOver;
    });
  };

  it('appends the entry in the style of the file, unsaved, and undoable in one step', async () => {
    const old = '% my papers\n\n@book{old2000,\n  title = {Old},\n}\n';
    const uri = await write('a.bib', old);
    await until('the list', () => api.entry('old2000'));
    await addToFirst(NEW);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.ok(document.getText().startsWith(old.trimEnd()), document.getText());
    assert.match(document.getText(), /@article\{new2024,\n {2}title = \{A New Paper\}/);
    assert.equal(await read(uri), old);
    await until('the paper, before it is saved', () => api.entry('new2024'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), old);
    await closeEditors();
    await remove('a.bib');
    await until('the end', () => !api.entry('old2000') && !api.entry('new2024'));
  });

  it('refuses what the encoding of the file cannot hold', async () => {
    const bytes = Buffer.from('@book{old2000,\n  title = {Caf\u00e9},\n}\n', 'latin1');
    const uri = await write('a.bib', bytes);
    await until('the list', () => api.entry('old2000')?.title === 'Café');
    await refuseFirst('@misc{greek2024,\n  title = {Περὶ φύσεως}\n}\n');
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(uri)), bytes);
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    assert.equal(open?.isDirty ?? false, false);
    await closeEditors();
    await remove('a.bib');
    await until('the end', () => !api.entry('old2000'));
  });

  it('refuses a file of which saving would change other bytes', async () => {
    const bytes = Buffer.concat([
      Buffer.from('@book{old2000,\n  title = {Čech Á '),
      Buffer.of(0xe9),
      Buffer.from('},\n}\n'),
    ]);
    const uri = await write('a.bib', bytes);
    await until('the list', () => api.entry('old2000')?.title?.startsWith('Čech Á'));
    await refuseFirst(NEW);
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(uri)), bytes);
    assert.equal(
      vscode.workspace.textDocuments.some((document) => document.isDirty),
      false,
    );
    await closeEditors();
    await remove('a.bib');
    await until('the end', () => !api.entry('old2000'));
  });

  it('replaces an entry that the library has, where the user wants that', async () => {
    const old = '% mine\n@book{old2000,\n\ttitle = {Old},\n\tgroups = {kept}, % why\n}\n';
    const uri = await write('a.bib', old);
    await until('the list', () => api.entry('old2000'));
    let isOver = false;
    void add('@book{old2000, title = {Better}, year = {2000}}').then(() => (isOver = true));
    await until('the replacement', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return isOver;
    });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(
      document.getText(),
      '% mine\n@book{old2000,\n\ttitle = {Better},\n\tgroups = {kept}, % why\n\tyear = {2000},\n}\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), old);
    await closeEditors();
    await remove('a.bib');
    await until('the end', () => !api.entry('old2000'));
  });

  it('writes a key that is legal in the list, and among its other keys', async () => {
    await write('a.yaml', 'references: []\nlang: en\n');
    const uri = await write('a.bib', '@book{old2000,\n  title = {Old},\n}\n');
    await until('the list', () => api.entry('old2000'));
    await addToFirst(JSON.stringify([{ id: 'ito{2002', type: 'book', title: 'Odd Key' }]));
    await until('the paper', () => api.entry('ito2002'));
    assert.equal(api.entry('old2000')?.title, 'Old');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
    await remove('a.bib');
    await remove('a.yaml');
    await until('the end', () => !api.entry('old2000') && !api.entry('ito2002'));
  });

  it('adds nothing for text that is no entry', async () => {
    await add('Just a sentence.');
    assert.equal(
      vscode.workspace.textDocuments.some((document) => document.isDirty),
      false,
    );
    assert.equal((await read(workspaceFile('papers.txt'))).includes('Just'), false);
  });
});
