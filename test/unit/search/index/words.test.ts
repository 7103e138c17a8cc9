import assert from 'node:assert/strict';
import fc from 'fast-check';
import lunr from 'lunr';
import { dictionaryOrder } from '../../../../src/search/index/dictionaryOrder';
import { Dictionary } from '../../../../src/search/index/dictionary';
import { Vocabulary } from '../../../../src/search/index/vocabulary';
import { WordTable } from '../../../../src/search/index/wordTable';
import { cases } from '../../support/cases';

/** What `lunr.TokenSet` can do beside what is declared. */
interface TokenSets {
  fromArray(sorted: string[]): { intersect(other: lunr.TokenSet): lunr.TokenSet };
  fromFuzzyString(text: string, editDistance: number): lunr.TokenSet;
}

const tokenSets = lunr.TokenSet as unknown as TokenSets;
const word = fc.string({ unit: fc.constantFrom(...'abcé深\u{1d41a}'), maxLength: 6 });
const wordList = fc.uniqueArray(word, { maxLength: 40 });

function tableOf(words: readonly string[]): WordTable {
  const table = new WordTable();
  for (const text of words) table.numberOf(text);
  return table;
}

function vocabularyOf(words: readonly string[], added: readonly string[] = []): Vocabulary {
  const table = tableOf(words).words();
  const vocabulary = new Vocabulary(Dictionary.of(table, dictionaryOrder(table)));
  for (const text of added) vocabulary.add(text);
  return vocabulary;
}

describe('WordTable', () => {
  it('gives each word one number, in the order of coming', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const table = tableOf(words);
        const distinct = [...new Set(words)];
        assert.deepEqual(
          distinct.map((text) => table.numberOf(text)),
          [...distinct.keys()],
        );
        assert.deepEqual(
          distinct.map((_, number) => table.words().word(number)),
          distinct,
        );
      }),
      { numRuns: cases(50) },
    );
  });

  it('keeps its numbers when it grows', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `w${(i * 7919) % 5000}`);
    const table = tableOf(words);
    assert.deepEqual(
      words.map((text) => table.numberOf(text)),
      [...words.keys()],
    );
  });
});

describe('Vocabulary', () => {
  it('orders words as strings compare', () => {
    fc.assert(
      fc.property(wordList, (words) => {
        const { base } = vocabularyOf(words);
        assert.deepEqual(
          Array.from({ length: base.size }, (_, i) => base.word(i)),
          [...words].sort(),
        );
      }),
      { numRuns: cases(100) },
    );
  });

  it('finds words, beginnings and patterns among old and added ones', () => {
    fc.assert(
      fc.property(wordList, wordList, word, (words, more, wanted) => {
        const vocabulary = vocabularyOf(words, more);
        const all = [...new Set([...words, ...more])];
        const { low, high, added } = vocabulary.prefix(wanted);
        const numbers = [...Array.from({ length: high - low }, (_, i) => low + i), ...added];
        const begins = all.filter((text) => text !== '' && text.startsWith(wanted));
        assert.deepEqual(numbers.map((number) => vocabulary.word(number)).sort(), begins.sort());
        assert.equal(vocabulary.find(wanted) >= 0, all.includes(wanted));
        const ends = all.filter((text) => text !== '' && text.endsWith(wanted));
        assert.deepEqual(
          vocabulary
            .glob(`*${wanted}`)
            .map((number) => vocabulary.word(number))
            .sort(),
          ends.sort(),
        );
      }),
      { numRuns: cases(100) },
    );
  });

  it('finds near words as lunr does', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 30 }), letters, fc.nat(3), (words, wanted, distance) => {
        const set = tokenSets.fromArray([...words].sort());
        const expected = set.intersect(tokenSets.fromFuzzyString(wanted, distance)).toArray();
        const half = Math.floor(words.length / 2);
        const vocabulary = vocabularyOf(words.slice(0, half), words.slice(half));
        const found = vocabulary.near(wanted, distance).map((number) => vocabulary.word(number));
        assert.deepEqual(found.sort(), [...new Set(expected)].sort());
      }),
      { numRuns: cases(150) },
    );
  });
});
