import assert from 'node:assert/strict';
import { addToLibrary, readLibrary } from '../../cases';
import type { CslDate } from '../../../src/library/model/csl';
import { readDate } from '../../../src/library/model/writtenDate';

const day = (...part: number[]): CslDate => ({ 'date-parts': [part] });
const span = (start: number[], end: number[]): CslDate => ({ 'date-parts': [start, end] });

describe('Dates as people write them', () => {
  for (const [text, date] of [
    ['2001', day(2001)],
    ['2001-05', day(2001, 5)],
    ['2001-5-3', day(2001, 5, 3)],
    ['2001.05.03', day(2001, 5, 3)],
    ['20010503', day(2001, 5, 3)],
    ['2001-05-00', day(2001, 5)],
    ['2001-05-03 12:30:00', day(2001, 5, 3)],
    ['May 2001', day(2001, 5)],
    ['3. Mai 2001', day(2001, 5, 3)],
    ['May 3, 2001', day(2001, 5, 3)],
    ['2001 May 3', day(2001, 5, 3)],
    ['2001 May-Jun', span([2001, 5], [2001, 6])],
    ['May 3-5, 2001', span([2001, 5, 3], [2001, 5, 5])],
    ['3.5.2001', day(2001, 5, 3)],
    ['31/5/2001', day(2001, 5, 31)],
    ['5/31/2001', day(2001, 5, 31)],
    ['Spring 2001', { ...day(2001), season: 1 }],
    ['2001 Fall', { ...day(2001), season: 3 }],
    ['1999–2003', span([1999], [2003])],
    ['1997--99', span([1997], [1999])],
    ['c. 1960', { ...day(1960), circa: true }],
    ['circa May 1960', undefined],
    ['44 BC', day(-44)],
    ['AD 79', day(79)],
    ['-0043', day(-44)],
    ['04/05/2001', undefined],
    ['in press', undefined],
  ] as const) {
    it(`${text}`, () => assert.deepEqual(readDate(text), date));
  }
});

describe('Dates as lists state them', () => {
  const stated = (issued: unknown) =>
    readLibrary('x.json', JSON.stringify([{ id: 'a', title: 'T', type: 'book', issued }])).entries[0];

  for (const issued of [
    '2001-05',
    { raw: '2001-05' },
    { edtf: '2001-05' },
    [2001, 5],
    [[2001, 5]],
    [{ year: 2001, month: 5 }],
  ])
    it(`${JSON.stringify(issued)} of CSL is May 2001`, () => {
      assert.deepEqual([stated(issued).csl.issued, stated(issued).entry.year], [day(2001, 5), 2001]);
    });
  it('words stay words', () => {
    assert.deepEqual(stated('in press').csl.issued, { raw: 'in press' });
    assert.deepEqual(stated({ literal: 'May 2001' }).csl.issued, { literal: 'May 2001' });
  });

  const ris = (...lines: string[]) => {
    const { csl, entry } = readLibrary('x.ris', ['TY  - JOUR', 'TI  - T', ...lines, 'ER  - ', ''].join('\n'))
      .entries[0];
    return [csl.issued, entry.year];
  };
  for (const [lines, issued] of [
    [['PY  - 2020///Spring'], { ...day(2020), season: 1 }],
    [['PY  - 2020///Summer 2020'], { ...day(2020), season: 2 }],
    [['PY  - 2020/05/03/'], day(2020, 5, 3)],
    [['PY  - 2020/05/03/12:00'], day(2020, 5, 3)],
    [['DA  - 2020 May 3'], day(2020, 5, 3)],
    [['PY  - 2020', 'DA  - May 3'], day(2020, 5, 3)],
    [['PY  - 2020', 'DA  - Jan-Feb'], span([2020, 1], [2020, 2])],
    [['PY  - 2020-2021'], span([2020], [2021])],
    [['PY  - 2020', 'DA  - 2019/12/01'], day(2020)],
    [['DA  - 13/12/2020'], day(2020, 12, 13)],
    [['DA  - 04/05/2020'], { ...day(2020), literal: '04/05/2020' }],
    [['PY  - 2020///Easter'], { ...day(2020), literal: 'Easter 2020' }],
  ] as const) {
    it(`${lines.join(', ')} of RIS`, () => assert.deepEqual(ris(...lines), [issued, 2020]));
  }
});

