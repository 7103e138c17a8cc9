import assert from 'node:assert/strict';
import fc from 'fast-check';
import lunr from 'lunr';
import { ColumnIndex } from '../../../../src/search/index/columnIndex';
import { LiveIndex } from '../../../../src/search/index/liveIndex';
import { lunrSchema, lunrSearchPipeline } from '../../../../src/search/index/lunrSchema';
import { IndexWriter } from '../../../../src/search/index/writer';

type Doc = Record<'title' | 'body', string>;
const FIELDS = ['title', 'body'] as const;

function stock(docs: readonly Doc[], boosts: readonly number[], k1 = 1.2, b = 0.75, alive?: boolean[]): lunr.Index {
  return lunr(function () {
    this.ref('id');
    this.k1(k1);
    this.b(b);
    FIELDS.forEach((name, i) => this.field(name, { boost: boosts[i] }));
    docs.forEach((doc, i) => alive?.[i] !== false && this.add({ id: String(i), ...doc }));
  });
}

function ours(docs: readonly Doc[], boosts: readonly number[], k1 = 1.2, b = 0.75): ColumnIndex {
  const schema = lunrSchema(
    FIELDS.map((name, i) => ({ name, boost: boosts[i] })),
    k1,
    b,
  );
  const writer = new IndexWriter(schema);
  for (const doc of docs) writer.add([doc.title, doc.body]);
  const { segment, lexicon } = writer.finish();
  return columnIndex(new LiveIndex(schema, lexicon, segment), docs.length);
}

/** The first documents in the main segment, the others in a delta, some of both gone. */
function inTwoSegments(docs: readonly Doc[], split: number, alive: readonly boolean[]): ColumnIndex {
  const schema = lunrSchema(FIELDS.map((name, i) => ({ name, boost: [3, 1][i] })));
  const [first, second] = [new IndexWriter(schema), new IndexWriter(schema)];
  docs.forEach((doc, i) => (i < split ? first : second).add([doc.title, doc.body]));
  const { segment, lexicon } = first.finish();
  const delta = second.segment(lexicon, (document) => alive[split + document]);
  return columnIndex(new LiveIndex(schema, lexicon, segment, delta, Uint8Array.from(alive, Number)), docs.length);
}

function columnIndex(index: LiveIndex, count: number): ColumnIndex {
  const refs = Array.from({ length: count }, (_, i) => String(i));
  return new ColumnIndex(index, refs, lunrSearchPipeline());
}

/** What an index answers: by reference the score, or that it refused the query. */
function answer(index: lunr.Index, query: string): Map<string, number> | 'refused' {
  try {
    return new Map(index.search(query).map(({ ref, score }) => [ref, score]));
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return 'refused';
    throw error;
  }
}

function assertSame(expected: lunr.Index, actual: lunr.Index, query: string): void {
  const a = answer(expected, query);
  const b = answer(actual, query);
  if (a === 'refused' || b === 'refused') return assert.equal(b, a, query);
  assert.deepEqual([...b.keys()].sort(), [...a.keys()].sort(), query);
  for (const [ref, score] of a)
    assert.ok(Math.abs(b.get(ref)! - score) < 1e-9, `${query}: ${ref} ${b.get(ref)} ${score}`);
}

const WORDS =
  'ab ba aab abba model models modelling the can to-day über naïve (x) -- & a*b 3.5 x é learning Learned 深度 😀x a😀b 𝐚'.split(
    ' ',
  );
const word = fc.oneof(
  { arbitrary: fc.constantFrom(...WORDS), weight: 4 },
  fc.string({ unit: fc.constantFrom(...'abé-. &'), maxLength: 5 }),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const doc = fc.record({ title: text, body: text });
const pattern = fc.string({ unit: fc.constantFrom(...'aabm*odel'), minLength: 1, maxLength: 6 });
const clause = fc
  .record({
    presence: fc.constantFrom('', '', '+', '-'),
    field: fc.constantFrom('', '', 'title:', 'body:'),
    term: fc.oneof(word, pattern),
    distance: fc.constantFrom('', '', '~0', '~1', '~2', '~3'),
    boost: fc.constantFrom('', '', '^0', '^3', '^10'),
  })
  .map(({ presence, field, term, distance, boost }) => presence + field + term + distance + boost);
const query = fc.array(clause, { maxLength: 4 }).map((clauses) => clauses.join(' '));
const boosts = fc.constantFrom([1, 1], [10, 1], [2.5, 0.5]);

describe('ColumnIndex', () => {
  it('finds what lunr finds, with the same scores', () => {
    fc.assert(
      fc.property(
        fc.array(doc, { minLength: 1, maxLength: 8 }),
        fc.array(query, { minLength: 8, maxLength: 8 }),
        boosts,
        (docs, queries, boost) => {
          const [expected, actual] = [stock(docs, boost), ours(docs, boost)];
          for (const text of queries) assertSame(expected, actual, text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('scores through a delta segment as after a full rebuild', () => {
    const removed = fc.array(fc.nat(9), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(doc, { minLength: 3, maxLength: 10 }),
        fc.nat(9),
        removed,
        fc.array(query, { minLength: 8, maxLength: 8 }),
        (docs, split, gone, queries) => {
          const alive = docs.map((_, i) => !gone.includes(i));
          const actual = inTwoSegments(docs, split % docs.length, alive);
          const expected = stock(docs, [3, 1], 1.2, 0.75, alive);
          for (const text of queries) assertSame(expected, actual, text);
        },
      ),
      { numRuns: 60 },
    );
  });

  const docs: Doc[] = [
    { title: 'Deep residual learning', body: 'deep networks learn residuals ' + 'deep '.repeat(300) },
    { title: 'Model of models', body: 'a model & modelling -- the model' },
    { title: '', body: '' },
  ];
  const cases = [
    '',
    'deep',
    '-deep',
    '+deep +learn',
    '+qqq deep',
    'the',
    'mod*',
    '*el',
    'm*l*',
    '*',
    'modle~1',
    'del~2',
    'title:model^3 body:deep',
    '-title:model -deep',
    'deep^0',
    'a*b~1',
    'title:',
    '~1',
    'deep deep learning',
  ];
  for (const text of cases)
    it(`agrees on ${JSON.stringify(text)}`, () =>
      assertSame(stock(docs, [10, 1], 2, 0.3), ours(docs, [10, 1], 2, 0.3), text));

  it('tells which terms matched in which fields', () => {
    const [result] = ours(docs, [1, 1]).search('title:deep body:learn');
    const [expected] = stock(docs, [1, 1]).search('title:deep body:learn');
    assert.deepEqual(
      JSON.parse(JSON.stringify(result.matchData.metadata)),
      JSON.parse(JSON.stringify(expected.matchData.metadata)),
    );
  });
});
