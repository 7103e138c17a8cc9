import assert from 'node:assert/strict';
import { range } from '../../../../src/base/position';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import type { Note } from '../../../../src/notes/note';
import { filePlaces } from '../../../../src/workflows/details/filePlaces';
import { firstLines } from '../../../../src/workflows/details/firstLines';
import { OWN_SUMMARY } from '../../../../src/library/formats/ownSummary';
import { paperDetails } from '../../../../src/workflows/details/paperDetails';
import { searchable } from '../../../../src/workflows/details/searchTerms';
import { entry } from '../entries';

const BARE = { note: undefined, statuses: ['unread', 'read'], isWritable: true };

function ofBib(text: string) {
  const library = new Library();
  library.setSource('file:///w/library.bib', readText('library.bib', text));
  return paperDetails(library.entries()[0], BARE);
}

describe('The details of a paper', () => {
  it('are what its list says', () => {
    const details = ofBib(`
@article{einstein1905,
  author = {Einstein, Albert},
  title = {On $E = mc^2$},
  journal = {Annalen der Physik},
  volume = 17, number = 10, pages = {891--921}, year = 1905,
  abstract = {One.},
  keywords = {light, time},
  doi = {10.1002/andp.19053221004},
  file = {:papers/einstein.pdf:PDF},
}`);
    assert.deepEqual(details.title, ['On ', { tex: 'E = mc^2', display: false, written: '$E = mc^2$' }]);
    assert.deepEqual(details.authors, [{ text: 'Albert Einstein', query: 'author:"Albert Einstein"' }]);
    assert.deepEqual([details.year?.query, details.venue?.text], ['year:1905', 'Annalen der Physik']);
    assert.deepEqual([details.volume, details.issue, details.pages], ['17', '10', '891–921']);
    assert.deepEqual(
      details.keywords.map(({ query }) => query),
      ['keyword:"light"', 'keyword:"time"'],
    );
    assert.deepEqual(details.identifiers, [
      { kind: 'doi', text: '10.1002/andp.19053221004', url: 'https://doi.org/10.1002/andp.19053221004' },
    ]);
    assert.deepEqual(
      details.files.map(({ path, isPdf }) => [path, isPdf]),
      [['papers/einstein.pdf', true]],
    );
    assert.deepEqual(details.type, { text: 'article-journal', query: 'type:article-journal', stated: '@article' });
    assert.deepEqual(details.place, { file: 'library.bib', line: 2 });
    assert.ok(details.editable.includes('title'));
  });

  it('have paragraphs, and a summary of ours is told as one', () => {
    const paper = entry({ citekey: 'a', abstract: 'One\nline.\n\n Two.' });
    assert.deepEqual(paperDetails(paper, BARE).abstract, [['One\nline.'], ['Two.']]);
    assert.equal(paperDetails(paper, BARE).isSummary, false);
    const record = { format: 'csl-json', item: { annote: OWN_SUMMARY } } as const;
    assert.equal(paperDetails({ ...paper, record }, BARE).isSummary, true);
  });

  it('name no field to change where the list is not written', () =>
    assert.deepEqual(paperDetails(entry({ citekey: 'a' }), { ...BARE, isWritable: false }).editable, []));

  it('show how the reading stands, and the first lines of the note', () => {
    const note: Note = {
      uri: 'file:///w/notes/a.md',
      citekey: 'a',
      linkedBy: 'front-matter',
      citekeyRange: range(0, 0, 0, 0),
      status: 'read',
      rating: 4,
      tags: ['old'],
      text: '# Title\n\nFirst.\n\n## Part\nSecond.\n',
    };
    const details = paperDetails(entry({ citekey: 'a' }), { ...BARE, note, status: 'read' });
    assert.equal(details.status, 'read');
    assert.deepEqual(details.note, {
      rating: 4,
      tags: [{ text: 'old', query: 'tag:"old"' }],
      lines: 'First.\n\nSecond.',
    });
  });

  it('stay small where a paper is not', () => {
    const authors = Array.from({ length: 20_000 }, (_, i) => ({ family: `N${i}` }));
    const details = paperDetails(entry({ citekey: 'a', authors, abstract: 'x '.repeat(1e6) }), BARE);
    assert.ok(JSON.stringify(details).length < 1e6);
    assert.equal(details.moreAuthors, true);
  });
});

describe('The first lines of a note', () => {
  it('are no more than asked for', () =>
    assert.equal(firstLines('a\nb\n\nc\nd', { lines: 3, characters: 100 }), 'a\nb\n\nc'));
  it('are those that somebody has written, not those of the template', () => {
    const made = '# T\n\n- **Authors:** A. B.\n- **Links:** [DOI](https://doi.org/10.1/a)\n\n> Abstract.\n> More.\n\n';
    assert.equal(firstLines(`${made}## Summary\n\n## Key points\n`, { lines: 6, characters: 600 }), '');
    assert.equal(
      firstLines(`${made}Mine.\n\n## Quotes\n\n> Theirs.\n`, { lines: 6, characters: 600 }),
      'Mine.\n\n> Theirs.',
    );
    assert.equal(firstLines('> Quoted.\n\n## A\n', { lines: 6, characters: 600 }), '> Quoted.');
  });
  it('end with a word', () => assert.equal(firstLines('one two three', { lines: 9, characters: 9 }), 'one two …'));
});

describe('A term of the search', () => {
  it('holds no quotation mark that would end it', () =>
    assert.equal(searchable('author', 'William “Bill”  "X" Gates').query, 'author:"William Bill X Gates"'));
});

describe('Where a file of a paper may lie', () => {
  const around = {
    source: 'file:///w/lists/a.bib',
    folder: 'file:///w',
    home: '/home/me',
    absolute: (path: string) => `file://${path}`,
  };
  const lies = (path: string, ...uris: string[]) =>
    it(`of ${path} is at ${uris.join(', ')}`, () => assert.deepEqual(filePlaces(path, around), { kind: 'file', uris }));
  lies('/p/a b.pdf', 'file:///p/a b.pdf');
  lies('pdf/a.pdf', 'file:///w/lists/pdf/a.pdf', 'file:///w/pdf/a.pdf');
  lies('pdf\\a.pdf', 'file:///w/lists/pdf/a.pdf', 'file:///w/pdf/a.pdf');
  lies('~/a.pdf', 'file:///home/me/a.pdf');
  lies('C:\\p\\a.pdf', 'file://C:/p/a.pdf');

  it('is not looked for on other machines', () => {
    for (const path of ['\\\\host\\a.pdf', '//host/a.pdf']) assert.equal(filePlaces(path, around).kind, 'network');
  });
  it('may be kept by Zotero, which has links for it', () => {
    assert.equal(filePlaces('zotero://open-pdf/library/items/ABCD2345', around).kind, 'web');
    for (const path of ['zotero://select/items/x', 'zotero://open-pdf/library/items/A?x=1', 'vscode://x/y'])
      assert.equal(filePlaces(path, around).kind, 'file', path);
  });
  it('may be the web', () => assert.equal(filePlaces('https://a.example/a.pdf', around).kind, 'web'));
});
