import assert from 'node:assert/strict';
import type { CslItem } from '../../../../src/library/model/csl';
import { readText } from '../../../../src/library/formats/readers';
import { readLibrary } from '../../../cases';

const items = (file: string, text: string): CslItem[] => readLibrary(file, text).entries.map(({ csl }) => csl);
/** An item without its key, which is made. */
function withoutKey(item: CslItem): CslItem {
  const rest = { ...item };
  delete rest.id;
  return rest;
}

const titles = (file: string, text: string) => items(file, text).map(({ title }) => title);
const problems = (file: string, text: string) =>
  readLibrary(file, text).problems.map(({ code, range }) => `${code} ${range.start.line + 1}`);

describe('What PubMed hands out', () => {
  const RECORD = [
    'PMID- 31452104',
    'OWN - NLM',
    'IS  - 1476-4687 (Electronic)',
    'VI  - 572',
    'IP  - 7769',
    'DP  - 2019 Aug 1',
    'TI  - A cell atlas of many',
    '      organs.',
    'PG  - 436-44',
    'LID - 10.1038/x1 [doi]',
    'AB  - Cells. BACKGROUND: They',
    '      are many.',
    'FAU - Smith, John A',
    'AU  - Smith JA',
    'AUID- ORCID: 0000-0002-1825-0097',
    'FAU - van der Berg, Jo',
    'AU  - van der Berg J',
    'CN  - The Atlas Consortium',
    'LA  - eng',
    'PT  - Journal Article',
    'DEP - 20190705',
    'TA  - Nature',
    'JT  - Nature (London)',
    'MH  - *Cells/cytology',
    'OT  - atlas',
    'PMC - PMC6612345',
  ].join('\n');

  it('is an article with all that it says', () => {
    assert.deepEqual(withoutKey(items('x.nbib', RECORD)[0]), {
      type: 'article-journal',
      title: 'A cell atlas of many organs',
      author: [
        { family: 'Smith', given: 'John A', ORCID: '0000-0002-1825-0097' },
        { family: 'Berg', given: 'Jo', 'non-dropping-particle': 'van der' },
        { literal: 'The Atlas Consortium' },
      ],
      'container-title': 'Nature (London)',
      'container-title-short': 'Nature',
      issued: { 'date-parts': [[2019, 8, 1]] },
      'available-date': { 'date-parts': [[2019, 7, 5]] },
      volume: '572',
      issue: '7769',
      page: '436-444',
      abstract: 'Cells. BACKGROUND: They are many.',
      language: 'en',
      keyword: 'atlas; Cells/cytology',
      ISSN: '1476-4687',
      PMID: '31452104',
      PMCID: 'PMC6612345',
      DOI: '10.1038/x1',
    });
  });

  it('has several records, books and parts of them, with their places', () => {
    const text = `${RECORD}\n\nPMID- 2\nBTI - A Book\nTI  - A part.\nAU  - Doe JB\n\nPMID- 3\nBTI - Another\nDP  - 2019 Winter\n`;
    const { entries } = readLibrary('pubmed.txt', text);
    assert.deepEqual(
      entries.map(({ csl }) => [csl.type, csl.title, csl['container-title']]),
      [
        ['article-journal', 'A cell atlas of many organs', 'Nature (London)'],
        ['chapter', 'A part', 'A Book'],
        ['book', 'Another', undefined],
      ],
    );
    assert.deepEqual(entries[1].csl.author, [{ family: 'Doe', given: 'JB' }]);
    assert.deepEqual(entries[1].entry.source.range.start, { line: 27, character: 0 });
  });

  it('is told from others, and what is amiss with its line', () => {
    assert.equal(readText('set.txt', RECORD).format, 'nbib');
    assert.equal(readText('x.txt', 'PMID: 1').format, 'text-list');
    assert.deepEqual(problems('x.nbib', `Found 1\n\n${RECORD}\n\nPMID- 5\nOWN - NLM\n`), [
      'missing-start 1',
      'item-without-title 30',
    ]);
  });
});

