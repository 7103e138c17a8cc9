import assert from 'node:assert/strict';
import type { KeyMeaning } from '../../../src/library/keys/keyTable';
import type { Entry } from '../../../src/library/model/entry';
import type { PaperRelation } from '../../../src/library/model/relation';
import { range } from '../../../src/base/position';
import { citationsOutline, uncitedEntries } from '../../../src/workflows/citationsOutline';
import { entry as entryOf } from './entries';

const entry = (citekey: string): Entry => entryOf({ citekey });

const place = (key: string, line: number) => ({
  uri: 'file:///a.md',
  key,
  range: range(line, 0, line, 1),
  sentence: '',
});

/** A library of these papers, `alias` a further name of the first, `two` one that the first two could mean. */
const libraryOf =
  (entries: readonly Entry[]) =>
  (key: string): KeyMeaning | undefined => {
    const found = entries.find(({ citekey }) => citekey === key);
    if (found) return { entry: found };
    if (key === 'alias') return { aliasOf: entries[0] };
    return key === 'two' ? { candidates: entries.slice(0, 2) } : undefined;
  };

describe('What a document cites', () => {
  const papers = [entry('a'), entry('b'), entry('c')];
  const outline = (...keys: string[]) => {
    const places = keys.map(place);
    const { unknown, papers: cited } = citationsOutline(places, libraryOf(papers));
    return {
      unknown: unknown.map(({ key, places, candidates }) => `${key} ${places.length}${candidates ? '?' : ''}`),
      papers: cited.map(({ entry, places }) => `${entry.citekey} ${places.map((one) => one.range.start.line).join()}`),
    };
  };

  it('is in the order of the first citation, with all places of a paper', () =>
    assert.deepEqual(outline('b', 'a', 'b', 'alias'), { unknown: [], papers: ['b 0,2', 'a 1,3'] }));

  it('has keys that are no one paper’s apart', () =>
    assert.deepEqual(outline('x', 'a', 'two', 'x'), { unknown: ['x 2', 'two 1?'], papers: ['a 1'] }));
});

describe('What a document does not cite', () => {
  const related = (citekey: string, kind: PaperRelation['kind'], to: string): Entry => ({
    ...entry(citekey),
    relations: [{ kind, to }],
  });
  const papers = [
    entry('a'),
    related('part', 'crossref', 'book'),
    related('book', 'xdata', 'data'),
    entry('data'),
    related('set', 'entryset', 'member'),
    entry('member'),
    related('circle', 'related', 'circle'),
    entry('other'),
  ];
  const uncited = (...keys: string[]) => uncitedEntries(papers, keys, libraryOf(papers)).map(({ citekey }) => citekey);

  it('is all that is neither cited nor needed by what is', () => {
    assert.deepEqual(uncited('part', 'alias', 'nobody'), ['set', 'member', 'circle', 'other']);
    assert.deepEqual(uncited('set', 'circle'), ['a', 'part', 'book', 'data', 'other']);
  });

  it('is no paper that an ambiguous key may mean', () => assert.deepEqual(uncited('two', 'set', 'circle'), ['other']));
});
