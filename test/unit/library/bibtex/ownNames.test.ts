import assert from 'node:assert/strict';
import { readLibrary } from '../../../cases';

const csl = (entry: string) => readLibrary('x.bib', entry).entries[0].csl;

describe('An entry of BibTeX says', () => {
  it('what CSL names in fields of that name, where BibTeX has none', () => {
    const film = csl(
      '@misc{k, title = {T}, director = {Fritz Lang and others}, medium = {DVD}, archive_location = {MS 3}, submitted = {2001-02}, PMCID = {PMC12}}',
    );
    assert.deepEqual(
      [film.director, film.medium, film.archive_location, film.submitted],
      [[{ family: 'Lang', given: 'Fritz' }], 'DVD', 'MS 3', { 'date-parts': [[2001, 2]] }],
    );
    // What BibTeX means by a name is what counts.
    const book = csl('@book{k, title = {T}, series = {S}, number = {3}, type = {x}, language = {german}}');
    assert.deepEqual([book['collection-number'], book.number], ['3', undefined]);
  });

  it('who did what beside the editors, by the field that names it', () => {
    const lang = [{ family: 'Lang', given: 'Fritz' }];
    assert.deepEqual(csl('@book{k, title={T}, editora={Lang, Fritz}, editoratype={compiler}}').compiler, lang);
    assert.deepEqual(csl('@book{k, title={T}, editorb={Lang, Fritz}, editorbtype={collaborator}}').contributor, lang);
    assert.deepEqual(csl('@movie{k, title={T}, namea={Lang, Fritz}, nameatype={producer}}').producer, lang);
    const film = csl('@movie{k, title={T}, editor={Lang, Fritz}, editortype={director}}');
    assert.deepEqual([film.director, film.editor], [lang, undefined]);
    // Styles know no other main editors.
    assert.deepEqual(csl('@book{k, title={T}, editor={Lang, Fritz}, editortype={compiler}}').editor, lang);
    assert.equal(csl('@book{k, title={T}, editora={Lang, Fritz}, editoratype={redactor}}').redactor, undefined);
  });

  it('what annotations tell of its people', () => {
    const { author, title, editor } = csl(
      '@article{k, title={T}, author={Ito, Emi and Kato, Bo}, editor={Sato, C}, author+an:orcid={2="0000-0002-1825-0097"}, author+an={1=highlight}, editor+an:affiliation={1="M{\\"u}nchen | ETH"}}',
    );
    assert.equal(title, 'T');
    assert.deepEqual(author, [
      { family: 'Ito', given: 'Emi' },
      { family: 'Kato', given: 'Bo', ORCID: '0000-0002-1825-0097' },
    ]);
    assert.deepEqual(editor, [{ family: 'Sato', given: 'C', affiliation: [{ name: 'München' }, { name: 'ETH' }] }]);
  });
});
