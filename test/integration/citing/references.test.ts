import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, remove, until, workspaceFile, write } from '../support';

const FILES = {
  'who/a.md': 'See @whocites2020 and `@whocites2020`.\n',
  'who/b.tex': '\\cite{whocites2020} % \\cite{whocites2020}\n',
  'who/c.typ': 'See @whocites2020.\n',
  'who/d.org': 'See [cite:@whocites2020].\n',
  'who/e.rst': 'See :cite:p:`whocites2020`.\n',
  'who/f.adoc': 'See cite:[whocites2020].\n',
  'who/g.mmd': 'See [#whocites2020].\n',
  'who/note.md': '---\ncitekey: whocites2020\n---\nA note.\n',
  'who/h.md': 'As in [[whocites2020]].\n',
  'who/j.md': 'See [@doi:10.5555/who.cites].\n',
  'who/i.ipynb': JSON.stringify({
    cells: [
      { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: ['"[@whocites2020]"'] },
      { cell_type: 'markdown', metadata: {}, source: ['In a closed notebook,\n', 'see @whocites2020.'] },
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 2,
  }),
};
const BIB =
  '@book{whocites2020, title = {Who Cites What}, year = 2020, doi = {10.5555/Who.Cites}}\n@inbook{part2021, crossref = {whocites2020}, title = {A Part}}\n';

describe('The references of a citekey', () => {
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
    for (const [path, text] of Object.entries(FILES)) await write(path, text);
    await write('who.bib', BIB);
    await until('the entry', () => api.entry('whocites2020'));
    await until('the note', () => api.noteUri('whocites2020'));
  });
  after(async () => {
    await closeEditors();
    await remove('who');
    await remove('who.bib');
    await until('the end', () => !api.entry('whocites2020'));
  });

  const nameOf = ({ uri }: { uri: vscode.Uri }) => vscode.workspace.asRelativePath(uri).replace(/^.*who\//, '');
  const at = async (path: string, word: string) => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(path));
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      document.positionAt(document.getText().indexOf(word) + 2),
    );
    return places.map((place) => `${nameOf(place)}:${place.range.start.line + 1}`).sort();
  };
  const ALL = [
    'a.md:1',
    'b.tex:1',
    'c.typ:1',
    'd.org:1',
    'e.rst:1',
    'f.adoc:1',
    'g.mmd:1',
    'h.md:1',
    'i.ipynb:2',
    'j.md:1',
    'note.md:2',
    'who.bib:1',
    'who.bib:2',
  ];

  it('are its citations in all languages, its note, the links to that and the entries that refer to it', async () => {
    await until('all files', async () => (await api.citations('whocites2020')).length === 9);
    assert.deepEqual(await at('who/a.md', 'whocites2020'), ALL);
  });

  it('are found from a paper list and from a note, too', async () => {
    assert.deepEqual(await at('who.bib', 'whocites2020'), ALL);
    assert.deepEqual(await at('who/note.md', 'whocites2020'), ALL);
    assert.deepEqual(await at('who.bib', 'Who Cites'), []);
  });

  it('are given by the API, as is what a document cites', async () => {
    const places = await api.citations('whocites2020');
    const names = ['a.md', 'b.tex', 'c.typ', 'd.org', 'e.rst', 'f.adoc', 'g.mmd', 'i.ipynb', 'j.md'];
    assert.deepEqual(places.map(nameOf), names);
    const cell = await vscode.workspace.openTextDocument(places[7].uri);
    assert.equal(cell.getText(places[7].range), 'whocites2020');
    const cited = await api.citedIn(workspaceFile('who/b.tex'));
    assert.deepEqual(
      cited.map(({ citekey, range }) => [citekey, range.start.character]),
      [['whocites2020', 6]],
    );
  });

  it('lead into the cell of a notebook', async () => {
    await vscode.commands.executeCommand('literatureNotes._showCell', workspaceFile('who/i.ipynb'), 1);
    await until('the cell', () => vscode.window.activeNotebookEditor?.selections[0].start === 1);
    assert.ok(vscode.window.activeNotebookEditor?.notebook.uri.path.endsWith('i.ipynb'));
  });

  it('begin at its entry, which is a symbol of the workspace', async () => {
    const symbolsOf = (query: string) =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    await until('the search', async () => (await symbolsOf('who cites what')).length > 0);
    const found = (await symbolsOf('who cites what')).find(({ name }) => name === 'whocites2020  Who Cites What');
    assert.ok(found && nameOf(found.location) === 'who.bib');
    // Without a word every paper would be offered; other extensions may answer.
    const all = await symbolsOf(' ');
    assert.ok(!all.some(({ name }) => name.startsWith('whocites2020')));
  });

  it('are shown by a command', async () => {
    await vscode.commands.executeCommand('literatureNotes.findReferences', 'whocites2020');
    await until('the list of places', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('who.bib'));
  });
});
