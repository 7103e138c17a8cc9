import assert from 'node:assert/strict';
import fc from 'fast-check';
import { latexToText } from '../../../src/library/bibtex/latex';
import { isBalanced, titleToLatex } from '../../../src/library/writing/toLatex';
import { readText } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import type { CslItem } from '../../../src/library/model/csl';
import type { Entry } from '../../../src/library/model/entry';
import { parsePlainName } from '../../../src/library/model/names';
import { changeSource } from '../../../src/library/writing/changeSource';
import type { StatableField } from '../../../src/library/writing/editableField';
import { isRefusal } from '../../../src/library/writing/editRefusal';
import { applyEdits } from '../../../src/base/textEdit';
import type { Found } from '../../../src/online/found';
import type { ServiceId } from '../../../src/online/services';
import { proposals } from '../../../src/workflows/metadata/trust';
import { withProtection } from '../../../src/workflows/metadata/titleProtection';
import { changeTo } from '../../../src/workflows/metadata/writtenField';

function entryIn(fileName: string, text: string): Entry {
  const library = new Library();
  library.setSource(`file:///${fileName}`, readText(fileName, text));
  return library.entries()[0];
}

/** An article that was published, unless `fields` say otherwise; `@book: …` is another type. */
const entry = (fields: string) => {
  const [, type = 'article', own] = /^(?:@(\w+): )?([^]*)$/.exec(fields) ?? [];
  return entryIn('a.bib', `@${type}{k,\n  ${own}\n}\n`);
};

const names = (...all: string[]) => all.map(parsePlainName);

const found = (service: ServiceId, item: CslItem): Found => ({ service, item: { title: 'On Maps', ...item } });

const JOURNAL = { 'container-title': 'Journal of Maps', type: 'article-journal' };
const ARXIV = { type: 'article', DOI: '10.48550/arxiv.2001.00001', publisher: 'arXiv', number: 'arXiv:2001.00001' };
const OWN = 'title = {On Maps}, journal = {Journal of Maps}, doi = {10.1234/m}';
const DOI = '10.1234/m';
const crossref = (item: CslItem) => found('crossref', { ...JOURNAL, DOI, ...item });
const arxiv = (item: CslItem) => found('arxiv', { ...ARXIV, ...item });
const openalex = (item: CslItem) => found('openalex', { ...JOURNAL, DOI, ...item });
const PROCEEDINGS = { 'container-title': 'Proceedings of Maps', type: 'paper-conference' };
const TALK = '@inproceedings: title = {On Maps}, booktitle = {Proceedings of Maps}, doi = {10.1234/m}';
const BOOK = '@book: title = {On Maps}, isbn = {9780262033848}';
const date = (...parts: number[]) => ({ issued: { 'date-parts': [parts] } });

