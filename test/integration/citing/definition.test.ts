import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature } from '../support';
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
