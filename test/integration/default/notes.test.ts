import assert from 'node:assert/strict';
import { symlink, unlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const TIDAL = 'tidalmemoryrecurrent';
const MAPS = 'sparsemapspatient';

describe('The notes', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  afterEach(closeEditors);

  const open = (key: string) => vscode.commands.executeCommand('literatureNotes.openNote', key);
  const opened = () => vscode.window.activeTextEditor?.document.uri.path.split('/').slice(-2).join('/');
  const setting = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('literatureNotes').update(name, value, vscode.ConfigurationTarget.Workspace);

  it('are created where there is none, with front matter', async () => {
    await open(TIDAL);
    assert.equal(opened(), `notes/${TIDAL}.md`);
    const uri = api.noteUri(TIDAL);
    assert.ok(uri);
    const text = await read(uri);
    assert.match(text, /^---\ncitekey: tidalmemoryrecurrent\ntitle: "?Tidal Memory: Recurrent/);
    assert.match(text, /\nstatus: unread\ncreated: "?\d{4}-\d\d-\d\d/);
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('are there once where their folder is a link to another one', async function () {
    if (process.platform === 'win32') this.skip();
    const file = await write('zettel/linked.md', `---\ncitekey: ${MAPS}\nstatus: read\n---\n`);
    await symlink(workspaceFile('zettel').fsPath, workspaceFile('linkednotes').fsPath);
    await vscode.commands.executeCommand('literatureNotes.refresh');
    const all = () => api.note(MAPS)?.all.map(String);
    assert.deepEqual(all(), [file.toString()]);
    const shown = await vscode.window.showTextDocument(workspaceFile('linkednotes/linked.md'));
    await shown.edit((builder) => builder.replace(new vscode.Range(2, 8, 2, 12), 'skimmed'));
    await until('what is typed there', () => api.note(MAPS)?.status === 'skimmed');
    await shown.document.save();
    await write('zettel/linked.md', `---\ncitekey: ${MAPS}\nstatus: unread\n---\n`);
    await until('what is written', () => api.note(MAPS)?.status === 'unread');
    assert.deepEqual(all(), [file.toString()]);
    await closeEditors();
    await unlink(workspaceFile('linkednotes').fsPath);
    await remove('zettel');
    await until('no note', () => !api.note(MAPS));
  });

  it('have the cursor where one writes, so that typing leaves the front matter as it is', async () => {
    await open(TIDAL);
    await vscode.commands.executeCommand('type', { text: 'Forgets.' });
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^---\ncitekey: tidalmemoryrecurrent\n[^]*\n## Summary\n\nForgets\.\n\n## Key points\n/);
    await closeEditors();
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('open where they are shown already, and beside the text in no third group', async () => {
    const plain = await write('plain.md', 'My text.\n');
    const front = () => vscode.window.activeTextEditor?.viewColumn;
    await open(TIDAL);
    await vscode.window.showTextDocument(plain, { viewColumn: vscode.ViewColumn.Two });
    await open(TIDAL);
    assert.deepEqual([front(), vscode.window.tabGroups.all.map(({ tabs }) => tabs.length)], [1, [1, 1]]);
    await setting('notes.openIn', 'beside');
    await vscode.window.showTextDocument(plain, { viewColumn: vscode.ViewColumn.Two });
    await open(TIDAL);
    assert.deepEqual([front(), vscode.window.tabGroups.all.map(({ tabs }) => tabs.length)], [1, [1, 1]]);
    await vscode.window.showTextDocument(plain, { viewColumn: vscode.ViewColumn.Two });
    await open(MAPS);
    assert.deepEqual([front(), vscode.window.tabGroups.all.length], [1, 2]);
    await closeEditors();
    await open(TIDAL);
    assert.equal(vscode.window.tabGroups.all.length, 1, 'nothing is there to open beside');
    await setting('notes.openIn', undefined);
    await closeEditors();
    await remove('plain.md');
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL) && !api.noteUri(MAPS));
  });

  it('open beside the text where that is wanted, all in one group', async () => {
    await setting('notes.openIn', 'beside');
    await vscode.window.showTextDocument(await write('plain.md', 'My text.\n'));
    const column = () => vscode.window.activeTextEditor?.viewColumn;
    assert.equal(column(), vscode.ViewColumn.One);
    await open(TIDAL);
    assert.equal(column(), vscode.ViewColumn.Two);
    await open(MAPS);
    assert.equal(column(), vscode.ViewColumn.Two);
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    await setting('notes.openIn', undefined);
    await closeEditors();
    await remove('plain.md');
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL) && !api.noteUri(MAPS));
  });

  it('are created once, however often they are asked for', async () => {
    await Promise.all([open(TIDAL), open(TIDAL), open(TIDAL)]);
    const names = await vscode.workspace.fs.readDirectory(workspaceFile('notes'));
    assert.deepEqual(names, [[`${TIDAL}.md`, vscode.FileType.File]]);
    await closeEditors();
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('are opened where there is one, wherever it lies and whatever it is called', async () => {
    await write('thoughts/about tides.md', `---\ncitekey: ${TIDAL}\n---\nThe sea.\n`);
    await until('the note', () => api.noteUri(TIDAL));
    await open(TIDAL);
    assert.equal(opened(), 'thoughts/about tides.md');
    await closeEditors();
    await remove('thoughts');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('count as they stand in the editor, before they are saved', async () => {
    const uri = await write('plain.md', 'Nothing yet.\n');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), `---\ncitekey: ${TIDAL}\n---\n`));
    await until('the note that is not saved', () => api.noteUri(TIDAL));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('no note', () => !api.noteUri(TIDAL));
    await remove('plain.md');
  });

  it('belong to a paper by their file name in the notes folder alone', async () => {
    await write(`notes/${MAPS}.md`, 'No front matter.\n');
    await write(`${TIDAL}.md`, 'Elsewhere.\n');
    await until('the note', () => api.noteUri(MAPS));
    assert.equal(api.noteUri(TIDAL), undefined);
    await remove('notes');
    await remove(`${TIDAL}.md`);
    await until('no note', () => !api.noteUri(MAPS));
  });

  it('never take the file of another paper', async () => {
    await write(`notes/${TIDAL}.md`, `---\ncitekey: another2020\n---\nMine.\n`);
    await until('the other note', () => api.noteUri('another2020'));
    await open(TIDAL);
    assert.equal(opened(), `notes/${TIDAL}-2.md`);
    assert.match(await read(workspaceFile(`notes/${TIDAL}.md`)), /Mine\.\n$/);
    await closeEditors();
    await remove('notes');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('are named and filled by templates', async () => {
    await write('template.md', '---\n{{ frontMatter }}\n---\n# {{ title }}\n');
    await setting('notes.folder', 'reading');
    await setting('notes.fileName', '{{ type }}/{{ title }}');
    await setting('notes.template', 'template.md');
    await open(TIDAL);
    const uri = api.noteUri(TIDAL);
    assert.ok(uri);
    assert.ok(uri.path.endsWith('/Tidal Memory_ Recurrent Networks That Forget on Purpose.md'), uri.path);
    assert.match(await read(uri), /\n# Tidal Memory: Recurrent Networks That Forget on Purpose\n$/);
    for (const name of ['notes.folder', 'notes.fileName', 'notes.template']) await setting(name, undefined);
    await closeEditors();
    await remove('reading');
    await remove('template.md');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('are made from the template of their type, which knows CSL and the reference', async () => {
    await write('templates/any.md', '---\n{{ frontMatter }}\n---\nANY');
    await write('templates/item.md', '---\nabout: {{ title }} ({{ csl.type }})\n---\n{{ reference }}\n{{ date }}');
    const type = String(api.entry(TIDAL)?.type);
    await setting('notes.templateFolder', 'templates');
    await setting('notes.templatesByType', { [type]: 'item.md' });
    await open(TIDAL);
    const text = await read(api.noteUri(TIDAL)!);
    const title = 'Tidal Memory: Recurrent Networks That Forget on Purpose';
    assert.ok(text.includes(`\nabout: "${title} (${type})"\n`), text);
    assert.match(text, /\n---\nTidal Memory.*\(n\.d\.\)/);
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
    assert.ok(text.endsWith(today.join('-')), text);
    for (const name of ['notes.templateFolder', 'notes.templatesByType']) await setting(name, undefined);
    await closeEditors();
    for (const folder of ['notes', 'templates']) await remove(folder);
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('are not made from a template with a mistake', async () => {
    await write('template.md', '# {{ title }}\n\n{% if %}\n');
    await setting('notes.template', 'template.md');
    await open(TIDAL);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(workspaceFile('notes'))));
    assert.equal(api.noteUri(TIDAL), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await setting('notes.template', undefined);
    await remove('template.md');
  });

  it('are made from a template in whatever encoding, and not from one that is no text', async () => {
    const template = '---\n{{ frontMatter }}\n---\nÜber {{ title }}\n';
    await setting('notes.template', 'template.md');
    const encodings: readonly Buffer[] = [
      Buffer.from(template, 'latin1'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(template, 'utf16le')]),
    ];
    for (const bytes of encodings) {
      await write('template.md', bytes);
      await open(TIDAL);
      assert.match(await read(api.noteUri(TIDAL)!), /\nÜber Tidal Memory/);
      await closeEditors();
      await remove('notes');
      await until('no note', () => !api.noteUri(TIDAL));
    }
    await write('template.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    await open(TIDAL);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(workspaceFile('notes'))));
    assert.equal(api.noteUri(TIDAL), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await setting('notes.template', undefined);
    await remove('template.md');
  });

  it('are searched', async () => {
    await write(`notes/${MAPS}.md`, `---\ncitekey: ${MAPS}\ntags: [cartography]\n---\nReminds me of palimpsests.\n`);
    await until('the paper', async () => (await api.search('palimpsests'))[0]?.citekey === MAPS);
    assert.equal((await api.search('tag:cartography'))[0]?.citekey, MAPS);
    await remove('notes');
    await until('its end', async () => (await api.search('palimpsests')).length === 0);
  });

  it('with broken front matter count still, and the problem is told', async () => {
    const uri = await write('broken.md', `---\ncitekey: ${TIDAL}\ntitle: [oops\n---\n`);
    await until('the note', () => api.noteUri(TIDAL));
    await until('the problem', () => vscode.languages.getDiagnostics(uri).length > 0);
    await remove('broken.md');
    await until('no note', () => !api.noteUri(TIDAL));
  });

  it('never run code of their front matter', async () => {
    const uri = await write('evil.md', `---js\n{ citekey: (globalThis.hacked = '${TIDAL}') }\n---\n`);
    await write('good.md', `---\ncitekey: ${MAPS}\n---\n`);
    await until('the note read after it', () => api.noteUri(MAPS));
    assert.equal((globalThis as { hacked?: string }).hacked, undefined);
    await vscode.workspace.fs.delete(uri);
    await remove('good.md');
    await until('no note', () => !api.noteUri(MAPS));
  });
});
