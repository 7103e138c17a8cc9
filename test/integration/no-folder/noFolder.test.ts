import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, openMarked } from '../support';

describe('A window without a folder', () => {
  it('has no papers and no problems', async () => {
    const api = await literature();
    assert.deepEqual([api.entries(), api.problems()], [[], []]);
    assert.deepEqual(await api.search('gradient'), []);
  });

  it('changes no document for a key that no paper has', async () => {
    const { document } = await openMarked('As |.', { language: 'markdown' });
    await vscode.commands.executeCommand('literatureNotes.insertCitation', 'unknown2020');
    assert.equal(document.getText(), 'As .');
    await closeEditors();
  });
});
