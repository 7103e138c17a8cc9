import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/base/textEdit';
import type { FormatId } from '../../../../src/library/formats/reader';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import type { CslItem } from '../../../../src/library/model/csl';
import { fullName } from '../../../../src/library/model/display';
import type { Entry } from '../../../../src/library/model/entry';
import { FIELDS, type FieldName, type PaperFields } from '../../../../src/library/model/fields';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import { leftOut as leftOutOf } from '../../../../src/library/writing/leftOut';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';
import { cases } from '../../support/cases';

const FILES = { bibtex: 'x.bib', 'csl-json': 'x.json', 'csl-yaml': 'x.yaml', ris: 'x.ris', 'text-list': 'x.txt' };
type Written = keyof typeof FILES;
const FORMATS = Object.keys(FILES) as Written[];

/** The first entry of a list. */
function entryOf(file: string, text: string): Entry {
  const library = new Library();
  library.setSource('x', readText(file, text));
  return library.entries()[0];
}

const ofItem = (more: CslItem) =>
  entryOf('x.json', JSON.stringify([{ id: 'k', type: 'article-journal', title: 'T', abstract: 'We.', ...more }]));
const leftOut = (format: FormatId, entry: Entry) => leftOutOf(format, writtenEntry(entry, format));

/** An entry written into an empty list and read again; undefined where that is refused. */
function rewritten(format: Written, entry: Entry): Entry | undefined {
  const edits = changeSource(format, '', { kind: 'add', entries: [writtenEntry(entry, format)] });
  return isRefusal(edits) ? undefined : entryOf(FILES[format], applyEdits('', edits));
}

/** What a field says; what is no part of the promise is the form: white space, `%7B` in links, tag or name of a language. */
function shown(paper: PaperFields, name: FieldName): string {
  if (name === 'authors') return paper.authors.map(fullName).join().replace(/\s/g, '');
  if (name === 'files') return (paper.files ?? []).map(({ path }) => path).join();
  if (name === 'url') return (paper.url ?? '').replace(/%7B|%7D|%5C/g, decodeURIComponent).replace(/\s/g, '');
  if (name === 'language') return TAGS[paper.language ?? ''] ?? (paper.language ?? '').replace(/^(..)-..$/, '$1');
  return JSON.stringify(paper[name] ?? null).replace(/\s|\\[nrt]/g, '');
}

const TAGS: Readonly<Record<string, string>> = { english: 'en', ngerman: 'de' };
const COMPARED = FIELDS.map(({ name }) => name).filter((name) => name !== 'type' && name !== 'origin');

/** Every field is in what is read back, or named as left out. */
function assertNothingSilent(entry: Entry): void {
  for (const format of FORMATS) {
    const read = rewritten(format, entry);
    if (!read) continue;
    const named = leftOut(format, entry);
    for (const name of COMPARED) {
      const value = entry[name];
      if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
      if (!named.includes(name)) assert.equal(shown(read, name), shown(entry, name), `${format} ${name}`);
    }
  }
}

const hostile = fc
  .string({ minLength: 1, maxLength: 24, unit: fc.constantFrom(...'abXY12 é日{}\\"\'%&$#_~^<>()[];:,.@=-/\n') })
  .map((text) => `a${text}`);
const item = fc.record<CslItem>(
  {
    title: hostile,
    author: fc.array(fc.oneof(fc.record({ family: hostile, given: hostile }), fc.record({ literal: hostile })), {
      minLength: 1,
      maxLength: 3,
    }),
    issued: fc.record({ 'date-parts': fc.constant([[2001, 2, 3]]) }),
    'container-title': hostile,
    abstract: hostile,
    keyword: fc.array(hostile, { minLength: 1, maxLength: 3 }).map((words) => words.join('; ')),
    DOI: hostile.map((text) => `10.1000/${text}`),
    URL: hostile.map((text) => `https://a.example/${text}`),
    ISBN: fc.constant('978-3-16-148410-0'),
    ISSN: fc.constant('1234-5678'),
    PMID: fc.constant('31452104'),
    PMCID: fc.constant('PMC6612345'),
    number: fc.constantFrom('arXiv:1706.03762', '12'),
    language: fc.constantFrom('en', 'de-DE', 'klingon', 'x}y'),
    dateAdded: fc.constant('2024-05-06'),
    type: fc.constantFrom('article', 'article-journal', 'book', 'chapter', 'paper-conference', 'report', 'thesis'),
  },
  { requiredKeys: ['title', 'abstract'] },
);

const bibValue = fc.string({ maxLength: 24, unit: fc.constantFrom(...'abXY12 é日\\%&$#_~^;:,.=-/') });
const language = fc.tuple(
  fc.constantFrom('langid', 'language'),
  fc.constantFrom('english', 'ngerman', 'xyz', 'english and french', '/a'),
);
const bibField = fc.tuple(
  fc.constantFrom(
    ...'author editor journal note abstract keywords doi url file ids eprint isbn pmid pmcid date-added'.split(' '),
  ),
  fc.oneof(
    bibValue,
    bibValue.map((text) => `10.1000/${text}`),
    bibValue.map((text) => `/a b/${text}.pdf`),
  ),
);
const bib = fc
  .uniqueArray(fc.oneof({ weight: 8, arbitrary: bibField }, language), { selector: ([name]) => name, maxLength: 8 })
  .map(
    (fields) => `@article{k,\n title = {T},\n${fields.map(([name, value]) => ` ${name} = {${value}},\n`).join('')}}`,
  );

