import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/base/textEdit';
import { displayTitle, fullName } from '../../../../src/library/model/display';
import type { Entry } from '../../../../src/library/model/entry';
import type { Paper } from '../../../../src/library/model/paper';
import { Library } from '../../../../src/library/library';
import { readText } from '../../../../src/library/formats/readers';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import { toBibtex as toBibtexOf } from '../../../../src/library/writing/toBibtex';
import { toRis as toRisOf } from '../../../../src/library/writing/toRis';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';
import { paper, reading } from '../papers';
import { cases } from '../../support/cases';

/** The entries of a source. */
function entries(fileName: string, text: string): readonly Entry[] {
  const library = new Library();
  library.setSource('x', readText(fileName, text));
  return library.entries();
}

const toBibtex = (entry: Entry) => toBibtexOf(writtenEntry(entry, 'bibtex'));
const toRis = (entry: Entry) => toRisOf(writtenEntry(entry, 'ris'));

function entryOf(more: Partial<Paper>): Entry {
  const library = new Library();
  library.setSource('x', reading(paper('T', { statedKey: 'key', type: 'article-journal', ...more })));
  return library.entries()[0];
}

describe('An entry as BibTeX', () => {
  it('is what stands in its source', () => {
    const text = '@Article{k,\n\tTitle={A {B}},\n\tfile = "x"\n}';
    assert.equal(toBibtex(entries('x.bib', `${text}\n@book{l,}`)[0]), text);
  });

  it('is complete where it used macros or a parent', () => {
    const text =
      '@string{j = {Journal}}\n@incollection{c, title = {T}, note = j # { x}, crossref = {p}}\n@collection{p, title = {P}, year = 2000}';
    assert.equal(
      toBibtex(entries('x.bib', text)[0]),
      '@incollection{c,\n  title = {T},\n  note = {Journal x},\n  year = {2000},\n  booktitle = {P},\n}',
    );
  });

  it('is written anew from other formats', () => {
    const item = {
      id: 'vaswani2017',
      type: 'paper-conference',
      title: 'BERT & 50% of it',
      author: [{ family: 'Oord', given: 'A.', 'non-dropping-particle': 'van den' }, { literal: 'Smith and Sons' }],
      issued: { 'date-parts': [[2017, 6]] },
      'container-title': 'NeurIPS',
      page: '1-9',
    };
    assert.equal(
      toBibtex(entries('x.json', JSON.stringify([item]))[0]),
      `@inproceedings{vaswani2017,
  author = {van den Oord, A. and {Smith and Sons}},
  title = {{BERT} \\& 50\\% of it},
  booktitle = {NeurIPS},
  year = {2017},
  month = {6},
  pages = {1--9},
}`,
    );
  });

  it('reads back the same', () => {
    const text = fc
      .string({
        minLength: 1,
        maxLength: 30,
        unit: fc.constantFrom(...'abcXYZé–ł日 0123456789{}\\$%&#_^~`\'"@,.:;()=-'),
      })
      .map((value) => value.replace(/\s+/g, ' ').trim())
      .filter((value) => /[a-z]/i.test(value) && !value.includes('$'));
    const word = fc.stringMatching(/^[A-Z][a-zé]{1,8}$/);
    const name = fc.oneof(
      fc.record({ family: word, given: word }),
      fc.record({
        family: word,
        given: word,
        'non-dropping-particle': fc.constantFrom('van', 'de la'),
        suffix: fc.constantFrom('Jr.', 'III'),
      }),
      fc.record({ family: fc.tuple(word, word).map((words) => words.join(' and ')), given: word }),
      fc.record({ literal: text }),
    );
    fc.assert(
      fc.property(
        text,
        fc.array(name, { maxLength: 4 }),
        fc.boolean(),
        fc.integer({ min: 1000, max: 2100 }),
        text,
        (title, authors, more, year, venue) => {
          const moreAuthors = (more && authors.length > 0) || undefined;
          const entry = entryOf({ title, authors, moreAuthors, year, venue });
          const written = toBibtex(entry);
          const { papers, problems } = readText('x.bib', written);
          assert.deepEqual(problems, [], written);
          assert.equal(papers[0].title, title.normalize('NFC'), written);
          assert.deepEqual(papers[0].authors.map(fullName), authors.map(fullName), written);
          assert.deepEqual(
            [papers[0].year, papers[0].venue, papers[0].moreAuthors],
            [year, venue, moreAuthors],
            written,
          );
        },
      ),
      { numRuns: cases(150) },
    );
  });
});

