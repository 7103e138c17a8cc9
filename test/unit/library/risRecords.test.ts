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
