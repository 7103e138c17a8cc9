import assert from 'node:assert/strict';
import { parseEntry } from '../../../src/library/bibtex/entryParser';
import { Macros } from '../../../src/library/bibtex/macros';
import { readText } from '../../../src/library/formats/readers';

describe('Abbreviations and parents', () => {
  const doubled = Array.from({ length: 26 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`).join('\n');
  const bomb = `@string{s0 = {0123456789}}\n${doubled}\n`;

  it('make no more text than a paper list can hold', () => {
    const uses = Array.from({ length: 20 }, (_, i) => `@book{b${i}, title = s26, year = 2001}`).join('\n');
    const { papers, problems } = readText('x.bib', `${bomb}${uses}\n@book{good, title = {G}}`);
    assert.equal(papers.length, 21);
    assert.ok(papers.every(({ title }) => title.length < 2_000_000));
    assert.equal(problems.filter(({ code }) => code === 'too-much-text').length, 20);
  });

  it('make no more of it where each is made of itself, again and again', () => {
    const strings = ['@string{s = {0}}', ...Array.from({ length: 2000 }, (_, i) => `@string{s = {${i}} # s # s}`)];
    const macros = new Macros();
    for (const text of strings) macros.define(text, parseEntry(text, true));
    const made = new Set(strings.map((_, i) => macros.get('s', i)));
    assert.ok([...made].reduce((sum, text = '') => sum + text.length, 0) < 20_000_000);
    const entries = ['@book{b, title = s}', '@book{good, title = {G}}'];
    const { papers, problems } = readText('x.bib', [...strings, ...entries].join('\n'));
    assert.deepEqual(
      [papers.map(({ title }) => title), problems.map(({ code }) => code)],
      [['s', 'G'], ['too-much-text']],
    );
  });

  it('are shared up to a limit for the whole source, in the order of the entries', () => {
    const long = `@string{l = {${'x'.repeat(200_000)}}}\n`;
    const uses = Array.from({ length: 100 }, (_, i) => `@book{b${i}, title = l}`).join('\n');
    const { papers } = readText('x.bib', long + uses);
    const filled = papers.filter(({ title }) => title.length === 200_000).length;
    assert.ok(filled >= 70 && filled <= 90, String(filled));
    assert.ok(papers.slice(0, filled).every(({ title }) => title.length === 200_000));
  });

  it('leave a child alone that would inherit too much', () => {
    const parent = `@book{p, title = {P}, ${Array.from({ length: 500 }, (_, i) => `f${i} = {${'y'.repeat(1000)}}`).join(', ')}}`;
    const children = Array.from({ length: 100 }, (_, i) => `@inbook{c${i}, title = {C}, crossref = p}`).join('\n');
    const { papers, problems } = readText('x.bib', `${parent}\n${children}`);
    assert.equal(papers.length, 101);
    assert.ok(papers.every(({ title }) => title !== ''));
    assert.ok(problems.some(({ code }) => code === 'too-much-text'));
  });
});
