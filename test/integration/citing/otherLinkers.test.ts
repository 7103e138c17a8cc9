import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, remove, until, write } from '../support';

const KNUTH = 'knuth1984texbook';

describe('Beside Foam, which looks after links between notes', () => {
  it('offers no notes behind brackets, and makes no links of them', async () => {
    const api = await literature();
    assert.ok(vscode.extensions.getExtension('foam.foam-vscode'));
    await write(`notes/${KNUTH}.md`, `---\ncitekey: ${KNUTH}\n---\nWords.\n`);
    await until('the note', () => api.noteUri(KNUTH));
    const uri = await write('notes/other.md', `---\ncitekey: other\n---\n\nSee [[${KNUTH}]].\n`);
    const document = await vscode.workspace.openTextDocument(uri);
    const at = new vscode.Position(4, 8);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
    );
    const offered = list.items.filter(({ detail, label }) => JSON.stringify([detail, label]).includes('TeXbook'));
    assert.deepEqual(offered, []);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const target = api.noteUri(KNUTH)!.toString();
    assert.deepEqual(
      links.filter((link) => link.target?.toString() === target),
      [],
    );
    assert.ok(document.getText().includes('[['));
    await closeEditors();
    await remove('notes');
    await until('no note', () => !api.noteUri(KNUTH));
  });
});