describe('Nothing is lost in silence', () => {
  it('where an item is written in any format', () =>
    fc.assert(
      fc.property(item, (more) => assertNothingSilent(ofItem(more))),
      { numRuns: cases(100, 20) },
    ));

  it('where an entry of BibTeX is written in any format', () =>
    fc.assert(
      fc.property(bib, (text) => assertNothingSilent(entryOf('x.bib', text))),
      { numRuns: cases(100, 20) },
    ));

  it('where a record of RIS is written in any format', () => {
    const tags = fc.array(
      fc.tuple(fc.constantFrom(...'AU PY T2 AB KW DO UR L1 LA SN AN N1 C2'.split(' ')), hostile.map(oneLine)),
      { maxLength: 8 },
    );
    const lines = (pairs: readonly (readonly string[])[]) =>
      pairs.map(([tag, value]) => `${tag}  - ${value}\n`).join('');
    fc.assert(
      fc.property(tags, (pairs) =>
        assertNothingSilent(entryOf('x.ris', `TY  - JOUR\nID  - k\nTI  - T\n${lines(pairs)}ER  - \n`)),
      ),
      { numRuns: cases(100, 20) },
    );
  });
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('A DOI or a link that BibTeX cannot hold as it is', () => {
  it('stands there with percent signs, and is read as the same', () => {
    for (const doi of [
      '10.1000/a{b',
      '10.1000/a}b',
      '10.1000/{a}b',
      '10.1000/a\\_b',
      '10.1000/a%7Bb',
      '10.1000/%257b{',
    ]) {
      const entry = ofItem({ DOI: doi });
      assert.equal(rewritten('bibtex', entry)?.doi, doi);
      assert.deepEqual(leftOut('bibtex', entry), []);
    }
    const url = 'https://a.example/{x"y?q=\\z';
    assert.equal(rewritten('bibtex', ofItem({ URL: url }))?.url, 'https://a.example/%7Bx"y?q=%5Cz');
  });
});

describe('What a format has no place for', () => {
  const FULL: CslItem = {
    author: [{ family: 'Doe', given: 'Jane' }],
    issued: { 'date-parts': [[2001, 2, 3]] },
    accessed: { 'date-parts': [[2002, 2, 3]] },
    'container-title': 'Journal',
    volume: '1',
    issue: '2',
    page: '3-4',
    keyword: 'a; b',
    DOI: '10.1000/x',
    URL: 'https://a.example/x',
    ISSN: '1234-5678',
    PMID: '31452104',
    PMCID: 'PMC6612345',
    language: 'en',
    note: 'Signed.',
  };

  it('is nothing where an ordinary paper is written as BibTeX, CSL or RIS', () => {
    for (const format of FORMATS.filter((each) => each !== 'text-list'))
      assert.deepEqual(leftOut(format, ofItem(FULL)), [], format);
  });

  it('is nothing of a paper of arXiv, whose number stands as its identifier there', () => {
    const paper = ofItem({ number: 'arXiv:2611.00002', DOI: '10.48550/arxiv.2611.00002', publisher: 'arXiv' });
    for (const format of ['bibtex', 'ris'] as const) assert.deepEqual(leftOut(format, paper), [], format);
  });

  it('is all but title and abstract where it is written into a text list', () =>
    assert.deepEqual(
      leftOut('text-list', ofItem(FULL)),
      'authors year venue keywords doi pmid pmcid url language'.split(' '),
    ));

  it('is named by the variable or the field that it stood in', () => {
    const more = { custom: { shelf: 'A' }, 'x-number': '300', dateAdded: '2024-05-06' };
    assert.deepEqual(leftOut('bibtex', ofItem(more)), ['custom', 'x-number']);
    assert.deepEqual(leftOut('ris', ofItem(more)), ['added', 'custom', 'x-number']);
    const text = '@misc{k, title = {T}, author = {A and others}, file = {a.pdf}, ids = {l}, x-own = {Mine}}';
    assert.deepEqual(leftOut('csl-json', entryOf('x.bib', text)), ['moreAuthors', 'aliases', 'files', 'x-own']);
    assert.deepEqual(leftOut('bibtex', entryOf('x.bib', text)), []);
  });

  it('is nothing where a short title goes whose long one stays', () => {
    const talk = { type: 'paper-conference', 'container-title': 'Proceedings', 'container-title-short': 'Proc' };
    assert.deepEqual(leftOut('bibtex', ofItem(talk)), []);
  });

  it('is nothing where the format refuses the entry', () =>
    assert.deepEqual(leftOut('text-list', ofItem({ ...FULL, abstract: undefined })), []));
});
