import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, remove, until, workspaceFile, write } from '../support';
import { ASCIIDOC, inDocument, LATEX, type Language, MARKDOWN, ORG, REST, TYPST } from './marked';

type Place = vscode.Location | vscode.LocationLink;
const nameOf = (place: Place) => ('targetUri' in place ? place.targetUri : place.uri).path.split('/').pop();
const lineOf = (place: Place) => ('targetRange' in place ? place.targetRange : place.range).start.line;

const placesAt = (provider: string, document: vscode.TextDocument, cursor: vscode.Position) =>
  vscode.commands.executeCommand<Place[]>(`vscode.execute${provider}Provider`, document.uri, cursor);

describe('From a citekey', () => {
  before(literature);
  after(closeEditors);

  const leads = (language: Language, text: string, line: number) =>
    it(`its definition in ${language.name} is the entry in its source`, () =>
      inDocument(language, text, async ({ document }, cursor) => {
        const places = await placesAt('Definition', document, cursor);
        assert.deepEqual(places.map(nameOf), ['refs.bib']);
        assert.equal(lineOf(places[0]), line);
      }));
  leads(MARKDOWN, '[@knuth|1984texbook]', 21);
  leads(LATEX, '\\cite{vaswani|2017attention}', 0);
  leads(LATEX, '\\cite{attention|2017}', 0);
  leads(MARKDOWN, '[@doi:10.5555/3295|222]', 0);
  leads(MARKDOWN, '{cite:t}`10.5555/3295|222`', 0);
  leads(TYPST, '@smith2020:deep|-x', 13);
  leads(ORG, '[cite:@knuth|1984texbook]', 21);

  leads(REST, ':cite:p:`knuth|1984texbook`', 21);
  leads(ASCIIDOC, 'cite:[knuth|1984texbook(3)]', 21);

  const leadsToNote = (language: Language, text: string) =>
    it(`its implementation in ${language.name} is the note`, () =>
      inDocument(language, text, async ({ document }, cursor) => {
        const places = await placesAt('Implementation', document, cursor);
        assert.deepEqual(places.map(nameOf), ['vaswani2017attention.md']);
      }));
  leadsToNote(MARKDOWN, '[@vaswani|2017attention]');
  leadsToNote(LATEX, '\\cite{vaswani|2017attention}');
  leadsToNote(TYPST, '@vaswani|2017attention');
  leadsToNote(ORG, '[cite:@vaswani|2017attention]');

  it('there is no implementation without a note', () =>
    inDocument(TYPST, '@knuth|1984texbook', async ({ document }, cursor) => {
      assert.deepEqual(await placesAt('Implementation', document, cursor), []);
    }));
});

describe('From where a note names its own key', () => {
  let api: LiteratureNotesApi;
  const FILES = {
    'own/own.bib': '@book{own2020, title = {Its Own}, ids = {ownalias}}\n\n@book{ownother2021, title = {Another}}\n',
    'own/alone.md': '---\ncitekey: ownother2021\n---\n',
    'own/first.md': '---\ncitekey: "own2020"\n---\nSee own2020.\n',
    'own/second.md': '---\nauthor: A\ncitekeys: [ownalias]\n---\n',
    'own/third.org': ':PROPERTIES:\n:ROAM_REFS: @own2020\n:END:\n#+title: Third\n',
  };
  before(async () => {
    api = await literature();
    for (const [path, text] of Object.entries(FILES)) await write(path, text);
    await until('the papers', () => api.entry('own2020') && api.entry('ownother2021'));
    await until('the notes', () => api.noteUri('own2020') && api.noteUri('ownother2021'));
  });
  after(async () => {
    await closeEditors();
    await remove('own');
    await until('the end', () => !api.entry('own2020'));
  });

  const at = async (path: keyof typeof FILES, key: string) => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(path));
    return { document, cursor: document.positionAt(document.getText().indexOf(key) + 2) };
  };
  const leads = (provider: string, path: keyof typeof FILES, key: string, names: readonly string[]) =>
    it(`${key} of ${path}, its ${provider.toLowerCase()} is ${names.join(', ')}`, async () => {
      const { document, cursor } = await at(path, key);
      let found: readonly (string | undefined)[] = [];
      await until('the places', async () => {
        found = (await placesAt(provider, document, cursor)).map(nameOf).sort();
        return found.join() === names.join();
      });
    });
  leads('Definition', 'own/first.md', 'own2020', ['own.bib']);
  leads('Definition', 'own/second.md', 'ownalias', ['own.bib']);
  leads('Definition', 'own/third.org', 'own2020', ['own.bib']);
  leads('Implementation', 'own/first.md', 'own2020', ['second.md', 'third.org']);
  leads('Implementation', 'own/alone.md', 'ownother2021', ['own.bib']);

  it('the hover shows the paper', async () => {
    const { document, cursor } = await at('own/first.md', 'own2020');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      cursor,
    );
    assert.match((hovers[0].contents[0] as vscode.MarkdownString).value, /Its Own/);
    assert.equal(document.getText(hovers[0].range), 'own2020');
  });

  it('all references and the rename are those of the paper', async () => {
    const { document, cursor } = await at('own/second.md', 'ownalias');
    const places = await placesAt('Reference', document, cursor);
    assert.ok(places.map(nameOf).includes('own.bib'));
    const first = await at('own/first.md', 'own2020');
    const prepared = await vscode.commands.executeCommand<{ placeholder: string; range: vscode.Range }>(
      'vscode.prepareRename',
      first.document.uri,
      first.cursor,
    );
    assert.deepEqual([prepared.placeholder, first.document.getText(prepared.range)], ['own2020', 'own2020']);
  });

  it('nothing leads on from the same words in its text', async () => {
    const { document } = await at('own/first.md', 'own2020');
    assert.deepEqual(await placesAt('Definition', document, new vscode.Position(3, 6)), []);
  });
});
