import assert from 'node:assert/strict';
import { parseDate, parseYear, yearOfDate } from '../../../../src/library/bibtex/bibDates';
import type { CslDate } from '../../../../src/library/model/csl';

describe('biblatex dates', () => {
  const check = (source: string, date: CslDate | undefined, year?: number) => {
    assert.deepEqual(parseDate(source), date, source);
    assert.equal(yearOfDate(parseDate(source)), year, source);
  };

  it('are years, months and days', () => {
    check('2017', { 'date-parts': [[2017]] }, 2017);
    check('2017-06', { 'date-parts': [[2017, 6]] }, 2017);
    check('{2017}-06-12', { 'date-parts': [[2017, 6, 12]] }, 2017);
    // Their year 0 is 1 BC, which CSL writes as -1 (biblatex's manual, 2.3.8; the specification of CSL).
    check('-0043-03-15', { 'date-parts': [[-44, 3, 15]] }, -44);
    check('0000', { 'date-parts': [[-1]] }, -1);
    check('', undefined);
  });

  it('are ranges, maybe open', () => {
    check(
      '1988-12/1990-02',
      {
        'date-parts': [
          [1988, 12],
          [1990, 2],
        ],
      },
      1988,
    );
    check('1988/', { 'date-parts': [[1988]], edtf: '1988/' }, 1988);
    check('../1988', { 'date-parts': [[1988]], edtf: '../1988' }, 1988);
  });

  it('lose nothing that CSL cannot say', () => {
    check('1723~', { 'date-parts': [[1723]], circa: true, edtf: '1723~' }, 1723);
    check('1723?', { 'date-parts': [[1723]], edtf: '1723?' }, 1723);
    check('199X', { 'date-parts': [[1990]], circa: true, edtf: '199X' }, 1990);
    check('2004-22', { 'date-parts': [[2004]], season: 2, edtf: '2004-22' }, 2004);
    check('2004-XX', { 'date-parts': [[2004]], edtf: '2004-XX' }, 2004);
    check('2004-04-25T14:34:00', { 'date-parts': [[2004, 4, 25]], edtf: '2004-04-25T14:34:00' }, 2004);
    check('Y17000', { 'date-parts': [[17000]], edtf: 'Y17000' }, 17000);
    check('in the spring of 1999', { literal: 'in the spring of 1999' }, 1999);
    check('soon', { literal: 'soon' });
  });
});

describe('BibTeX years', () => {
  const check = (year: string, month: string | undefined, date: CslDate | undefined) =>
    assert.deepEqual(parseYear(year, month, undefined), date, year);

  it('come with months in many forms', () => {
    check('1999', undefined, { 'date-parts': [[1999]] });
    for (const month of ['3', '03', 'mar', 'March', '{March}']) check('1999', month, { 'date-parts': [[1999, 3]] });
    check('1999', '10~March', { 'date-parts': [[1999, 3, 10]] });
    for (const month of ['Mai', 'mayo', 'mei']) check('1999', month, { 'date-parts': [[1999, 5]] });
    for (const month of ['Spring', '21']) check('1999', month, { 'date-parts': [[1999]], season: 1 });
    for (const month of ['May--June', '5--6'])
      check('1999', month, {
        'date-parts': [
          [1999, 5],
          [1999, 6],
        ],
      });
    check('1999', 'March 10--12', {
      'date-parts': [
        [1999, 3, 10],
        [1999, 3, 12],
      ],
    });
    check('May 1999', undefined, { 'date-parts': [[1999, 5]] });
    check('1999', '13', { 'date-parts': [[1999]] });
  });

  it('are words sometimes', () => {
    check('in press', undefined, { literal: 'in press' });
    check('c. 1960', undefined, { 'date-parts': [[1960]], circa: true });
    check('1960a', undefined, { 'date-parts': [[1960]], literal: '1960a' });
    check('44 BC', undefined, { 'date-parts': [[-44]] });
    check('1999--2003', undefined, { 'date-parts': [[1999], [2003]] });
    check('2010/2011', undefined, { 'date-parts': [[2010], [2011]] });
    check('\\noopsort{a}2001', undefined, { 'date-parts': [[2001]] });
    check('476', undefined, { 'date-parts': [[476]] });
  });
});
