import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, remove, until, write } from '../support';

const TIDAL = 'tidalmemoryrecurrent';
const MAPS = 'sparsemapspatient';

describe('Previewing a template', () => {
  before(literature);
  afterEach(closeEditors);

  const preview = (key: string) => vscode.commands.executeCommand('literatureNotes.previewTemplate', key);
  const shown = () =>
    vscode.workspace.textDocuments.findLast(({ uri }) => uri.scheme === 'literature-notes-preview')?.getText() ?? '';

  it('shows what it makes of a paper, as it is typed, with its mistakes, and then of another paper', async () => {
    const uri = await write('templates/mine.md', '---\n{{ frontMatter }}\n---\nFirst {{ year }}\n');
    const editor = await vscode.window.showTextDocument(uri);
    await preview(TIDAL);
    await until('the note', () => shown().startsWith(`---\ncitekey: ${TIDAL}\n`) && shown().includes('\nFirst \n'));
    const type = (text: string) => editor.edit((builder) => builder.insert(new vscode.Position(4, 0), text));
    await type('Typed {{ title | size }}.\n');
    await until('what is typed', () => /\nTyped \d+\.\n/.test(shown()));
    await type('{% oops %}\n');
    await until('the mistake', () => shown().startsWith('Line 5 of the template: '));
    await vscode.commands.executeCommand('undo');
    await vscode.window.showTextDocument(uri);
    await preview(MAPS);
    await until('the other paper', () => shown().startsWith(`---\ncitekey: ${MAPS}\n`));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await remove('templates');
  });

  it('shows the built-in template where no template is in front', async () => {
    await preview(TIDAL);
    await until('the note', () => shown().includes('\n## Key points\n'));
    const isReadOnly = vscode.workspace.fs.isWritableFileSystem('literature-notes-preview') !== true;
    assert.ok(isReadOnly);
  });
});
