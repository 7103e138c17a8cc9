import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const FILES = {
  'k/a.rst': 'See :cite:p:`§` and ``:cite:p:`keyold2020```.\n',
  'k/b.tex': '\\cite[3]{§} % \\cite{keyold2020}\n',
  'k/c.typ': 'See @§. // @keyold2020\n',
  'k/d.org': 'See [cite:@§].\n',
  'k/part.bib': '@inbook{keypart, crossref = {§}, title = {Part of a Changed Key}}\n',
} as const;

const LIST = (key: string) =>
  `@book{${key},\n  title = {Keys of a Changing Program},\n  author = {Doe, Jane},\n  year = 2020\n}\n`;

const cell = (type: string, ...source: string[]) =>
  type === 'code'
    ? { cell_type: type, execution_count: null, metadata: {}, outputs: [], source }
    : { cell_type: type, metadata: {}, source };

const NOTEBOOK = (key: string) =>
  JSON.stringify({
    cells: [cell('markdown', `See [@${key}, p. 3].\n`, 'And `@keyold2020`.'), cell('code', 'x = "[@keyold2020]"')],
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 2,
  });

describe('New citekeys', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  beforeEach(async () => {
    await write('k/list.bib', LIST('keyold2020'));
    for (const [path, text] of Object.entries(FILES)) await write(path, text.replaceAll('§', 'keyold2020'));
    await until('the entry', () => api.entry('keyold2020'));
    await until('all files', async () => (await api.citations('keyold2020')).length === 4);
  });
  afterEach(async () => {
    await closeEditors();
    await remove('k');
    await until('the end', () => !api.entry('keyold2020') && !api.entry('keynew2021') && !api.entry('doe2020keys'));
  });

  const all = async (key: string) => {
    for (const [path, text] of Object.entries(FILES)) {
      const wanted = text.replaceAll('§', key);
      await until(path, async () => (await read(workspaceFile(path))) === wanted).catch(async () =>
        assert.equal(await read(workspaceFile(path)), wanted),
      );
    }
  };

  it('of another program are followed by all places, as a fix at each of them', async () => {
    await write('k/list.bib', LIST('keynew2021'));
    await until('the new key', () => api.entry('keynew2021') && !api.entry('keyold2020'));
    const document = await vscode.workspace.openTextDocument(workspaceFile('k/c.typ'));
    await vscode.window.showTextDocument(document);
    let fix: vscode.CodeAction | undefined;
    await until('the fix', async () => {
      const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 6, 0, 8),
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
      fix = fixes.find(({ title }) => title === 'Update All Places of “keyold2020” to “keynew2021”');
      return fix;
    });
    await vscode.commands.executeCommand(fix!.command!.command, ...(fix!.command!.arguments as unknown[]));
    await all('keynew2021');
    await vscode.commands.executeCommand('literatureNotes.undoLastChange');
    await all('keyold2020');
  });

  it('are made by a pattern, in all places', async () => {
    const settings = vscode.workspace.getConfiguration('literatureNotes');
    await settings.update(
      'citekeyPattern',
      '[auth:lower][year][veryshorttitle:lower]',
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      await vscode.commands.executeCommand('literatureNotes.regenerateCitekeys', ['keyold2020'], true);
      await all('doe2020keys');
      assert.equal(await read(workspaceFile('k/list.bib')), LIST('doe2020keys'));
    } finally {
      await settings.update('citekeyPattern', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('reach notebooks that are closed, and only what their cells cite', async () => {
    const uri = await write('k/n.ipynb', NOTEBOOK('keyold2020'));
    // What was written before it is known, too.
    await write('k/late.typ', '@keyold2020\n');
    await until('what was written last', async () => (await api.citations('keyold2020')).length === 6);
    const written = (key: string) => JSON.parse(NOTEBOOK(key)) as unknown;
    await vscode.commands.executeCommand('literatureNotes.renameCitekey', 'keyold2020', 'keynew2021');
    await until('the notebook', async () => (await read(uri)).includes('keynew2021'));
    assert.deepEqual(JSON.parse(await read(uri)), written('keynew2021'));
    await vscode.commands.executeCommand('literatureNotes.undoLastChange');
    await until('the notebook as it was', async () => !(await read(uri)).includes('keynew2021'));
    assert.deepEqual(JSON.parse(await read(uri)), written('keyold2020'));
  });
});
