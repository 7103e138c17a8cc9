import assert from 'node:assert/strict';
import { addToLibrary, readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0];
const bib = (fields: string, type = 'misc') => first('x.bib', `@${type}{k, title = {T}, ${fields}}`);
const BIBLATEX = '@book{z, title={Z}, date={2000}, publisher={P}, location={L}}\n';

describe('Fields that say nothing', () => {
  it('leave their place to another of their name', () => {
    for (const empty of ['{}', '""', '{{}}', '{ }'])
      assert.deepEqual(bib(`author = ${empty}, author = {Ito, Emi}`).csl.author, [{ family: 'Ito', given: 'Emi' }]);
    assert.equal(
      readLibrary('x.bib', '@string{j={J}} @article{k, title={T}, journal={}, journal=j}').entries[0].entry.venue,
      'J',
    );
  });
});

describe('Entry types', () => {
  for (const [type, expected] of [
    ['suppbook', 'chapter'],
    ['suppcollection', 'chapter'],
    ['suppperiodical', 'article-journal'],
    ['bookinbook', 'chapter'],
    ['masterthesis', 'thesis'],
    ['website', 'webpage'],
    ['softwareversion', 'software'],
    ['preprint', 'article'],
    ['map', 'map'],
    ['commentary', 'book'],
    ['something', 'document'],
  ]) {
    it(`@${type} is ${expected}`, () => assert.equal(bib('year = 2020', type).csl.type, expected));
  }
  for (const [type, expected] of [
    ['online', 'webpage'],
    ['techreport', 'report'],
    ['incollection', 'chapter'],
    ['Book', 'book'],
    ['legal case', 'legal_case'],
    ['article_journal', 'article-journal'],
    ['videoRecording', 'motion_picture'],
    ['custom', 'custom'],
  ]) {
    it(`${type} in CSL is ${expected}`, () =>
      assert.equal(first('x.json', JSON.stringify([{ id: 'a', title: 'T', type }])).csl.type, expected));
  }
  it('are narrowed by entrysubtype', () => {
    assert.equal(bib('entrysubtype = {newspaper}', 'article').csl.type, 'article-newspaper');
  });
  it('number their series', () => {
    for (const type of ['book', 'reference', 'inproceedings', 'phdthesis', 'misc', 'suppbook'])
      assert.equal(bib('series = {S}, number = {12}', type).csl['collection-number'], '12', type);
    assert.equal(bib('series = {S}, number = {12}', 'article').csl.issue, '12');
    assert.equal(bib('number = {12}').csl.number, '12');
  });
  it('have a journal in biblatex, too', () => {
    assert.equal(bib('journaltitle = {J}', 'suppperiodical').csl['container-title'], 'J');
  });
});

describe('What an item says', () => {
  const SAID = {
    'original-date': { 'date-parts': [[1899]] },
    'original-title': 'Urtitel',
    'original-publisher': 'Erster',
    'original-publisher-place': 'Wien',
    'event-title': 'Meeting',
    'event-date': { 'date-parts': [[2001, 6, 1]] },
    'event-place': 'Oslo',
    'number-of-pages': '300',
    'number-of-volumes': '4',
    'part-number': '2',
    'chapter-number': '5',
    version: '1.2',
    status: 'in press',
    'call-number': 'QA 1',
    annote: 'Mine',
    genre: 'essay',
  };
  it('is in a .bib list, whichever the dialect', () => {
    for (const text of ['', BIBLATEX]) {
      const item = { id: 'a', type: 'book', title: 'T', ...SAID };
      const written = addToLibrary('x.bib', text, [item]) as string;
      const read = readLibrary('x.bib', written).entries.find(({ citekey }) => citekey === 'a');
      for (const [name, value] of Object.entries(SAID)) assert.deepEqual(read?.csl[name], value, name);
    }
  });
  it('in biblatex is the volume and the whole', () => {
    const item = { id: 'a', type: 'chapter', title: 'T', 'volume-title': 'Volume', 'container-title': 'Whole' };
    const written = addToLibrary('x.bib', BIBLATEX, [item]) as string;
    const read = readLibrary('x.bib', written).entries.find(({ citekey }) => citekey === 'a');
    assert.deepEqual([read?.csl['volume-title'], read?.csl['container-title']], ['Volume', 'Whole']);
  });
  it('in RIS is more than the tags of its type', () => {
    const item = { id: 'a', type: 'article-journal', title: 'T', publisher: 'P', 'call-number': 'QA 1' };
    const read = first('x.ris', addToLibrary('x.ris', '', [item]) as string);
    assert.deepEqual([read.csl.publisher, read.csl['call-number']], ['P', 'QA 1']);
  });
  it('may have names of before CSL 1.0, and lists of numbers', () => {
    const item = { id: 'a', title: 'T', shortTitle: 'S', journalAbbreviation: 'J', ISSN: ['1234-567X', '2345-6789'] };
    const { csl } = first('x.json', JSON.stringify([item]));
    assert.deepEqual([csl['title-short'], csl['container-title-short'], csl.ISSN], ['S', 'J', '1234-567X, 2345-6789']);
  });
  it('is all of what two fields say', () => {
    assert.equal(bib('note = {One.}, addendum = {Two}').csl.note, 'One. Two');
    assert.equal(bib('keywords = {a, b}, keyword = {b, c}').csl.keyword, 'a, b, c');
  });
});
