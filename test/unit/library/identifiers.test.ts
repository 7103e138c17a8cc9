import assert from 'node:assert/strict';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { cslJsonReader } from '../../../src/library/formats/cslJson';
import { risReader } from '../../../src/library/formats/ris';
import { findIsbn } from '../../../src/library/model/identifiers';

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
