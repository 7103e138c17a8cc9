import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const MEGABYTE = 1024 * 1024;
const ENTRIES =
  '@book{bigold2020, title = {A Book in a Large List}}\n@book{bigolder2020, title = {An Older One}, year = 1999}\n';

describe('A paper list of more than 50 MB', () => {
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
    await write('big/a.md', 'See @bigold2020.\n');
    await write('big/small.bib', '@book{smallold2020, title = {A Book in a Small List}}\n');
    const comment = 'What stands between entries is no entry, and nobody reads it. \n';
    const text = Buffer.alloc(51 * MEGABYTE, comment);
    text.write(`${ENTRIES}@book{bigchild, title = {Child}, crossref = {smallold2020}}\n`);
    // Whole before anybody looks at it.
    const unfinished = await write('big/list.part', text);
    await vscode.workspace.fs.rename(unfinished, workspaceFile('big/list.bib'));
    await until('the entries', () => api.entry('bigold2020') && api.entry('smallold2020'));
    await until('the citation', async () => (await api.citations('bigold2020')).length === 1);
  });
  after(async () => {
    await closeEditors();
    await remove('big');
    await until('the end', () => !api.entry('bigold2020'));
  });

  /** What the first action of the one notification puts on the clipboard, when it is there. */
  const copied = async (start: string) => {
    let text = '';
    await until('the copy', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return (text = await vscode.env.clipboard.readText()).startsWith(start);
    });
    return text;
  };
  beforeEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.env.clipboard.writeText('');
  });

  it('keeps its keys, and its papers can be copied instead', async () => {
    const renaming = vscode.commands.executeCommand('literatureNotes.renameCitekey', 'bigold2020', 'bignew2021');
    assert.match(await copied('@book{bigold2020'), /A Book in a Large List/);
    await renaming;
    assert.equal(await read(workspaceFile('big/a.md')), 'See @bigold2020.\n');
  });

  it('is told once of several papers', async () => {
    const keys = ['bigold2020', 'bigolder2020'];
    await vscode.commands.executeCommand('literatureNotes.regenerateCitekeys', keys, true);
    const text = await copied('@book{');
    for (const key of keys) assert.ok(text.includes(`{${key},`), text);
  });

  it('is told by F2, too', async () => {
    const document = await vscode.workspace.openTextDocument(workspaceFile('big/a.md'));
    const at = new vscode.Position(0, 6);
    await assert.rejects(
      async () => vscode.commands.executeCommand('vscode.prepareRename', document.uri, at),
      /cannot be changed/,
    );
    assert.match(await copied('@book{bigold2020'), /A Book in a Large List/);
  });

  it('keeps a paper from another key that it refers to', async () => {
    const renaming = vscode.commands.executeCommand('literatureNotes.renameCitekey', 'smallold2020', 'smallnew2021');
    await copied('@book{smallold2020');
    await renaming;
    assert.match(await read(workspaceFile('big/small.bib')), /smallold2020/);
  });
});
