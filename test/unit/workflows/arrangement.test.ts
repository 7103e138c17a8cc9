import assert from 'node:assert/strict';
import type { Entry } from '../../../src/library/model/entry';
import { groupEntries, type Grouping, sortEntries, type Sorting } from '../../../src/workflows/arrangement';
import { entry } from './entries';

const knuth = entry({
  citekey: 'knuth',
  title: '“Literate” Programming',
  year: 1984,
  authors: [{ family: 'Knuth', given: 'Donald' }],
});
const oord = entry({
  citekey: 'oord',
  title: 'WaveNet',
  year: 2016,
  venue: 'arXiv',
  keywords: ['audio', 'Generation'],
  authors: [{ family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' }, { literal: 'DeepMind' }],
});
const angel = entry({
  citekey: 'angel',
  title: 'écriture',
  venue: 'ARXIV',
  keywords: ['audio'],
  authors: [{ family: 'Ángel', given: 'Šimon' }],
});
const anon = entry({ citekey: 'anon', title: 'A Title', year: 2016 });
const all = [knuth, oord, angel, anon];

describe('sortEntries', () => {
  const sorts = (sorting: Sorting, keys: string) =>
    it(`by ${sorting}: ${keys}`, async () => {
      const sorted = await sortEntries(all, sorting);
      assert.equal(sorted.map(({ citekey }) => citekey).join(' '), keys);
    });

  sorts('relevance', 'knuth oord angel anon');
  sorts('year', 'oord anon knuth angel');
  sorts('author', 'angel knuth oord anon');
  sorts('title', 'anon angel knuth oord');
  sorts('citekey', 'angel anon knuth oord');
});

describe('groupEntries', () => {
  const groups = (grouping: Exclude<Grouping, 'none'>, ...expected: string[]) =>
    it(`by ${grouping}: ${expected.join(' | ')}`, async () => {
      const found = await groupEntries(all, grouping);
      const texts = found.map(({ value, entries }) => `${value ?? 'none'}: ${keys(entries)}`);
      assert.deepEqual(texts, expected);
    });
  const keys = (entries: readonly Entry[]) => entries.map(({ citekey }) => citekey).join(' ');

  groups('year', '2016: oord anon', '1984: knuth', 'none: angel');
  groups(
    'author',
    'Ángel, Šimon: angel',
    'DeepMind: oord',
    'Knuth, Donald: knuth',
    'van den Oord, Aäron: oord',
    'none: anon',
  );
  groups('venue', 'arXiv: oord angel', 'none: knuth anon');
  groups('keyword', 'audio: oord angel', 'Generation: oord', 'none: knuth anon');
  groups('source', 'file:///w/papers.txt: knuth oord angel anon');
});

describe('Papers grouped by what their notes state', () => {
  const states = new Map([
    ['a', { status: 'read', rating: 5, tags: ['sea', 'sky'] }],
    ['b', { status: 'reading', tags: ['sea'] }],
  ]);
  const grouped = async (grouping: 'status' | 'rating' | 'tag') => {
    const papers = ['a', 'b', 'c'].map((citekey) => entry({ citekey }));
    const groups = await groupEntries(papers, grouping, (citekey) => states.get(citekey));
    return groups.map(({ value, entries }) => [value, entries.map(({ citekey }) => citekey).join(' ')]);
  };

  it('by status', async () =>
    assert.deepEqual(await grouped('status'), [
      ['read', 'a'],
      ['reading', 'b'],
      [undefined, 'c'],
    ]));
  it('by rating, the best first', async () =>
    assert.deepEqual(await grouped('rating'), [
      ['5', 'a'],
      [undefined, 'b c'],
    ]));
  it('by tag, in each of its groups', async () =>
    assert.deepEqual(await grouped('tag'), [
      ['sea', 'a b'],
      ['sky', 'a'],
      [undefined, 'c'],
    ]));
});