/** Which value wins, and why: what an entry says, what services say, and what is offered of it. */
const TABLE: readonly (readonly [
  why: string,
  fields: string,
  records: readonly Found[],
  offered: readonly string[],
])[] = [
  ['a missing year is filled in', OWN, [crossref(date(2020))], ['year 2020 crossref publisher']],
  ['a year that is the same is not offered', `${OWN}, year = 2020`, [crossref(date(2020, 3))], []],
  ['another year is offered', `${OWN}, year = 2019`, [crossref(date(2020))], ['year 2020 crossref publisher']],
  [
    'the publisher’s year counts before that of OpenAlex',
    OWN,
    [openalex(date(2019)), crossref(date(2020))],
    ['year 2020 crossref publisher'],
  ],
  [
    'OpenAlex counts where the publisher says nothing',
    OWN,
    [crossref({}), openalex({ volume: '3' })],
    ['volume 3 openalex only-source'],
  ],
  [
    'DataCite is a publisher’s own data too',
    OWN,
    [found('datacite', { ...JOURNAL, DOI, ...date(2020) })],
    ['year 2020 datacite publisher'],
  ],
  ['a published paper does not take the preprint’s year', OWN, [arxiv(date(2018))], []],
  [
    'a published paper does not take the preprint’s DOI',
    'title = {On Maps}, journal = {Journal of Maps}',
    [arxiv({})],
    [],
  ],
  [
    'a published paper takes arXiv’s abstract',
    OWN,
    [arxiv({ abstract: 'A.' })],
    ['abstract A. arxiv authors-abstract'],
  ],
  [
    'arXiv’s abstract counts before the publisher’s',
    OWN,
    [crossref({ abstract: 'P.' }), arxiv({ abstract: 'A.' })],
    ['abstract A. arxiv authors-abstract'],
  ],
  [
    'the publisher’s abstract counts where arXiv has none',
    OWN,
    [crossref({ abstract: 'P.' })],
    ['abstract P. crossref publisher'],
  ],
  ['an abstract that is there stays', `${OWN}, abstract = {Mine.}`, [arxiv({ abstract: 'A.' })], []],
  [
    'a preprint does not take what was published',
    'title = {On Maps}, eprint = {2001.00001}, archiveprefix = {arXiv}',
    [crossref({ volume: '3', ...date(2021) })],
    [],
  ],
  [
    'a preprint takes what arXiv says',
    'title = {On Maps}, eprint = {2001.00001}, archiveprefix = {arXiv}',
    [arxiv(date(2020))],
    ['year 2020 arxiv only-source', 'doi 10.48550/arxiv.2001.00001 arxiv only-source'],
  ],
  [
    'missing authors are filled in',
    OWN,
    [crossref({ author: names('Jane Doe') })],
    ['authors Doe, Jane crossref publisher'],
  ],
  [
    'the same authors are not offered',
    `${OWN}, author = {Doe, Jane and Li, Wei}`,
    [crossref({ author: names('Jane Doe', 'Wei Li') })],
    [],
  ],
  [
    'diacritics alone are no difference',
    `${OWN}, author = {Müller, Jane}`,
    [crossref({ author: names('Jane Muller') })],
    [],
  ],
  [
    'authors are never fewer',
    `${OWN}, author = {Doe, Jane and Li, Wei}`,
    [crossref({ author: names('Jane Doe') })],
    [],
  ],
  [
    'authors are never made initials',
    `${OWN}, author = {Doe, Jane and Li, Wei}`,
    [crossref({ author: names('J. Doe', 'W. Li') })],
    [],
  ],
  [
    'initials become names',
    `${OWN}, author = {Doe, J. and Li, W.}`,
    [crossref({ author: names('Jane Doe', 'Wei Li') })],
    ['authors Doe, Jane; Li, Wei crossref publisher'],
  ],
  [
    '“and others” becomes all of them',
    `${OWN}, author = {Doe, Jane and others}`,
    [crossref({ author: names('Jane Doe', 'Wei Li') })],
    ['authors Doe, Jane; Li, Wei crossref publisher'],
  ],
  [
    'the longest list counts, whoever has it',
    OWN,
    [crossref({ author: names('Jane Doe') }), arxiv({ author: names('Jane Doe', 'Wei Li') })],
    ['authors Doe, Jane; Li, Wei arxiv more-authors'],
  ],
  [
    'of equal lists the one with names in full counts',
    OWN,
    [crossref({ author: names('J. Doe') }), openalex({ author: names('Jane Doe') })],
    ['authors Doe, Jane openalex more-authors'],
  ],
  [
    'a title that differs in braces and case is the same',
    `title = {On {MAPS}}, journal = {Journal of Maps}, doi = {10.1234/m}`,
    [crossref({ title: 'On Maps' })],
    [],
  ],
  [
    'a title that says more is offered',
    OWN,
    [crossref({ title: 'On Maps: A Study' })],
    ['title On Maps: A Study crossref publisher'],
  ],
  [
    'a missing venue is filled in',
    'title = {On Maps}, doi = {10.1234/m}',
    [crossref({})],
    ['venue Journal of Maps crossref publisher'],
  ],
  [
    'another venue is offered',
    'title = {On Maps}, journal = {J. Maps}, doi = {10.1234/m}',
    [crossref({})],
    ['venue Journal of Maps crossref publisher'],
  ],
  ['pages with another dash are the same', `${OWN}, pages = {1--9}`, [crossref({ page: '1-9' })], []],
  ['pages with a short end are the same', `${OWN}, pages = {123--9}`, [crossref({ page: '123-129' })], []],
  [
    'volume, issue and pages are filled in',
    OWN,
    [crossref({ volume: '3', issue: '1', page: '1-9' })],
    ['volume 3 crossref publisher', 'issue 1 crossref publisher', 'pages 1-9 crossref publisher'],
  ],
  [
    'a missing DOI is filled in',
    'title = {On Maps}, journal = {Journal of Maps}',
    [crossref({})],
    ['doi 10.1234/m crossref publisher'],
  ],
  [
    'a DOI in other letters is the same',
    'title = {On Maps}, journal = {Journal of Maps}, doi = {10.1234/M}',
    [crossref({})],
    [],
  ],
  ['a link that only repeats the DOI is not offered', OWN, [crossref({ URL: 'https://doi.org/10.1234/m' })], []],
  [
    'a link is filled in where there is no DOI',
    'title = {On Maps}, journal = {Journal of Maps}',
    [openalex({ DOI: undefined, URL: 'https://x.org/a' })],
    ['url https://x.org/a openalex only-source'],
  ],
  ['where no service knows anything nothing is offered', OWN, [], []],
  [
    'the missing publisher of a talk is filled in',
    TALK,
    [crossref({ ...PROCEEDINGS, publisher: 'ACM' })],
    ['publisher ACM crossref publisher'],
  ],
  ['a journal article is not given its publisher', OWN, [crossref({ publisher: 'Elsevier' })], []],
  [
    'nor where the list does not say that it is one',
    '@misc: title = {On Maps}, howpublished = {Journal of Maps}, doi = {10.1234/m}',
    [crossref({ publisher: 'Elsevier' })],
    [],
  ],
  [
    'a preprint is not given its server as publisher',
    'title = {On Maps}, eprint = {2001.00001}, archiveprefix = {arXiv}, doi = {10.48550/arxiv.2001.00001}',
    [arxiv({})],
    [],
  ],
  [
    'a publisher in other words is the same',
    `${TALK}, publisher = {The MIT Press}`,
    [crossref({ ...PROCEEDINGS, publisher: 'MIT Press' })],
    [],
  ],
  [
    'another publisher is offered',
    `${TALK}, publisher = {Elsevier}`,
    [crossref({ ...PROCEEDINGS, publisher: 'Springer Nature' })],
    ['publisher Springer Nature crossref publisher'],
  ],
  [
    'the publisher’s own name counts before that of Open Library',
    BOOK,
    [
      found('openlibrary', { type: 'book', publisher: 'Springer NY' }),
      found('crossref', { type: 'book', publisher: 'Springer' }),
    ],
    ['publisher Springer crossref publisher'],
  ],
  [
    'Open Library counts where no publisher says anything',
    BOOK,
    [found('openlibrary', { type: 'book', publisher: 'MIT Press' })],
    ['publisher MIT Press openlibrary only-source'],
  ],
  [
    'the series of a book is not its venue',
    `${BOOK}, publisher = {Springer}`,
    [found('crossref', { type: 'book', 'container-title': 'Lecture Notes', publisher: 'Springer' })],
    [],
  ],
  [
    'the university of a thesis counts as its publisher',
    '@phdthesis: title = {On Maps}, school = {MIT}',
    [found('datacite', { type: 'thesis', publisher: 'Massachusetts Institute of Technology' })],
    [],
  ],
  [
    'a missing ISBN is filled in',
    TALK,
    [crossref({ ...PROCEEDINGS, ISBN: '978-1-4503-8442-1' })],
    ['isbn 9781450384421 crossref publisher'],
  ],
  [
    'an ISBN that is there may be that of another edition, and stays',
    '@book: title = {On Maps}, isbn = {0262033844}, publisher = {MIT Press}',
    [found('openlibrary', { type: 'book', ISBN: '9780262033848' })],
    [],
  ],
  ['what is no ISBN is not taken for one', TALK, [crossref({ ...PROCEEDINGS, ISBN: '0028-0836' })], []],
  [
    'a missing PMID is filled in, from PubMed’s own archive before others',
    OWN,
    [openalex({ PMID: '222' }), found('europepmc', { ...JOURNAL, DOI, PMID: '111' })],
    ['pmid 111 europepmc own-number'],
  ],
  [
    'others are believed where the archive says nothing',
    OWN,
    [found('semanticscholar', { ...JOURNAL, DOI, PMID: '333', PMCID: 'PMC44' })],
    ['pmid 333 semanticscholar only-source', 'pmcid PMC44 semanticscholar only-source'],
  ],
  ['the same PMID is not offered', `${OWN}, pmid = {111}`, [openalex({ PMID: '111' })], []],
  ['another PMID is offered', `${OWN}, pmid = {112}`, [openalex({ PMID: '111' })], ['pmid 111 openalex only-source']],
  ['a PMCID without its letters is the same', `${OWN}, pmcid = {44}`, [openalex({ PMCID: 'PMC44' })], []],
  ['a PMID that a note states is not filled in again', `${OWN}, note = {PMID: 111}`, [openalex({ PMID: '111' })], []],
  [
    'a preprint does not take the numbers of what was published',
    'title = {On Maps}, eprint = {2001.00001}, archiveprefix = {arXiv}',
    [found('europepmc', { ...JOURNAL, DOI, PMID: '111', PMCID: 'PMC44' })],
    [],
  ],
];

