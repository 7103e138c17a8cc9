import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { attentionRows } from '../../../src/vscode/notes/view/attention';
import { notesItem } from '../../../src/vscode/notes/view/notesItem';
import { PapersDrop } from '../../../src/vscode/papers/papersDrop';
import { PaperNode } from '../../../src/vscode/papers/papersNode';
import { closeEditors, literature, read, remove, until, write } from '../support';
import { entry } from '../../unit/workflows/entries';

const TIDAL = 'tidalmemoryrecurrent';
const TITLE = 'Tidal Memory: Recurrent Networks That Forget on Purpose';
const MAPS = 'sparsemapspatient';

describe('Notes and the papers that they are about', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  afterEach(closeEditors);

  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`literatureNotes.${command}`, ...args);
  const gone = async (path: string, key = TIDAL) => {
    await remove(path);
    await until('no note', () => !api.noteUri(key));
  };

  it('stay together where the citekey was changed, and all notes are mended at once', async () => {
    const texts = ['a', 'b'].map((name) => `---\r\ncitekey: former # ${name}\r\ntitle: "${TITLE}"\r\n---\r\nMine.\r\n`);
    const uris = await Promise.all(texts.map((text, i) => write(`healed/${i}.md`, text)));
    await until('the note', () => api.note(TIDAL)?.all.length === 2);
    await until('the problem', () =>
      vscode.languages.getDiagnostics(uris[0]).some(({ code }) => code === 'note-key-changed'),
    );
    await vscode.workspace.openTextDocument(uris[0]);
    const [diagnostic] = vscode.languages.getDiagnostics(uris[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uris[0],
      diagnostic.range,
    );
    assert.ok(actions.some(({ title }) => title === `Change the citekey to “${TIDAL}”`));
    await run('fixNoteKeys');
    await until('the new key', async () => (await read(uris[1])).includes(`citekey: ${TIDAL} # b\r\n`));
    assert.equal(await read(uris[1]), texts[1].replace('former', TIDAL));
    assert.equal(await read(uris[0]), texts[0].replace('former', TIDAL));
    await run('undoLastChange');
    await until('the former key', async () => (await read(uris[1])) === texts[1]);
    await gone('healed');
  });

  it('stay as they are where they are in Org, when notes are mended', async () => {
    const text = `:PROPERTIES:\n:ROAM_REFS: @former\n:END:\n#+title: ${TITLE}\n`;
    const org = await write('roam/a.org', text);
    await until('the note', () => api.noteUri(TIDAL));
    await run('fixNoteKeys');
    assert.equal(await read(org), text);
    const markdown = await write('roam/b.md', `---\ncitekey: former\ntitle: "${TITLE}"\n---\n`);
    await until('both', () => api.note(TIDAL)?.all.length === 2);
    await run('fixNoteKeys');
    assert.match(await read(markdown), new RegExp(`^---\\ncitekey: ${TIDAL}\\n`));
    assert.equal(await read(org), text);
    await vscode.commands.executeCommand('notifications.clearAll');
    await gone('roam');
  });

  it('are told apart from orphans', async () => {
    const uri = await write('lost.md', '---\ncitekey: nobody1999\n---\n');
    await until('the orphan', () => api.orphanNotes().some((one) => one.toString() === uri.toString()));
    await remove('lost.md');
    await until('no orphan', () => api.orphanNotes().length === 0);
  });

  it('are told apart from conflict copies, which can be compared with them', async () => {
    const original = await write('sync/a.md', `---\ncitekey: ${TIDAL}\n---\nMine.\n`);
    const copy = await write(
      'sync/a.sync-conflict-20240501-101530-ABCDEFG.md',
      `---\ncitekey: ${TIDAL}\n---\nTheirs.\n`,
    );
    const told = () => vscode.languages.getDiagnostics(copy).find(({ code }) => code === 'conflict-copy');
    await until('the copy', told);
    assert.deepEqual(api.note(TIDAL)?.all.map(String), [original].map(String));
    await vscode.workspace.openTextDocument(copy);
    const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      copy,
      told()!.range,
    );
    assert.equal(action.title, 'Compare');
    await vscode.commands.executeCommand(action.command!.command, ...(action.command!.arguments as unknown[]));
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab!;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.deepEqual([input.original, input.modified].map(String), [original, copy].map(String));
    await closeEditors();
    const [row] = attentionRows({
      keyChanges: () => [],
      orphans: () => [],
      conflictCopies: () => [{ uri: copy.toString(), original: original.toString() }],
    });
    const { label, command } = notesItem(row);
    assert.deepEqual([label, command?.command], ['a.md', 'vscode.diff']);
    assert.deepEqual(command?.arguments?.map(String), [original, copy].map(String));
    await gone('sync');
  });

  it('are linked by being dropped on the row of their paper', async () => {
    const uri = await write('dropped.md', 'Words.\n');
    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(uri.toString()));
    await new PapersDrop().handleDrop(new PaperNode(entry({ citekey: MAPS }), undefined), data);
    assert.equal(await read(uri), `---\ncitekey: ${MAPS}\n---\n\nWords.\n`);
    assert.equal(api.noteUri(MAPS)?.toString(), uri.toString());
    await gone('dropped.md', MAPS);
  });

  it('are linked all that are dropped together, but for those outside of the workspace', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'dropped-'));
    await writeFile(join(outside, 'c.md'), 'Mine.\n');
    const uris = await Promise.all(['a', 'b'].map((name) => write(`drop/${name}.md`, `${name}\n`)));
    const data = new vscode.DataTransfer();
    const list = [...uris, vscode.Uri.file(join(outside, 'c.md'))].join('\r\n');
    data.set('text/uri-list', new vscode.DataTransferItem(list));
    await new PapersDrop().handleDrop(new PaperNode(entry({ citekey: MAPS }), undefined), data);
    assert.deepEqual(api.note(MAPS)?.all.map(String), uris.map(String));
    assert.equal(await readFile(join(outside, 'c.md'), 'utf8'), 'Mine.\n');
    await rm(outside, { recursive: true });
    await gone('drop', MAPS);
  });

  it('are linked by a command, and open at a heading', async () => {
    const uri = await write('mine.md', '# Mine\n\nWords.\n');
    await run('linkNote', MAPS, uri);
    assert.equal(await read(uri), `---\ncitekey: ${MAPS}\n---\n\n# Mine\n\nWords.\n`);
    assert.equal(api.noteUri(MAPS)?.toString(), uri.toString());
    await write('week.md', `# Week\n\nMuch.\n\n## @${TIDAL}\n\nGood.\n`);
    await until('the part', () => api.noteUri(TIDAL));
    await run('openNote', TIDAL);
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, 4);
    await closeEditors();
    await gone('week.md');
    await gone('mine.md', MAPS);
  });
});
