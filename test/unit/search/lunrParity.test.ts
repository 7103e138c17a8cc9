import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SearchDocument } from '../../../src/search/contract';
import { Corpus } from '../../../src/search/corpus';
import { FIELDS } from '../../../src/search/fields';
import { parseQuery } from '../../../src/search/query/parser';
import { Retrieval } from '../../../src/search/ranking/retrieval';
import { FIELD_BOOSTS } from '../../../src/search/ranking/settings';
import { stem } from '../../../src/search/text/analysis';
import { LunrPapers } from './lunrPapers';
import { paper } from './papers';
import { cases } from '../support/cases';

type Scores = ReadonlyMap<string, number>;

/** What our search finds, with the scores from which its ranking starts. */
function ours(corpus: Corpus, ids: readonly string[], query: string): Scores {
  const retrieval = new Retrieval(corpus);
  retrieval.match(parseQuery(query));
  const found = [...retrieval.found.subarray(0, retrieval.count)];
  return new Map(found.map((document) => [ids[corpus.slot(document)], retrieval.scores[document]]));
}

/** The same by lunr: a word is its stem and itself, in all fields, each with its boost; papers have all words. */
function lunrs(index: LunrPapers, words: readonly string[]): Scores {
  const ofWords = words.map((word) => {
    const sums = new Map<string, number>();
    for (const term of new Set([stem(word), word])) {
      for (const field of FIELDS) {
        for (const [id, score] of index.scores(field, term)) {
          sums.set(id, (sums.get(id) ?? 0) + score * FIELD_BOOSTS[field]);
        }
      }
    }
    return sums;
  });
  const everywhere = [...ofWords[0].keys()].filter((id) => ofWords.every((sums) => sums.has(id)));
  return new Map(everywhere.map((id) => [id, ofWords.reduce((sum, one) => sum + one.get(id)!, 0)]));
}

function assertSame(actual: Scores, expected: Scores, query: string): void {
  assert.deepEqual([...actual.keys()].sort(), [...expected.keys()].sort(), query);
  for (const [id, score] of expected) assert.ok(Math.abs(actual.get(id)! - score) < 1e-9, `${query}: ${id}`);
}

const WORDS = ['model', 'models', 'modelling', 'learning', 'graphs', 'über', '3.5', '深', 'diffusion'];
// Words of names and venues are no words of texts here: those that are both count less, by a rule that is none of lunr's.
const NAMES = ['Wells', 'Çelik', 'Lu'];
const VENUES = ['ICML', 'of', 'Letters'];
const textOf = (words: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...words), { maxLength }).map((list) => list.join(' '));
const anyPaper = fc
  .record({
    title: textOf([...WORDS, 'the', 'of'], 6),
    abstract: textOf([...WORDS, 'the', 'is'], 30),
    venue: textOf(VENUES, 3),
    authors: fc.array(textOf(NAMES, 3), { maxLength: 3 }),
    keywords: fc.array(textOf(WORDS, 2), { maxLength: 3 }),
    note: fc.option(fc.record({ text: textOf(WORDS, 8), tags: fc.constant(['model']) }), { nil: undefined }),
    language: fc.constantFrom(undefined, undefined, 'de'),
  })
  .map((more) => more as Partial<SearchDocument>);
const papers = fc.array(anyPaper, { minLength: 2, maxLength: 9 });
const query = fc.uniqueArray(
  fc.constantFrom('models', 'learning', 'graph', 'uber', '3.5', 'letters', 'wells', 'lu', 'diffusion'),
  {
    minLength: 1,
    maxLength: 3,
  },
);

describe('the search beside lunr 2.3.9', () => {
  const check = (
    all: readonly Partial<SearchDocument>[],
    queries: readonly (readonly string[])[],
    build: (corpus: Corpus, papers: readonly SearchDocument[]) => readonly SearchDocument[],
  ): void => {
    const given = all.map((more, i) => paper(`p${i}`, more.title ?? '', more));
    const corpus = new Corpus();
    const there = build(corpus, given);
    const index = new LunrPapers(there);
    for (const words of queries) {
      const expected = lunrs(index, words);
      // The signs keep the search from looking for slips of words that it knows.
      const written = `${words.map((word) => `+${word}`).join(' ')} `;
      // Where no paper has all words, the search goes on to guess; lunr does not.
      if (expected.size === 0) continue;
      assertSame(
        ours(
          corpus,
          given.map(({ id }) => id),
          written,
        ),
        expected,
        words.join(' '),
      );
    }
  };
  const queries = fc.array(query, { minLength: 6, maxLength: 6 });

  it('finds the same papers with the same base scores', () => {
    fc.assert(
      fc.property(papers, queries, (all, asked) =>
        check(all, asked, (corpus, given) => {
          given.forEach((one, slot) => corpus.put(slot, one));
          corpus.commit();
          return given;
        }),
      ),
      { numRuns: cases(30) },
    );
  });

  it('finds and scores through later changes what lunr does built anew', () => {
    fc.assert(
      fc.property(papers, queries, fc.nat(8), fc.array(fc.nat(8), { maxLength: 4 }), (all, asked, split, gone) =>
        check(all, asked, (corpus, given) => {
          const half = split % given.length;
          given.slice(0, half).forEach((one, slot) => corpus.put(slot, one));
          corpus.commit();
          given.slice(half).forEach((one, i) => corpus.put(half + i, one));
          for (const slot of gone) corpus.remove(slot);
          corpus.commit();
          return given.filter((_, slot) => !gone.includes(slot));
        }),
      ),
      { numRuns: cases(30) },
    );
  });
});
