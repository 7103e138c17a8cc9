import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { renderer } from '../../real/citations/preview/renderer';
import { closeEditors, literature, openMarked, read, remove, until, workspaceFile, write } from '../support';

const KNUTH = 'knuth1984texbook';
const VASWANI = 'vaswani2017attention';

/** Whether the extension keeps a reading of a source, where the test's host lays VS Code's data (test/host/integration.ts). */
async function keepsReading(): Promise<boolean> {
  const storage = workspaceFile('../user/data/User/workspaceStorage');
  const list = (uri: vscode.Uri) => vscode.workspace.fs.readDirectory(uri).then(undefined, () => []);
  for (const [workspace] of await list(storage)) {
    const own = vscode.Uri.joinPath(storage, workspace, 'literature-notes.literature-notes', 'sources');
    if ((await list(own)).some(([file]) => file.endsWith('.cache'))) return true;
  }
  return false;
}

describe('In the web extension host', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  afterEach(closeEditors);

  const keys = () => api.entries().map(({ citekey }) => citekey);

  it('nothing of Node is there', () => {
    assert.equal(typeof (globalThis as { process?: unknown }).process, 'undefined');
    assert.equal(typeof (globalThis as { Buffer?: unknown }).Buffer, 'undefined');
  });

  it('papers are listed', () => {
    assert.ok(
      [KNUTH, VASWANI].every((key) => keys().includes(key)),
      keys().join(),
    );
  });

  it('sources of the home folder are left out, and not said to be missing', () => {
    assert.deepEqual(
      api.problems().filter(({ code }) => code === 'missing' || code === 'unreadable'),
      [],
    );
  });

  it('a large list is read by a thread, through VS Code', async () => {
    const entry = (_: unknown, i: number) => `@book{large${i},\n  title = {Volume ${i} ${'of many '.repeat(30)}}\n}\n`;
    await write('large.bib', Array.from({ length: 1200 }, entry).join(''));
    await until('its papers', () => keys().includes('large1199'));
    await until('them to be found', async () => (await api.search('key:large1199')).length === 1);
    await until('them to be kept for the next start', keepsReading);
    await remove('large.bib');
    await until('their end', () => !keys().includes('large0'));
  });

  it('a PDF that the browser may not fetch leaves nothing behind', async () => {
    const online = vscode.workspace.getConfiguration('literatureNotes.online');
    await online.update('endpoints', { pdf: 'http://127.0.0.1:9' }, vscode.ConfigurationTarget.Global);
    const bib = '@misc{arxiv2017,\n  title = {A},\n  eprint = {1706.03762},\n  archiveprefix = {arXiv}\n}\n';
    const list = await write('arxiv.bib', bib);
    await until('the list', () => keys().includes('arxiv2017'));
    let isOver = false;
    void vscode.commands.executeCommand('literatureNotes.downloadPdf', 'arxiv2017').then(() => (isOver = true));
    await until('the end of the command', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isOver;
    });
    assert.equal(await read(list), bib);
    assert.equal((await vscode.workspace.openTextDocument(list)).getText(), bib);
    const files = await vscode.workspace.fs.readDirectory(workspaceFile(''));
    assert.ok(!files.some(([name]) => name === 'pdfs'));
    await online.update('endpoints', undefined, vscode.ConfigurationTarget.Global);
    await remove('arxiv.bib');
    await until('its end', () => !keys().includes('arxiv2017'));
  });

  it('Zotero is out of reach: a sentence says so, and nothing is followed or asked of the user', async () => {
    await vscode.commands.executeCommand('literatureNotes.zotero.addLibrary');
    await vscode.commands.executeCommand('literatureNotes.zotero.cite');
    const { globalValue } = vscode.workspace.getConfiguration('literatureNotes').inspect('zotero.libraries') ?? {};
    assert.equal(globalValue, undefined);
  });

  const finds = (query: string, key: string) =>
    it(`${query} finds ${key}`, async () => {
      await until('the paper', async () => (await api.search(query))[0]?.citekey === key);
    });
  finds('attention', VASWANI);
  finds('key:knuth1984texbook', KNUTH);
  finds('atention', VASWANI);
  finds('author:knuth', KNUTH);

  const cites = (language: string, before: string, after: string) =>
    it(`a citation is written in ${language}`, async () => {
      const { document } = await openMarked(before, { language });
      await vscode.commands.executeCommand('literatureNotes.insertCitation', [KNUTH, VASWANI]);
      assert.equal(document.getText(), after);
    });
  cites('markdown', 'As |.', `As [@${KNUTH}; @${VASWANI}].`);
  cites('latex', 'As |.', `As \\cite{${KNUTH},${VASWANI}}.`);
  cites('restructuredtext', 'As |.', `As :cite:p:\`${KNUTH},${VASWANI}\`.`);

  it('citekeys are completed', async () => {
    const { document, selection } = await openMarked('As [@kn|].', { language: 'markdown' });
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      selection.active,
    );
    // A row says who, when and what; the key stands behind it.
    const keys = items.map(({ label }) => (typeof label === 'string' ? label : label.description));
    assert.ok(keys.includes(KNUTH), keys.join());
  });

  it('a hover shows the paper', async () => {
    const { document, selection } = await openMarked('[@knuth|1984texbook]', { language: 'markdown' });
    // A document that was just opened may still be on its way between VS Code's processes.
    await until('the paper', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        selection.active,
      );
      const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);
      return texts.some((text) => text.includes('Knuth'));
    });
  });

  it('citations read in a Markdown preview as they will in print', async () => {
    const { document } = await openMarked(`|As said [see @${VASWANI}, p. 3].`, { language: 'markdown' });
    // VS Code's own support for Markdown is Node's here; in a browser it would hand us such a renderer.
    const md = api.extendMarkdownIt(renderer());
    const render = () => md.render(document.getText(), { currentDocument: document.uri });
    await until('them to be formatted', () => />see Vaswani et al\., 2017, p\. 3<\/a>\)/.test(render()));
    assert.match(render(), /<div id="ref-vaswani2017attention">Vaswani, A\./);
  });

  it('references are formatted', async () => {
    const [{ text }] = await api.formatReferences([KNUTH], { style: 'ieee' });
    assert.match(text, /^\[1\] D\. E\. Knuth, /);
  });

  it('a note is created, and opened the next time', async () => {
    const open = () => vscode.commands.executeCommand('literatureNotes.openNote', KNUTH);
    await open();
    await until('the note', () => api.noteUri(KNUTH));
    const uri = api.noteUri(KNUTH)!;
    assert.match(await read(uri), /^---\ncitekey: knuth1984texbook\n/);
    await closeEditors();
    await open();
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  it('what is typed into a note is searched once it is saved', async () => {
    await write(`notes/${VASWANI}.md`, `---\ncitekey: ${VASWANI}\n---\nReminds me of palimpsests.\n`);
    await until('the paper', async () => (await api.search('palimpsests'))[0]?.citekey === VASWANI);
  });
});
