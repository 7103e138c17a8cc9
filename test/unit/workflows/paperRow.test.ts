import assert from 'node:assert/strict';
import type { Grouping } from '../../../src/workflows/arrangement';
import { paperLine, paperRow } from '../../../src/workflows/paperRow';

type Paper = Parameters<typeof paperRow>[0];

const paper = (fields: Partial<Paper>): Paper => ({
  citekey: 'weston2014memory',
  title: 'Memory Networks',
  authors: [],
  ...fields,
});

const named = (...families: string[]) => families.map((family) => ({ family }));

describe('The row of a paper', () => {
  const label = (fields: Partial<Paper>, under?: Grouping) =>
    paperRow(paper(fields), 'authorYearTitle', under).label.replace('\u2003', ' | ');

  it('says who and when before what', () => {
    assert.equal(label({ authors: named('Weston'), year: 2014 }), 'Weston 2014 | Memory Networks');
  });

  it('names two authors, and the first of more', () => {
    assert.equal(label({ authors: named('Smith', 'Jones'), year: 2014 }), 'Smith & Jones 2014 | Memory Networks');
    assert.equal(label({ authors: named('Weston', 'Chopra', 'Bordes'), year: 2014 }), 'Weston+ 2014 | Memory Networks');
    assert.equal(label({ authors: named('Weston'), moreAuthors: true }), 'Weston+ | Memory Networks');
  });

  it('names a family with its particle, and a body by its name', () => {
    const oord = { family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' };
    assert.equal(label({ authors: [oord] }), 'van den Oord | Memory Networks');
    assert.equal(label({ authors: [{ literal: 'The Royal Society' }] }), 'The Royal Society | Memory Networks');
  });

  it('names the members of a set', () => {
    const relations = ['glashow', 'weinberg'].map((to) => ({ kind: 'entryset', to }) as const);
    const row = paperRow(paper({ citekey: 'stdmodel', title: '', relations }), 'authorYearTitle');
    assert.deepEqual(row, { label: 'stdmodel', titleAt: 0, description: 'glashow, weinberg' });
    assert.equal(paperRow(paper({ relations }), 'title').description, '');
  });

  it('leaves out what the paper lacks', () => {
    assert.equal(label({ year: 2014 }), '2014 | Memory Networks');
    assert.equal(label({}), 'Memory Networks');
    assert.equal(label({ title: '' }), 'weston2014memory');
  });

  it('leaves the year out under a year', () => {
    assert.equal(label({ authors: named('Weston'), year: 2014 }, 'year'), 'Weston | Memory Networks');
  });

  it('leads with the year under an author', () => {
    assert.equal(
      label({ authors: named('Weston', 'Bordes'), year: 2014 }, 'author'),
      '2014 Weston & Bordes | Memory Networks',
    );
  });

  it('tells where the title begins, for marking words in it', () => {
    const { label, titleAt } = paperRow(paper({ authors: named('Weston'), year: 2014 }), 'authorYearTitle');
    assert.equal(label.slice(titleAt), 'Memory Networks');
    assert.equal(paperRow(paper({ year: 2014 }), 'title').titleAt, 0);
  });

  it('leads in one line with what tells papers apart, as the end of a line is cut', () => {
    const long = 'A Title That Goes On and On, beyond the Room of Any List from Which Papers Are Picked '
      .repeat(3)
      .trim();
    const line = paperLine(paper({ title: long, authors: named('Weston'), year: 2014 }));
    assert.equal(line, `Weston 2014\u2003${long}`);
    const relations = ['glashow', 'weinberg'].map((to) => ({ kind: 'entryset', to }) as const);
    assert.equal(paperLine(paper({ title: '', relations })), 'weston2014memory\u2003glashow, weinberg');
  });

  it('can begin with the title, or be the title alone', () => {
    const weston = paper({ authors: named('Weston'), year: 2014 });
    const { label, description } = paperRow(weston, 'titleAuthorYear');
    assert.deepEqual([label, description], ['Memory Networks', 'Weston 2014']);
    const alone = paperRow(weston, 'title');
    assert.deepEqual([alone.label, alone.description], ['Memory Networks', '']);
  });
});
