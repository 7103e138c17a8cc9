import assert from 'node:assert/strict';
import type { CslName } from '../../../src/library/model/csl';
import { fullName } from '../../../src/library/model/display';
import { readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0];

describe('Records of RIS', () => {
  const ris = (type: string, ...lines: string[]) =>
    first('x.ris', [`TY  - ${type}`, 'TI  - T', ...lines, 'ER  - ', ''].join('\n'));
  const names = (value: unknown) => ((value ?? []) as CslName[]).map(fullName);

  it('have people by their type, each in one part', () => {
    const people = ['AU  - Ito, E', 'A2  - Kato, B', 'A3  - Sato, C', 'ED  - Ueda, D'];
    const chapter = ris('CHAP', ...people).csl;
    assert.deepEqual([names(chapter.editor), names(chapter['collection-editor'])], [['D Ueda', 'B Kato'], ['C Sato']]);
    const book = ris('BOOK', ...people).csl;
    assert.deepEqual([names(book.editor), names(book['collection-editor'])], [['D Ueda', 'C Sato'], ['B Kato']]);
  });
  it('have an editor whose letters are those of another, and one who stands there twice once', () => {
    const people = ['A3  - Amy, Roland', 'ED  - Roland, Amy', 'ED  - Roland, May', 'A2  - Roland, May'];
    assert.deepEqual(names(ris('CHAP', ...people).csl.editor), ['Amy Roland', 'May Roland']);
    assert.deepEqual(names(ris('BOOK', 'A2  - May, Ed', 'ED  - Yam, Ed').csl.editor), ['Ed Yam']);
    assert.deepEqual(ris('BOOK', 'ED  - ACME,, Inc.', 'A4  - van Gogh, Vincent').csl.translator, [
      { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
    ]);
  });
  it('say in M2 what Zotero has in its field Extra', () => {
    const { csl, entry } = ris(
      'GEN',
      'M2  - Type: interview',
      'M2  - Original Date: 1999-05',
      'M2  - interviewer: van Gogh || Vincent',
      'M2  - interviewer: The Body',
      'M2  - tex.author+an:orcid: 2="0000-0001"',
      'M2  - PMID: 31452104',
      'AU  - Ito, E',
      'AU  - Kato, F',
    );
    assert.deepEqual(
      [csl.type, csl['original-date'], entry.pmid],
      ['interview', { 'date-parts': [[1999, 5]] }, '31452104'],
    );
    assert.deepEqual(names(csl.interviewer), ['Vincent van Gogh', 'The Body']);
    assert.deepEqual(csl.author?.[1], { family: 'Kato', given: 'F', ORCID: '0000-0001' });
    // The first page, as EndNote has it there.
    assert.equal(ris('JOUR', 'M2  - 12').csl['page-first'], '12');
  });
  it('have the law reports of a case where editors of others stand', () => {
    const { csl } = ris('CASE', 'A2  - U.S. Reports');
    assert.deepEqual([csl['container-title'], csl.reporter], ['U.S. Reports', undefined]);
  });
  it('say by their type what a tag means', () => {
    const says = (variable: string, type: string, ...lines: string[]) => ris(type, ...lines).csl[variable];
    assert.equal(says('page', 'JOUR', 'SP  - 3'), '3');
    assert.equal(says('page', 'JOUR', 'SP  - e3', 'EP  - e9'), 'e3-e9');
    assert.equal(says('page', 'JOUR', 'EP  - 9'), '9');
    assert.equal(says('number-of-pages', 'BOOK', 'SP  - 312'), '312');
    assert.equal(says('page', 'BOOK', 'SP  - 3', 'EP  - 12'), '3-12');
    assert.equal(says('dimensions', 'MPCT', 'SP  - 90 min'), '90 min');
    assert.equal(says('version', 'COMP', 'ET  - 2.1'), '2.1');
    assert.deepEqual(says('available-date', 'JOUR', 'ET  - 2020/05/03'), { 'date-parts': [[2020, 5, 3]] });
    assert.equal(says('edition', 'JOUR', 'ET  - 2nd'), '2nd');
    assert.equal(says('event-place', 'CONF', 'CY  - Oslo'), 'Oslo');
    assert.equal(says('publisher-place', 'CONF', 'C1  - Berlin'), 'Berlin');
    assert.equal(says('authority', 'CASE', 'PB  - Supreme Court'), 'Supreme Court');
    assert.equal(says('number', 'PAT', 'SN  - 10123456'), '10123456');
    assert.equal(says('references', 'CASE', 'OP  - History'), 'History');
    assert.equal(says('original-title', 'BOOK', 'OP  - Titel'), 'Titel');
  });
  it('of a conference have its name and the title of its proceedings', () => {
    const { csl } = ris('CONF', 'T2  - ICML', 'C3  - Proceedings of ICML');
    assert.deepEqual([csl['event-title'], csl['container-title']], ['ICML', 'Proceedings of ICML']);
    assert.equal(ris('CPAPER', 'T2  - ICML').csl['container-title'], 'ICML');
  });
  it('of an edited book have editors for their authors', () => {
    const { csl } = ris('EDBOOK', 'AU  - Ito, E');
    assert.deepEqual([csl.author, names(csl.editor)], [undefined, ['E Ito']]);
  });
  it('are of the type of CSL that comes nearest', () => {
    const types = Object.entries({
      SOUND: 'song',
      MPCT: 'motion_picture',
      SLIDE: 'speech',
      UNBILL: 'bill',
      XXXX: 'document',
    });
    for (const [type, meant] of types) assert.equal(ris(type).csl.type, meant);
  });
  it('have books in series, which stand in nothing else', () => {
    const { csl } = ris('BOOK', 'T2  - Series');
    assert.deepEqual([csl['collection-title'], csl['container-title']], ['Series', undefined]);
  });
  it('tell the numbers of books and series apart by their form', () => {
    assert.equal(ris('JOUR', 'SN  - 978-3-16-148410-0').csl.ISSN, undefined);
    assert.equal(ris('CHAP', 'SN  - 1234-567X').csl.ISSN, '1234-567X');
    assert.equal(ris('CHAP', 'SN  - 1234-567X').csl.ISBN, undefined);
  });
  it('go on in the next line by what they say', () => {
    assert.deepEqual(names(ris('JOUR', 'AU  - Ito, E', '      Kato, F').csl.author), ['E Ito', 'F Kato']);
    assert.equal(ris('JOUR', 'UR  - https://a.example/', '      long/path').csl.URL, 'https://a.example/long/path');
    assert.equal(ris('JOUR', 'N1  - first', 'second').csl.note, 'first second');
    assert.equal(ris('JOUR', 'N1  - first', 'N1  - second').csl.note, 'first\nsecond');
  });
  it('may have a month by its name, and a file in L2', () => {
    assert.deepEqual(ris('JOUR', 'Y1  - 2015/october').csl.issued, { 'date-parts': [[2015, 10]] });
    const { csl, entry } = ris('JOUR', 'L2  - files/12/page.html');
    assert.deepEqual([csl.URL, entry.files?.[0].path], [undefined, 'files/12/page.html']);
  });
  it('may have several names in one line', () => {
    assert.deepEqual(names(ris('JOUR', 'AU  - Ito, E.; Kato, F.').csl.author), ['E. Ito', 'F. Kato']);
    assert.deepEqual(names(ris('JOUR', 'AU  - Smith and Sons').csl.author), ['Smith and Sons']);
  });
  it('may lack the space behind a tag, and all behind ER', () => {
    const { entries } = readLibrary('x.ris', 'TY  - JOUR\nTI  -A\nPY  -2020\nER\n\nTY  - JOUR\nTI  - B\nER  -\n');
    assert.deepEqual(
      entries.map(({ entry }) => [entry.title, entry.year]),
      [
        ['A', 2020],
        ['B', undefined],
      ],
    );
  });
});
