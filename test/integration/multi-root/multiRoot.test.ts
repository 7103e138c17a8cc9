import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, until } from '../support';

describe('A workspace of two folders', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));

  const folders = () => vscode.workspace.workspaceFolders ?? [];
  const inFolder = (name: string, path: string) => {
    const folder = folders().find((each) => each.name === name);
    assert.ok(folder);
    return vscode.Uri.joinPath(folder.uri, path);
  };

  it('reads the lists of both', () => {
    assert.equal(folders().length, 2);
    assert.ok(api.entry('sparsemapspatient'));
    assert.equal(api.entry('second2020')?.title, 'From the Second Folder');
  });

  it('keeps a note in the folder of its paper', async () => {
    await vscode.commands.executeCommand('literatureNotes.openNote', 'second2020');
    assert.equal(api.noteUri('second2020')?.toString(), inFolder('second', 'notes/second2020.md').toString());
    await closeEditors();
    await vscode.workspace.fs.delete(inFolder('second', 'notes'), { recursive: true });
    await until('no note', () => !api.noteUri('second2020'));
  });

  it('takes the entry of the first folder where a key stands in both', async () => {
    const list = (title: string) => new TextEncoder().encode(JSON.stringify([{ id: 'both2021', title }]));
    await vscode.workspace.fs.writeFile(inFolder('second', 'both.csl.json'), list('Second'));
    await vscode.workspace.fs.writeFile(inFolder('first', 'both.csl.json'), list('First'));
    await until('the entry', () => api.entry('both2021')?.title === 'First');
    await until('the report', () =>
      api.problems().some(({ code, uri }) => code === 'duplicate-key' && uri.path.includes('/second/')),
    );
    for (const name of ['first', 'second']) await vscode.workspace.fs.delete(inFolder(name, 'both.csl.json'));
    await until('the end', () => !api.entry('both2021'));
  });
});
