import assert from 'node:assert/strict';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { cslJsonReader } from '../../../src/library/formats/cslJson';
import { risReader } from '../../../src/library/formats/ris';
import { findIsbn } from '../../../src/library/model/isbn';
import { findPmcid, findPmid } from '../../../src/library/model/pubmed';

describe('An ISBN', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['978-0-262-03561-3', '9780262035613'],
    ['0-8044-2957-x', '080442957X'],
    ['978‑0‑262‑03561‑3 (print)', '9780262035613'],
    ['9780262035613, 9780262337373', '9780262035613'],
    ['978 0 262 03561 3', '9780262035613'],
    ['0262035618 9780262035613', '0262035618'],
    ['1532-4435', undefined],
    ['1234567890123', undefined],
    ['none', undefined],
  ];
  for (const [text, isbn] of cases) it(`in ${text}`, () => assert.equal(findIsbn(text), isbn));

  it('is read from every format', () => {
    const papers = [
      bibtexReader.read('@book{a, title = {A}, isbn = {978-0-262-03561-3}}').papers[0],
      cslJsonReader.read('[{"id": "a", "type": "book", "title": "A", "ISBN": "978-0-262-03561-3"}]').papers[0],
      risReader.read('TY  - BOOK\nTI  - A\nSN  - 978-0-262-03561-3\nER  - \n').papers[0],
    ];
    assert.deepEqual(papers.map(({ isbn }) => isbn), ['9780262035613', '9780262035613', '9780262035613']); // prettier-ignore
  });
});

describe('A number of PubMed', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['12345678', '12345678'],
    ['PMID: 12345678', '12345678'],
    ['https://pubmed.ncbi.nlm.nih.gov/12345678/', '12345678'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/12345678', '12345678'],
    ['WOS:000123', undefined],
    ['https://example.org/12345678', undefined],
  ];
  for (const [text, pmid] of cases) it(`in ${text}`, () => assert.equal(findPmid(text), pmid));

  for (const text of [
    'PMC1234567',
    '1234567',
    'PMCID: PMC1234567',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/',
  ]) {
    it(`in ${text}`, () => assert.equal(findPmcid(text), 'PMC1234567'));
  }

  it('is read from every format', () => {
    const bib = (fields: string) => bibtexReader.read(`@article{a, title = {A}, ${fields}}`).papers[0];
    const csl = (fields: object) =>
      cslJsonReader.read(JSON.stringify([{ id: 'a', type: 'book', title: 'A', ...fields }])).papers[0];
    const ris = (...tags: string[]) =>
      risReader.read(['TY  - JOUR', 'TI  - A', ...tags, 'ER  - '].join('\n')).papers[0];
    const papers = [
      bib('pmid = {123}, pmcid = {PMC45}'),
      bib('eprint = {123}, eprinttype = {pubmed}, note = {Read\nPMCID: PMC45}'),
      csl({ PMID: '123', PMCID: 'PMC45' }),
      csl({ note: 'PMID: 123\nPMCID: PMC45\ntex.x: y' }),
      ris('AN  - 123', 'DB  - PubMed', 'C2  - PMC45'),
      ris('UR  - https://pubmed.ncbi.nlm.nih.gov/123/', 'AN  - WOS:7', 'C2  - PMC45'),
    ];
    for (const { pmid, pmcid } of papers) assert.deepEqual([pmid, pmcid], ['123', 'PMC45']);
  });
});