describe('An entry as RIS', () => {
  it('reads back the same', () => {
    const entry = entryOf({
      title: 'A Title',
      authors: [{ family: 'Doe', given: 'J.' }],
      year: 2001,
      venue: 'Journal',
      keywords: ['a', 'b'],
      doi: '10.1000/x',
      abstract: 'Long\ntext',
    });
    const read = readText('x.ris', toRis(entry)).papers[0];
    assert.deepEqual(
      [read.statedKey, read.title, read.authors, read.year, read.venue, read.keywords, read.doi, read.abstract],
      ['key', 'A Title', entry.authors, 2001, 'Journal', ['a', 'b'], '10.1000/x', 'Long text'],
    );
  });

  it('keeps the tags that it was read from', () => {
    const text = 'TY  - JOUR\nTI  - T\nC1  - odd\nER  - \n';
    assert.equal(toRis(entries('x.ris', text)[0]), text);
  });
});

describe('Adding to a source', () => {
  const added = entryOf({ title: 'New', authors: [{ family: 'Doe', given: 'J.' }], year: 2001, abstract: 'We.' });
  const add = (fileName: string, text: string) => {
    const format = readText(fileName, text).format!;
    const edits = changeSource(format, text, { kind: 'add', entries: [writtenEntry(added, format)] });
    return isRefusal(edits) ? edits.code : applyEdits(text, edits);
  };

  it('follows the style of a .bib file', () => {
    const text = '@ARTICLE{a,\r\n\tTITLE     = "A",\r\n\tYEAR      = "1990",\r\n\tAUTHOR    = "B. C."\r\n}\r\n\r\n';
    assert.equal(
      add('x.bib', text),
      `${text.trimEnd()}\r\n\r\n@ARTICLE{key,\r\n\tAUTHOR    = "Doe, J.",\r\n\tTITLE     = "New",\r\n\tYEAR      = "2001",\r\n\tABSTRACT  = "We."\r\n}\r\n`,
    );
    assert.match(add('x.bib', '@article{a,\n  journaltitle={A},\n  date={1990},\n}\n') ?? '', /\n {2}date=\{2001\},\n/);
  });

  it('keeps the form of a JSON array', () => {
    const parsed = (text: string) => (JSON.parse(add('x.json', text)) as { id: string }[]).map(({ id }) => id);
    assert.deepEqual(parsed('[\n    {"id": "a", "title": "A"}\n]\n'), ['a', 'key']);
    assert.deepEqual(parsed('[{"id": "a", "title": "A"}]'), ['a', 'key']);
    assert.deepEqual(parsed('[]'), ['key']);
    assert.match(add('x.json', '[\n    {"id": "a", "title": "A"}\n]\n'), /\},\n {4}\{\n {8}"id": "key"/);
    assert.equal(add('x.json', '[{"id": "a", "title": "A"}'), 'broken-source');
  });

  it('reads back from every format', () => {
    const sources = {
      'x.ris': 'TY  - JOUR\nTI  - A\nER  - \n',
      'x.yaml': '---\nreferences:\n  - id: a\n    title: A\n...\n',
      'y.yaml': '- id: a\n  title: A\n',
      'x.txt': 'A\nWe study.\n',
      'x.bib': '@misc{a, title = {A}}',
    };
    for (const [fileName, text] of Object.entries(sources)) {
      const after = add(fileName, text);
      assert.deepEqual(entries(fileName, after).map(displayTitle), ['A', 'New'], after);
      assert.deepEqual(readText(fileName, after).problems, [], after);
    }
  });

  it('refuses what a text list cannot hold', () => {
    const change = { kind: 'add', entries: [writtenEntry(entryOf({ title: 'T' }), 'text-list')] } as const;
    assert.deepEqual(changeSource('text-list', 'A\nWe.\n', change), { code: 'title-and-abstract-needed', key: 'key' });
  });
});
