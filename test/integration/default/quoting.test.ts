import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, openMarked, read, remove, until, write } from '../support';

const TIDAL = 'tidalmemoryrecurrent';
const MAPS = 'sparsemapspatient';

describe('Quoting into a note', () => {
  let api: LiteratureNotesApi;
  // A folder of its own: VS Code may still keep documents of files that other tests had.
  const setFolder = (folder: string | undefined) =>
    vscode.workspace
      .getConfiguration('literatureNotes')
      .update('notes.folder', folder, vscode.ConfigurationTarget.Workspace);
  before(async () => {
    api = await literature();
    await setFolder('quoted');
  });
  after(() => setFolder(undefined));
  afterEach(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    if (api.noteUri(TIDAL) ?? api.noteUri(MAPS)) await remove('quoted');
    await until('no note', () => !api.noteUri(TIDAL) && !api.noteUri(MAPS));
  });

  const quote = (value: unknown, ...keys: string[]) =>
    vscode.commands.executeCommand('literatureNotes.insertQuote', ...(keys.length > 0 ? keys : [undefined]), value);
  const select = (editor: vscode.TextEditor, text: string) => {
    const start = editor.document.getText().indexOf(text);
    const [from, to] = [start, start + text.length].map((offset) => editor.document.positionAt(offset));
    editor.selection = new vscode.Selection(from, to);
  };

  it('puts the selection under the quotes of the note, which it makes, and leaves it closed', async () => {
    const editor = await openMarked('Some *words* here.', { language: 'markdown' });
    select(editor, '*words*');
    await quote({ page: '3-4' }, TIDAL);
    const text = await read(api.noteUri(TIDAL)!);
    assert.ok(text.includes(`\n## Quotes\n\n> \\*words\\* [@${TIDAL}, pp. 3-4]\n\n## Questions\n`), text);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(
      tabs.every(({ label }) => !label.includes(TIDAL)),
      'the note is not opened',
    );
  });

  it('takes the clipboard where nothing is selected, and the paper whose note is in front', async () => {
    await write(`quoted/second.md`, `---\ncitekey: ${TIDAL}\n---\nText`);
    await until('the note', () => api.noteUri(TIDAL));
    const editor = await vscode.window.showTextDocument(api.noteUri(TIDAL)!);
    await vscode.env.clipboard.writeText('Copied\nwords');
    await quote({ page: '' });
    assert.equal(editor.document.getText(), `---\ncitekey: ${TIDAL}\n---\nText\n\n> Copied\n> words [@${TIDAL}]\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), `---\ncitekey: ${TIDAL}\n---\nText`);
  });

  it('cites no paper whose key Markdown cannot write, as another could be meant', async () => {
    const odd = 'a}b';
    await write('odd.csl.json', JSON.stringify([{ id: odd, type: 'book', title: 'Odd Signs' }]));
    await until('the paper', () => api.entry(odd));
    await quote({ text: 'Words', page: '1' }, odd);
    assert.equal(api.noteUri(odd), undefined);
    await remove('odd.csl.json');
    await until('the end', () => !api.entry(odd));
  });

  it('names the place that other text comes from', async () => {
    await write(`quoted/third.md`, `---\ncitekey: ${MAPS}\n---\n`);
    await until('the note', () => api.noteUri(MAPS));
    const editor = await openMarked('int x;\nint y;\n', { path: 'code/a (b).c' });
    select(editor, 'int y;');
    await vscode.commands.executeCommand('literatureNotes.addToNote', MAPS);
    const text = await read(api.noteUri(MAPS)!);
    assert.ok(text.endsWith('\n> int y;\n>\n> — [code/a (b).c, line 2](../code/a%20%28b%29.c#L2)\n'), text);
    await closeEditors();
    await remove('code');
  });
});
