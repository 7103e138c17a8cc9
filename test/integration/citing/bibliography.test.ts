import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const LIST = `@string{press = {The Press}}
@inproceedings{bibkid2020, title = {A Child}, crossref = {bibparent2020}, publisher = press}
@proceedings{bibparent2020, title = {Its Parent}, year = 2020}
@book{bibplain2020,
	title="Plain"
}
`;

const problemsOf = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Literature Notes');

describe('The bibliography of a document', () => {
  let api: LiteratureNotesApi;
  let folder = '';
  let count = 0;
  before(async () => {
    api = await literature();
    await write('all/list.bib', LIST);
    await until('the list', () => api.entry('bibplain2020'));
  });
  /** What the bibliography has at first; with a key of its own for each test. */
  let own = '';
  beforeEach(() => {
    folder = `all/bib${++count}/`;
    own = `@book{bibown${count},\n  title = {Own},\n}\n`;
  });
  afterEach(closeEditors);
  after(() => remove('all'));

  const file = (path: string) => workspaceFile(folder + path);
  const add = (path: string) =>
    vscode.commands.executeCommand('literatureNotes.addCitedToBibliography', file(path).toString());

  /** Writes files, and waits for the bibliography: what is written before it is known of then. */
  async function given(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) await write(folder + path, text);
    await until('the bibliography', () => api.entry(`bibown${count}`));
  }

  const gets = (what: string, path: string, files: Readonly<Record<string, string>>, list = 'refs.bib') =>
    it(`gets what ${what} cites, as it is written, with what it needs`, async () => {
      await given({ ...files, [list]: own });
      await add(path);
      const expected = `${own}
@string{press = {The Press}}

@inproceedings{bibkid2020, title = {A Child}, crossref = {bibparent2020}, publisher = press}

@book{bibplain2020,
	title="Plain"
}

@proceedings{bibparent2020, title = {Its Parent}, year = 2020}
`;
      await until('the entries', async () => (await read(file(list))) === expected).catch(async () =>
        assert.equal(await read(file(list)), expected),
      );
    });

  gets('Markdown', 'a.md', { 'a.md': '---\nbibliography: refs.bib\n---\nSee [@bibkid2020; @bibplain2020].\n' });
  gets('a Quarto project', 'ch/a.qmd', {
    '_quarto.yml': 'bibliography: refs.bib\n',
    'ch/a.qmd': 'See [@bibkid2020; @bibplain2020].\n',
  });
  gets('a part of a LaTeX document', 'ch/a.tex', {
    'main.tex': '\\include{ch/a}\\include{ch/b}\\addbibresource{refs.bib}',
    'ch/a.tex': '\\cite{bibkid2020}',
    'ch/b.tex': '\\cite{bibplain2020}',
  });
  gets('Typst', 'a.typ', { 'a.typ': '@bibkid2020 @bibplain2020\n#bibliography("refs.bib")\n' });
  gets('Org', 'a.org', { 'a.org': '#+bibliography: refs.bib\n[cite:@bibkid2020;@bibplain2020]\n' });
  gets(
    'Sphinx',
    'doc/a.rst',
    { 'doc/conf.py': "bibtex_bibfiles = ['refs.bib']\n", 'doc/a.rst': ':cite:p:`bibkid2020,bibplain2020`\n' },
    'doc/refs.bib',
  );

  it('is made where it is named and not there', async () => {
    await write(`${folder}a.md`, '---\nbibliography: new.bib\n---\n[@bibplain2020]\n');
    await add('a.md');
    await until('the file', async () => (await read(file('new.bib')).catch(() => '')) !== '');
    assert.equal(await read(file('new.bib')), '@book{bibplain2020,\n\ttitle="Plain"\n}\n');
  });

  it('is missed where the library has what it lacks, with a fix', async () => {
    await given({ 'a.md': '---\nbibliography: refs.bib\n---\n[@bibplain2020]\n', 'refs.bib': own });
    const document = await vscode.workspace.openTextDocument(file('a.md'));
    await vscode.window.showTextDocument(document);
    await until('the problem', () => problemsOf(file('a.md')).length === 1);
    const [problem] = problemsOf(file('a.md'));
    assert.equal(problem.code, 'outside-bibliography');
    assert.equal(document.getText(problem.range), 'bibplain2020');
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = fixes.find(({ title }) => title === 'Add Cited Entries to Bibliography');
    assert.ok(fix?.command);
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
    await until('no problem', () => problemsOf(file('a.md')).length === 0);
    await vscode.commands.executeCommand('literatureNotes.undoLastChange');
    await until('what was there', async () => (await read(file('refs.bib'))) === own);
  });

  const withSetting = async (name: string, value: unknown, act: () => Promise<void>) => {
    const settings = vscode.workspace.getConfiguration('literatureNotes.bibliography');
    await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    try {
      await act();
    } finally {
      await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
  };

  it('gets what is inserted, where the user wants that', () =>
    withSetting('addOnInsert', 'always', async () => {
      await given({ 'a.md': '---\nbibliography: refs.bib\n---\n', 'refs.bib': own });
      const document = await vscode.workspace.openTextDocument(file('a.md'));
      const editor = await vscode.window.showTextDocument(document);
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('literatureNotes.insertCitation', 'bibplain2020');
      await document.save();
      await until('the entry', async () => (await read(file('refs.bib'))).includes('@book{bibplain2020'));
      await until('no problem', () => problemsOf(file('a.md')).length === 0);
    }));

  it('gets nothing of what is inserted, where the user wants that', () =>
    withSetting('addOnInsert', 'never', async () => {
      await given({ 'a.md': '---\nbibliography: refs.bib\n---\n', 'refs.bib': own });
      const document = await vscode.workspace.openTextDocument(file('a.md'));
      const editor = await vscode.window.showTextDocument(document);
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('literatureNotes.insertCitation', 'bibplain2020');
      await document.save();
      await until('the problem', () => problemsOf(file('a.md')).length > 0);
      // What would be offered is agreed to.
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      assert.equal(await read(file('refs.bib')), own);
    }));

  it('gets what is cited on saving, where the user wants that', () =>
    withSetting('addOnSave', true, async () => {
      await given({ 'a.md': '---\nbibliography: refs.bib\n---\n', 'refs.bib': own });
      const document = await vscode.workspace.openTextDocument(file('a.md'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((builder) => builder.insert(new vscode.Position(3, 0), 'As @bibplain2020 says.\n'));
      await document.save();
      await until('the entry', async () => (await read(file('refs.bib'))).includes('@book{bibplain2020'));
      await until('no problem', () => problemsOf(file('a.md')).length === 0);
    }));

  it('has its entries faded that nobody cites or needs, where the user wants that', async () => {
    const settings = vscode.workspace.getConfiguration('literatureNotes.problems');
    await settings.update('unusedEntry', 'hint', vscode.ConfigurationTarget.Workspace);
    const unused = () => problemsOf(file('refs.bib')).filter(({ code }) => code === 'unused-entry');
    try {
      const kept = `@inbook{usedkid${count}, crossref = {usedparent${count}}, title = {K}}\n@book{usedparent${count}, title = {P}}\n`;
      await given({ 'refs.bib': own + kept, 'a.typ': `@usedkid${count}\n` });
      const document = await vscode.workspace.openTextDocument(file('refs.bib'));
      await vscode.window.showTextDocument(document);
      await until('the unused entry', () => unused().length === 1);
      const [problem] = unused();
      assert.equal(document.getText(problem.range), own.trimEnd());
      assert.deepEqual(problem.tags, [vscode.DiagnosticTag.Unnecessary]);
      await write(`${folder}all.tex`, '\\nocite{*}\\bibliography{refs}\n');
      await write(`${folder}b.typ`, `@usedkid${count} @usedkid${count}\n`);
      await until('no unused entry', () => unused().length === 0);
    } finally {
      await settings.update('unusedEntry', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
