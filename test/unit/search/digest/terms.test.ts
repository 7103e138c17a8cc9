import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PairTable } from '../../../../src/search/digest/pairTable';
import { TermReader, type PaperTerms } from '../../../../src/search/digest/terms';
import { cases } from '../../support/cases';
import { corpusWith, paper } from '../papers';

const text = (title: string, abstract = '') => ({ title, abstract, keywords: [] });
const NOTHING_KNOWN = corpusWith().index;

/** What is read of papers, with terms numbered from 0 in the order in which they are met. */
function read(reader: TermReader, texts: readonly string[]) {
  const numbers = new Map<number, number>();
  const numberOf = (term: number) => numbers.get(term) ?? numbers.set(term, numbers.size).size - 1;
  const plain = ({ terms, counts, words }: PaperTerms) => ({
    terms: Array.from(terms, numberOf),
    counts: [...counts],
    words: Array.from(words, (word) => (word < 0 ? '|' : reader.wordText(word))),
  });
  return texts.map((one) => plain(reader.read(text(one, one), true)));
}

describe('What papers are read as', () => {
  const WORDS = ['Networks', 'network', 'Naïve', 'naive', 'the', 'of', 'training', 'train', 'trained', 'Zürich', '3d'];
  const titles = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' ')));

  it('is the same whatever of it the library has', () => {
    fc.assert(
      fc.property(titles, titles, (library, papers) => {
        const own = library.map((one, i) => paper(`p${i}`, one, { abstract: one }));
        const foreign = library.map((one, i) => paper(`f${i}`, one, { abstract: one, language: 'de' }));
        const expected = read(new TermReader(NOTHING_KNOWN), papers);
        for (const corpus of [corpusWith(...own), corpusWith(...foreign), corpusWith(...own, ...foreign)]) {
          assert.deepEqual(read(new TermReader(corpus.index), papers), expected);
        }
      }),
      { numRuns: cases(200, 20) },
    );
  });

  it('is the same though the library gets words meanwhile', () => {
    const corpus = corpusWith(paper('a', 'Bees', { abstract: 'Honey bees' }));
    const reader = new TermReader(corpus.index);
    const [before] = read(reader, ['trained networks']);
    corpus.put(1, paper('b', 'Networks', { abstract: 'We train a network of networks, trained' }));
    corpus.commit();
    const { terms } = reader.read(text('training network', 'trained networks'), true);
    const { terms: same } = reader.read(text('trained networks'), false);
    assert.deepEqual([...same].sort(), [...terms].sort(), 'the same two words and their pair');
    assert.equal(before.terms.length, same.length);
  });

  it('tells how often the library has a term', () => {
    const { index } = corpusWith(paper('a', 'x', { abstract: 'training' }), paper('b', 'x', { abstract: 'trained' }));
    const reader = new TermReader(index);
    const { terms } = reader.read(text('We train, and unheard'), true);
    assert.deepEqual(
      Array.from(terms, (term) => reader.frequency(term)),
      [2, 0, 0],
      'train, unheard, and the two together',
    );
  });

  it('tells of which terms another one is the pair', () => {
    const reader = new TermReader(NOTHING_KNOWN);
    const { terms } = reader.read(text('Honey of bees'), true);
    const [honey, bees, pair] = terms;
    assert.deepEqual(reader.pairOf(pair), { first: honey, second: bees });
    assert.equal(reader.pairOf(honey), undefined);
  });
});

describe('A table of pairs', () => {
  it('keeps what stands for each of very many', () => {
    const table = new PairTable();
    const pairs = Array.from({ length: 20_000 }, (_, i) => [i % 317, Math.floor(i / 317)] as const);
    for (const [i, [first, second]] of pairs.entries()) assert.equal(table.learn(first, second, i), i);
    for (const [i, [first, second]] of pairs.entries()) {
      assert.equal(table.get(first, second), i);
      assert.equal(table.learn(first, second, -5), i);
    }
    assert.equal(table.get(1, 1_000_000), -1);
    assert.equal(table.get(317, 0), -1);
  });
});