describe('Completing metadata', () => {
  for (const [why, fields, records, offered] of TABLE) {
    it(why, () => {
      const said = proposals(entry(fields), records).map(
        ({ field, value, record, reason }) => `${field} ${value} ${record.service} ${reason}`,
      );
      assert.deepEqual(said, offered);
    });
  }
});

describe('A record’s field in a source', () => {
  const item: CslItem = {
    title: 'BERT on Maps of DNA',
    author: names('Jane Doe', 'Aäron van den Oord'),
    issued: { 'date-parts': [[2020, 3]] },
    'container-title': 'Maps & Charts',
    page: '1-9',
    DOI: '10.1234/m',
    publisher: 'Maps & Sons',
    ISBN: '978-0-262-03384-8',
    PMID: '111',
    PMCID: 'PMC44',
  };

  const changed = (fileName: string, text: string, field: StatableField) => {
    const paper = entryIn(fileName, text);
    const change = changeTo(paper, field, item)!;
    const edits = changeSource(paper.record.format, text, {
      kind: 'setFields',
      at: text.search(/@|\{\s*"id|TY/),
      fields: [change],
    });
    assert.ok(!isRefusal(edits), JSON.stringify(edits));
    return applyEdits(text, edits);
  };

  it('is written in the form of the source', () => {
    const bib = '@article{k,\n  title = {On maps},\n}\n';
    assert.match(changed('a.bib', bib, 'title'), /title = \{\{BERT\} on Maps of \{DNA\}\}/);
    assert.match(changed('a.bib', bib, 'authors'), /author = \{Doe, Jane and van den Oord, A\S+ron\}/);
    assert.match(changed('a.bib', bib, 'venue'), /journal = \{Maps \\& Charts\}/);
    assert.match(changed('a.bib', bib, 'pages'), /pages = \{1--9\}/);
    assert.match(changed('a.bib', bib, 'year'), /year = \{?2020\}?,/);
    assert.match(changed('a.bib', '@article{k,\n  date = {2019},\n}\n', 'year'), /date = \{2020-03\}/);
    const ris = 'TY  - JOUR\nTI  - On maps\nER  - \n';
    assert.match(changed('a.ris', ris, 'authors'), /AU {2}- Doe, Jane\nAU {2}- van den Oord, A\S+ron/);
    const csl = '[\n  {\n    "id": "k",\n    "type": "article-journal",\n    "title": "On maps"\n  }\n]\n';
    const [read] = JSON.parse(changed('a.json', csl, 'authors')) as CslItem[];
    assert.deepEqual(
      read.author?.map(({ family }) => family),
      ['Doe', 'Oord'],
    );
    assert.equal(read.id, 'k');
  });

  it('stands under the name that the format has for publisher, ISBN, PMID and PMCID', () => {
    const bib = (type: string) => `@${type}{k,\n  title = {On maps},\n}\n`;
    assert.match(changed('a.bib', bib('inproceedings'), 'publisher'), /publisher = \{Maps \\& Sons\}/);
    assert.match(changed('a.bib', bib('phdthesis'), 'publisher'), /school = \{Maps \\& Sons\}/);
    assert.match(changed('a.bib', bib('report'), 'publisher'), /institution = \{Maps \\& Sons\}/);
    assert.match(changed('a.bib', bib('book'), 'isbn'), /isbn = \{9780262033848\}/);
    assert.match(changed('a.bib', bib('article'), 'pmid'), /pmid = \{?111\}?,/);
    assert.match(changed('a.bib', bib('article'), 'pmcid'), /pmcid = \{PMC44\}/);
    const csl = '[\n  {\n    "id": "k",\n    "type": "article-journal",\n    "title": "On maps"\n  }\n]\n';
    const stated = (['publisher', 'isbn', 'pmid', 'pmcid'] as const).map((field) => changed('a.json', csl, field));
    assert.match(
      stated.join(),
      /"publisher": "Maps & Sons"[^]*"ISBN": "9780262033848"[^]*"PMID": "111"[^]*"PMCID": "PMC44"/,
    );
    const ris = 'TY  - JOUR\nTI  - On maps\nER  - \n';
    assert.match(changed('a.ris', ris, 'publisher'), /^PB {2}- Maps & Sons$/m);
    assert.match(changed('a.ris', ris.replace('JOUR', 'BOOK'), 'isbn'), /^SN {2}- 9780262033848$/m);
    assert.match(changed('a.ris', ris, 'pmid'), /^AN {2}- PMID: 111$/m);
    assert.match(changed('a.ris', ris, 'pmcid'), /^C2 {2}- PMC44$/m);
  });

  it('is read again as what it is, in each format', () => {
    for (const [name, text] of [
      ['a.bib', '@article{k,\n  title = {On maps},\n}\n'],
      ['a.ris', 'TY  - JOUR\nID  - k\nTI  - On maps\nER  - \n'],
      ['a.json', '[\n  {\n    "id": "k",\n    "type": "article-journal",\n    "title": "On maps"\n  }\n]\n'],
    ] as const) {
      const all = (['isbn', 'pmid', 'pmcid'] as const).map((field) => entryIn(name, changed(name, text, field))[field]);
      assert.deepEqual(all, ['9780262033848', '111', 'PMC44'], name);
    }
  });

  it('does not take the place of something else under the same tag of RIS', () => {
    const stated = (line: string, field: StatableField) =>
      changeTo(entryIn('a.ris', `TY  - JOUR\nTI  - On maps\n${line}\nER  - \n`), field, item);
    assert.equal(stated('SN  - 0028-0836', 'isbn'), undefined);
    assert.equal(stated('AN  - WOS:0001', 'pmid'), undefined);
    assert.equal(stated('C2  - 12345', 'pmcid'), undefined);
  });

  for (const [title, before, after] of [
    ['On deep maps of Bayes and DNA', 'On maps of {Bayes}', 'On deep maps of {Bayes} and {DNA}'],
    ['All of it', '{Some of it}', '{All of it}'],
    ['BERT: Pre-training', '{BERT}', '{BERT}: Pre-training'],
    ['On maps', 'On {Whales}', 'On maps'],
    ['Bayesian maps by Bayes', '{Bayes}ian maps', '{Bayes}ian maps by {Bayes}'],
    ['Deep Bidirectional Maps', '{D}eep {B}idirectional {B}ayes', '{D}eep {B}idirectional Maps'],
    ['A Bayes Map', '{B}ayes {M}ap', 'A {B}ayes {M}ap'],
    ['Vitamin D and {it}', 'Vitamin {D}', 'Vitamin {D} and \\textbraceleft{}it\\textbraceright{}'],
    ['The Theorem of Gödel', String.raw`On {G{\"o}del}`, 'The Theorem of {Gödel}'],
    ['Maps of Österreich', String.raw`Maps of {{\"O}sterreich}`, 'Maps of {Österreich}'],
    ['Maps of Östersund', String.raw`Maps of {\"O}stersund`, 'Maps of Östersund'],
    ['Reading the New York Times', 'The {New York Times}', 'Reading the {New York Times}'],
    ['York and the Times', 'The {New York Times of old}', '{York} and the {Times}'],
    ['Old maps of old', 'The {Times of old}', 'Old maps of old'],
    ['An mBERT-like model', 'An m{BERT} model', 'An m{BERT}-like model'],
    ['Of $B$ mesons', 'Of {B} mesons', 'Of $B$ mesons'],
    ['R&D in the UK', 'R{\\&}D in {UK}', 'R\\&D in the {UK}'],
  ])
    it(`keeps the braces of “${before}” in “${after}”`, () => assert.equal(withProtection(title, before), after));

  it('says the same with braces as without them', () => {
    const words = fc.constantFrom('Deep', 'maps', 'of', 'Bayes', 'DNA', 'Gödel', 'x', '&', '{', '$5');
    const braces = fc.constantFrom('', '{', '}', '{{', '}}');
    const titles = fc.array(words, { minLength: 1, maxLength: 8 }).map((each) => each.join(' '));
    const before = fc.array(fc.tuple(braces, words), { maxLength: 8 }).map((each) => each.flat().join(' '));
    fc.assert(
      fc.property(titles, before, (title, old) => {
        const latex = withProtection(title, old);
        assert.ok(isBalanced(latex), latex);
        assert.equal(latexToText(latex), latexToText(titleToLatex(title)), latex);
      }),
    );
  });
});
