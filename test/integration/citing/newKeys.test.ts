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
    await until('the entries', () => api.entry('keyold2020') && api.entry('keypart'));
    await until('all files', async () => (await api.citations('keyold2020')).length === 4);
  });
  afterEach(async () => {
    await closeEditors();
    await remove('k');
    await until(
      'the end',
      () =>
        !api.entry('keyold2020') && !api.entry('keynew2021') && !api.entry('doe2020keys') && !api.entry('keytyped2021'),
    );
  });

  const all = async (key: string) => {
    for (const [path, text] of Object.entries(FILES)) {
      const wanted = text.replaceAll('§', key);
      await until(path, async () => (await read(workspaceFile(path))) === wanted).catch(async () =>
        assert.equal(await read(workspaceFile(path)), wanted),
      );
    }
  };

  /** The fix at the place of an old key, the first in a document, that has all places say the new one. */
  const followingFix = async (path = 'k/c.typ', old = 'keyold2020') => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(path));
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf(old));
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at.translate(0, 2)),
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    return fixes.find(({ title }) => title.startsWith(`Update All Places of “${old}” to`));
  };
  /** Types into a list, which is not saved. */
  const typeInto = async (path: string, text: string, place = new vscode.Range(0, 0, 0, 0)) => {
    const editor = await vscode.window.showTextDocument(workspaceFile(path));
    await editor.edit((builder) => builder.replace(place, text));
    assert.ok(editor.document.isDirty);
  };

  it('of another program are followed by all places, as a fix at each of them', async () => {
    await write('k/list.bib', LIST('keynew2021'));
    await until('the new key', () => api.entry('keynew2021') && !api.entry('keyold2020'));
    let fix: vscode.CodeAction | undefined;
    await until('the fix', async () => (fix = await followingFix()));
    assert.equal(fix!.title, 'Update All Places of “keyold2020” to “keynew2021”');
    await vscode.commands.executeCommand(fix!.command!.command, ...(fix!.command!.arguments as unknown[]));
    await all('keynew2021');
    await vscode.commands.executeCommand('literatureNotes.undoLastChange');
    await all('keyold2020');
  });

  it('of another program are noticed while the user types into another list', async () => {
    await typeInto('k/part.bib', '@book{keytyped, title = {Typed Meanwhile}}\n');
    await until('what is typed', () => api.entry('keytyped'));
    await write('k/list.bib', LIST('keynew2021'));
    await until('the new key', () => api.entry('keynew2021') && !api.entry('keyold2020'));
    await until('the fix', () => followingFix());
  });

  it('that the user types are those of no other program', async () => {
    await typeInto('k/list.bib', 'keytyped2021', new vscode.Range(0, 6, 0, 16));
    await until('what is typed', () => api.entry('keytyped2021') && !api.entry('keyold2020'));
    // What another program does after that is noticed, and shows that the other was seen, too.
    const other = (key: string) => LIST(key).replace('Changing', 'Second');
    await write('k/second.bib', other('keysecond2020'));
    await write('k/s.typ', 'See @keysecond2020.\n');
    await until('the paper and its place', async () => (await api.citations('keysecond2020')).length === 1);
    await until('the key in another list', () => api.entry('keysecond2020'));
    await write('k/second.bib', other('keysecond2021'));
    await until('the fix of the other', () => followingFix('k/s.typ', 'keysecond2020'));
    assert.equal(await followingFix(), undefined);
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