describe('Dates that are written', () => {
  const BIBLATEX = '@book{z, title={Z}, date={2000}, publisher={P}, location={L}}\n';

  /** The lines of the date, and what is read from them. */
  function written(fileName: string, text: string, issued: CslDate): string {
    const result = addToLibrary(fileName, text, [{ id: 'a', type: 'book', title: 'T', issued }]);
    assert.ok(typeof result === 'string');
    const read = readLibrary(fileName, result).entries.find(({ citekey }) => citekey === 'a')?.csl.issued;
    const plain = { ...read };
    delete plain.edtf;
    const { 'date-parts': parts, season, circa } = issued;
    if (parts && !parts.flat().includes(0))
      assert.deepEqual(plain, { 'date-parts': parts, ...(season && { season }), ...(circa && { circa }) }, result);
    return result
      .slice(text.length)
      .split('\n')
      .filter((line) => /^\s*(?:year|month|day|date)\b|^(?:PY|DA)/.test(line))
      .map((line) => line.trim().replace(/,$/, ''))
      .join(', ');
  }

  for (const [date, bibtex, biblatex, ris] of [
    [{ raw: '2001-05' }, 'year = {2001}, month = {5}', 'date={2001-05}', 'PY  - 2001, DA  - 2001/05//'],
    [{ edtf: '2001-05' }, 'year = {2001}, month = {5}', 'date={2001-05}', 'PY  - 2001, DA  - 2001/05//'],
    [day(-44), 'year = {44 BC}', 'date={-0043}', 'DA  - ///44 BC'],
    [
      { ...day(2001), season: 1 },
      'year = {2001}, month = {Spring}',
      'date={2001-21}',
      'PY  - 2001, DA  - 2001///Spring',
    ],
    [{ ...day(2001), circa: true }, 'year = {c. 2001}', 'date={2001~}', 'PY  - 2001, DA  - 2001///2001~'],
    [span([1999], [2003]), 'year = {1999--2003}', 'date={1999/2003}', 'PY  - 1999, DA  - 1999///1999/2003'],
    [
      span([2001, 5], [2001, 6]),
      'year = {2001}, month = {5--6}',
      'date={2001-05/2001-06}',
      'PY  - 2001, DA  - 2001/05//2001-05/2001-06',
    ],
    [
      span([2001, 5, 3], [2001, 5, 7]),
      'year = {2001}, month = {5}, day = {3--7}',
      'date={2001-05-03/2001-05-07}',
      'PY  - 2001, DA  - 2001/05/03/2001-05-03/2001-05-07',
    ],
    [
      span([2001, 12], [2002, 1]),
      'year = {2001-12/2002-01}',
      'date={2001-12/2002-01}',
      'PY  - 2001, DA  - 2001/12//2001-12/2002-01',
    ],
    [span([2001], [0]), 'year = {2001--}', 'date={2001/}', 'PY  - 2001, DA  - 2001///2001/'],
    [{ edtf: '2001?' }, 'year = {2001?}', 'date={2001?}', 'PY  - 2001, DA  - 2001///2001?'],
    [{ literal: 'in press' }, 'year = {in press}', 'year={in press}', 'DA  - ///in press'],
  ] as readonly (readonly [CslDate, string, string, string])[]) {
    it(JSON.stringify(date), () => {
      assert.equal(written('x.bib', '', date), bibtex);
      assert.equal(written('x.bib', BIBLATEX, date), biblatex);
      assert.equal(written('x.ris', '', date), ris);
    });
  }
});
