import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, openMarked, remove, until, write } from '../support';

describe('A document that is shown as its preview, in the place of the editor', () => {
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
    await write('previewed.bib', '@book{previewed2020, title = {A Previewed Book}}\n');
    await until('the entry', () => api.entry('previewed2020'));
  });
  after(async () => {
    await closeEditors();
    await remove('previewed.md');
    await remove('previewed.bib');
    await until('the end', () => !api.entry('previewed2020'));
  });

  it('is the one whose citations are listed', async () => {
    const uri = await write('previewed.md', 'As in @previewed2020.\n');
    await openMarked('As in @cited2020.|', { path: 'other.md' });
    await closeEditors();
    await vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
    await until('its citations', async () => {
      await vscode.commands.executeCommand('literatureNotes.copyCitedAsBibtex');
      return (await vscode.env.clipboard.readText()).includes('@book{previewed2020');
    });
    assert.equal(vscode.window.activeTextEditor, undefined);
    await remove('other.md');
  });
});