describe('What EndNote exports with its own tags', () => {
  it('is read as its RIS is', () => {
    const [article, book] = items(
      'x.enw',
      [
        '%0 Journal Article',
        '%T On Maps',
        '%A Doe, Jane',
        '%A ACME Research,',
        '%J Robotics',
        '%D 2020',
        '%8 May 3',
        '%V 5',
        '%N 2',
        '%P 3-12',
        '%R 10.1234/abc',
        '%@ 1234-5679',
        '%K maps',
        'robots',
        '%X First.',
        '',
        'Second.',
        '%F doe2020',
        '',
        '%0 Edited Book',
        '%T All Maps',
        '%A Ito, Emi',
        '%I Springer',
        '%C Berlin',
        '%7 2nd',
        '%! Maps',
        '%> internal-pdf://a.pdf',
      ].join('\n'),
    );
    assert.deepEqual(article, {
      id: 'doe2020',
      type: 'article-journal',
      title: 'On Maps',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'ACME Research' }],
      'container-title': 'Robotics',
      issued: { 'date-parts': [[2020, 5, 3]] },
      volume: '5',
      issue: '2',
      page: '3-12',
      DOI: '10.1234/abc',
      ISSN: '1234-5679',
      keyword: 'maps, robots',
      abstract: 'First. Second.',
    });
    assert.deepEqual(
      [book.type, book.editor, book.author, book.publisher, book['publisher-place'], book.edition, book['title-short']],
      ['book', [{ family: 'Ito', given: 'Emi' }], undefined, 'Springer', 'Berlin', '2nd', 'Maps'],
    );
  });

  it('may be refer, whose records have blank lines between them and no type', () => {
    const text = '%A Doe, Jane\n%T One\n%J Robotics\n%D 2019\n\n%T Two\n%A Ito, Emi\n%I Lab\n%R TR-5\n%D 2020\n';
    assert.deepEqual(
      items('x.txt', text).map(({ type, title, number }) => [type, title, number]),
      [
        ['article-journal', 'One', undefined],
        ['report', 'Two', 'TR-5'],
      ],
    );
  });

  it('is told from other texts', () => {
    for (const text of ['100% 0 x', '%Title\nText', '@article{a, title={%0 x}}', '% A comment\n@misc{a, title={T}}'])
      assert.notEqual(readText('', text).format, 'endnote', text);
    assert.deepEqual(problems('x.enw', 'A page\n%0 Book\n%D 2020\n'), ['missing-start 1', 'item-without-title 2']);
  });
});

describe('What Web of Science exports as text', () => {
  const TEXT = [
    'FN Clarivate Analytics Web of Science',
    'VR 1.0',
    'PT J',
    'AU Doe, J',
    '   Ito, E',
    'AF Doe, Jane',
    '   Ito, Emi',
    'TI On maps',
    '   of rooms',
    'SO ROBOTICS',
    'LA English',
    'DT Article',
    'DE maps; population, genetics',
    'OI Ito, Emi/0000-0002-1825-0097; Doe, Jane/0000-0001-5109-3700',
    'SN 1234-5679',
    'JI Robot.',
    'PD AUG 1',
    'PY 2019',
    'VL 5',
    'BP 436',
    'EP 444',
    'DI 10.1234/abc',
    'UT WOS:000123',
    'ER',
    '',
    'PT S',
    'AU Kato, B',
    'TI At a meeting',
    'SO PROCEEDINGS',
    'DT Proceedings Paper',
    'CT ICRA',
    'CL Oslo, NORWAY',
    'AR 12',
    'SI SI',
    'PY 2020',
    'ER',
    '',
    'EF',
  ].join('\n');

  it('is read with all that it says', () => {
    const [article, paper] = items('savedrecs.txt', TEXT);
    assert.deepEqual(withoutKey(article), {
      type: 'article-journal',
      title: 'On maps of rooms',
      author: [
        { family: 'Doe', given: 'Jane', ORCID: '0000-0001-5109-3700' },
        { family: 'Ito', given: 'Emi', ORCID: '0000-0002-1825-0097' },
      ],
      'container-title': 'ROBOTICS',
      'container-title-short': 'Robot.',
      issued: { 'date-parts': [[2019, 8, 1]] },
      volume: '5',
      page: '436-444',
      language: 'en',
      keyword: 'maps; population, genetics',
      ISSN: '1234-5679',
      DOI: '10.1234/abc',
      archive: 'Web of Science',
      archive_location: 'WOS:000123',
    });
    assert.deepEqual(
      [paper.type, paper['event-title'], paper['event-place'], paper.number],
      ['paper-conference', 'ICRA', 'Oslo, NORWAY', '12'],
    );
  });

  it('tells of a record that is cut off', () => {
    const cut = TEXT.slice(0, TEXT.indexOf('\nER\n\nEF'));
    assert.deepEqual(problems('x.ciw', cut), ['missing-end 26']);
    assert.deepEqual(titles('x.ciw', cut), ['On maps of rooms', 'At a meeting']);
  });
});
