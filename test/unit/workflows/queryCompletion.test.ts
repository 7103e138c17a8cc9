import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/search/query/parser';
import { completeQuery } from '../../../src/workflows/queryCompletion';
import { QueryValues } from '../../../src/workflows/queryValues';
import { entry } from './entries';

const named = (...families: string[]) => families.map((family) => ({ family }));

const PAPERS = [
  entry({ citekey: 'a', authors: named('Vaswani', 'Shazeer'), venue: 'NeurIPS', keywords: ['attention'], year: 2017 }),
  entry({
    citekey: 'b',
    authors: named('Vásquez'),
    venue: 'Neural Networks',
    keywords: ['self-attention'],
    year: 2018,
  }),
  entry({ citekey: 'c', authors: named('Vaswani'), venue: 'Deep Neural Things', year: 2017 }),
  entry({ citekey: 'd', authors: [{ family: 'Oord', 'non-dropping-particle': 'van den' }] }),
];
const NOTES: Record<string, { status?: string; tags: string[] }> = { a: { status: 'reading', tags: ['attic'] } };
const values = () => QueryValues.of(PAPERS, (citekey) => NOTES[citekey]);

/** The query at the cursor `|`, with the labels that are offered and the query after the first one is taken. */
async function completed(marked: string): Promise<[labels: string[], after: string] | undefined> {
  const cursor = marked.indexOf('|');
  const query = marked.replace('|', '');
  const completion = await completeQuery(query, cursor, values);
  if (!completion) return undefined;
  const { range, items } = completion;
  return [items.map(({ label }) => label), query.slice(0, range.start) + items[0].insert + query.slice(range.end)];
}

describe('Completing a query', () => {
  const offers = (marked: string, labels: string[], after: string) =>
    it(`${marked}: ${labels.join(', ')}`, async () => assert.deepEqual(await completed(marked), [labels, after]));

  offers('author:vas|', ['Vaswani', 'Vásquez'], 'author:Vaswani ');
  offers('memory author:vaswa|', ['Vaswani'], 'memory author:Vaswani ');
  offers('-author:vasq|', ['Vásquez'], '-author:Vásquez ');
  offers('(author:oor|', ['van den Oord'], '(author:"van den Oord" ');
  offers('author:"van d|" x', ['van den Oord'], 'author:"van den Oord" x');
  offers('authors:shaz|', ['Shazeer'], 'authors:Shazeer ');
  offers('venue:neur|', ['Neural Networks', 'NeurIPS', 'Deep Neural Things'], 'venue:"Neural Networks" ');
  offers('tag:att|', ['attention', 'attic', 'self-attention'], 'tag:attention ');
  offers('keyword:self|', ['self-attention'], 'keyword:self-attention ');
  offers('year:|', ['2017', '2018'], 'year:2017 ');
  offers('year:20| x', ['2017', '2018'], 'year:2017 x');
  offers('status:|', ['unread', 'reading'], 'status:unread ');
  offers('source:pap|', ['papers.txt'], 'source:papers.txt ');
  offers('has:no|', ['note'], 'has:note ');
  offers('is:unc|', ['uncited'], 'is:uncited ');
  offers('deep unc|', ['uncited'], 'deep uncited ');
  offers('aut|', ['author:'], 'author:');
  offers('x AB|', ['abstract:'], 'x abstract:');
  offers('st|', ['status:'], 'status:');

  for (const marked of ['', 'a|', 'memory|', 'ti|tle', 'author:zz|', 'title:att|', 'http://x|', 'nobody:x|', '"aut|']) {
    it(`offers nothing at ${JSON.stringify(marked)}`, async () =>
      assert.equal(await completed(`${marked}|`), undefined));
  }

  it('asks for the values of the library only where they are due', async () => {
    const never = () => Promise.reject(new Error('asked'));
    for (const query of ['memory', 'aut', 'has:n', 'title:x', '']) await completeQuery(query, query.length, never);
  });

  it('writes values that the query reads as one', async () => {
    for (const name of ['O’Brien-Smith', 'Ben: or (not)', 'a "b" c', 'Лев', '-x', 'OR']) {
      const found = await completeQuery('author:', 7, () =>
        QueryValues.of([entry({ citekey: 'k', authors: named(name) })], () => undefined),
      );
      const { parts, problems } = parseQuery(`author:${found?.items[0].insert.trim()}`);
      assert.deepEqual([parts.length, problems.length], [1, 0], name);
    }
  });
});
