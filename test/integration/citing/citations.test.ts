import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, openMarked, remove, until, workspaceFile, write } from '../support';

const BIB =
  '@book{cited2020, title = {A Cited Book}, year = 2020}\n@book{cited2021, title = {Another Cited Book}}\n' +
  '@book{uncited2022, title = {An Uncited Book}}\n';
const DRAFT = 'First [@cited2021]. Then @cited2020 and [@cited2021; @nobody1999].\n';

describe('What documents cite', () => {
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
    // What is typed here is not to be saved before it is reverted.
    await autoSave('off');
    await write('cited.bib', BIB);
    await write('cited/draft.md', DRAFT);
    await until('the entries', () => api.entry('uncited2022'));
  });
  after(async () => {
    await closeEditors();
    await remove('cited');
    await remove('cited.bib');
    await until('the end', () => !api.entry('uncited2022'));
    await autoSave(undefined);
  });

  const autoSave = (value: string | undefined) =>
    vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Workspace);

  const found = async (query: string) => (await api.search(query)).map(({ citekey }) => citekey).sort();

  it('is asked for in the search, as it stands in files and in editors', async () => {
    await until('the search', async () => (await found('cited:cited/draft.md')).length === 2);
    assert.deepEqual(await found('cited:cited/draft.md'), ['cited2020', 'cited2021']);
    assert.deepEqual(await found('cited:cited/draft.md cited:>1'), ['cited2021']);
    assert.ok((await found('is:uncited')).includes('uncited2022'));
    assert.ok((await found('uncited')).includes('uncited2022'));
    const document = await vscode.workspace.openTextDocument(workspaceFile('cited/draft.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'Now @uncited2022. '));
    await until('what was typed', async () => (await found('cited:cited/draft.md')).length === 3);
    assert.ok(!(await found('is:uncited')).includes('uncited2022'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('what was saved', async () => (await found('cited:cited/draft.md')).length === 2);
  });

  it('is known by the commands that a LaTeX project defines', async () => {
    await write('cited/own.sty', '\\newcommand{\\styled}[1]{\\citep{#1}}\n');
    const main = '\\documentclass{article}\\usepackage{own}\\newcommand{\\ours}[1]{\\cite{#1}}\n\\input{part}\n';
    await write('cited/main.tex', main);
    const text = 'As \\ours{cited2020}, \\styled{cited2021, nobody1999}, \\other{cited2020}.\n';
    const part = await write('cited/part.tex', text);
    const cited = async () => (await api.citedIn(part)).map(({ citekey }) => citekey);
    await until('what it cites', async () => (await cited()).length === 3);
    assert.deepEqual(await cited(), ['cited2020', 'cited2021', 'nobody1999']);
    const document = await vscode.workspace.openTextDocument(part);
    const problems = () =>
      vscode.languages.getDiagnostics(part).map(({ code, range }) => `${code as string} ${document.getText(range)}`);
    await vscode.window.showTextDocument(document);
    await until('the unknown key', () => problems().includes('unknown-key nobody1999'));
    const at = (key: string) => document.positionAt(text.indexOf(key) + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      part,
      at('cited2021'),
    );
    const shown = hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value));
    assert.match(shown.join(), /Another Cited Book/);
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      part,
      at('cited2020'),
    );
    assert.ok(references.some(({ uri, range }) => String(uri) === String(part) && range.contains(at('cited2020'))));
    const renamed = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      part,
      at('cited2021'),
      'renamed2021',
    );
    const edited = renamed.get(part).map(({ range, newText }) => `${document.getText(range)} ${newText}`);
    assert.deepEqual(edited, ['cited2021 renamed2021']);
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(at('cited2020'), at('cited2020'));
    await vscode.commands.executeCommand('literatureNotes.insertCitation', 'uncited2022');
    assert.match(document.getText(), /\\ours\{cited2020,\s?uncited2022\}/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await write('cited/main.tex', main.replace('\\usepackage{own}', ''));
    await until('what is left', async () => (await cited()).length === 1);
    await until('the end of the problem', () => !problems().some((problem) => problem.includes('nobody1999')));
  });

  it('is copied as BibTeX in the order of the text', async () => {
    await openMarked(DRAFT + '|', { path: 'cited/copied.md' });
    await vscode.commands.executeCommand('literatureNotes.copyCitedAsBibtex');
    const copied = await vscode.env.clipboard.readText();
    assert.deepEqual(copied.match(/@book\{\w+/g), ['@book{cited2021', '@book{cited2020']);
  });

  it('is cited again at the cursor', async () => {
    const editor = await openMarked('See @cited2020. And |', { path: 'cited/again.md' });
    await vscode.commands.executeCommand('literatureNotes.insertCitationAgain', 'cited2020');
    assert.equal(editor.document.getText(), 'See @cited2020. And [@cited2020]');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('leaves entries over, which are listed and lead to their place in the list', async () => {
    const draft = `---\nbibliography: ../cited.bib\n---\n${DRAFT}`;
    await openMarked(`${draft}|`, { path: 'cited/listed.md' });
    const { document } = vscode.window.activeTextEditor!;
    const shown = vscode.commands.executeCommand('literatureNotes.showUncited', document.uri.toString());
    await until('the entry in its list', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('cited.bib');
    });
    await shown;
    const { selection } = vscode.window.activeTextEditor!;
    const line = vscode.window.activeTextEditor!.document.lineAt(selection.active.line).text;
    assert.match(line, /^@book\{uncited2022,/);
  });
});
