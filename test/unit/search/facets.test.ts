import assert from 'node:assert/strict';
import type { SearchDocument } from '../../../src/search/contract';
import { paper, TestEngine } from './papers';

const file = (path: string, count: number) => ({ path, count });

describe('facets', () => {
  let engine: TestEngine;
  beforeEach(async () => {
    engine = new TestEngine();
    await engine.put(paper('a', 'Deep sets'), paper('b', 'Deep nets'), paper('c', 'Graphs'));
    await engine.setFacets({
      a: { hasNote: true, status: 'Reading', rating: 4.5, citedIn: [file('thesis/Draft.md', 3), file('b.tex', 1)] },
      b: { hasNote: true, status: 'to-read', rating: 3, citedIn: [file('b.tex', 1)], isRetracted: true },
    });
  });

  const finds = (query: string, ...ids: string[]): void =>
    void it(`${query} → ${ids.join(', ') || 'nothing'}`, () => assert.deepEqual(engine.find(query), ids));

  finds('has:note', 'a', 'b');
  finds('-has:note', 'c');
  finds('has:status', 'a', 'b');
  finds('has:rating', 'a', 'b');
  finds('status:reading', 'a');
  finds('status:read');
  finds('status:to-read', 'b');
  finds('status:"To Read"', 'b');
  finds('status:unread', 'c');
  finds('is:unread', 'b', 'c');
  finds('is:reading', 'a');
  finds('is:read');
  finds('-status:unread', 'a', 'b');
  finds('rating:3', 'b');
  finds('rating:>=3', 'a', 'b');
  finds('rating:>3', 'a');
  finds('rating:3.5..5', 'a');
  finds('rating:<4', 'b');
  finds('deep rating:>4', 'a');
  finds('status:unread OR rating:3', 'b', 'c');

  finds('is:cited', 'a', 'b');
  finds('is:uncited', 'c');
  finds('uncited', 'c');
  finds('-uncited', 'a', 'b');
  finds('"uncited"');
  finds('title:uncited');
  finds('-is:cited', 'c');
  finds('cited:>3', 'a');
  finds('cited:1', 'b');
  finds('cited:0', 'c');
  finds('cited:1..4', 'a', 'b');
  finds('cited:draft.md', 'a');
  finds('cited:thesis/', 'a');
  finds('cited:"B.tex"', 'a', 'b');
  finds('deep cited:draft', 'a');
  finds('cited:other.md');

  finds('is:retracted', 'b');
  finds('-is:retracted', 'a', 'c');
  finds('graphs is:retracted');

  it('tell a document that cites nothing, and what was meant', () => {
    const [problem] = engine.reply('cited:b.tax').problems;
    assert.deepEqual([problem.code, problem.suggestion], ['unknown-value', 'cited:b.tex']);
    assert.equal(engine.reply('is:uncitd').problems[0].suggestion, 'is:uncited');
    assert.equal(engine.reply('is:green').problems[0].code, 'bad-is');
  });

  it('forget documents that cite no more', async () => {
    await engine.setFacets({ a: { hasNote: true } });
    assert.deepEqual(engine.find('is:cited'), ['b']);
    assert.deepEqual(engine.find('cited:draft.md'), []);
    assert.equal(engine.reply('cited:draft.md').problems.length, 1);
  });

  for (const query of ['rating:good', 'rating:4..5..6', 'has:pdfx'])
    it(`tells that ${query} is wrong`, () => assert.equal(engine.reply(query).problems.length, 1));

  it('replace those that a paper had, and outlive its documents', async () => {
    await engine.setFacets({ a: { hasNote: true, status: 'unread' } });
    await engine.put(paper('a', 'Deeper sets'));
    await engine.remove('b');
    await engine.put(paper('b', 'Deep nets'));
    assert.deepEqual(engine.find('status:unread').sort(), ['a', 'c']);
    assert.deepEqual(engine.find('has:rating'), ['b']);
  });

  it('may come before their paper', async () => {
    await engine.setFacets({ d: { rating: 5 } });
    assert.deepEqual(engine.find('rating:5'), []);
    await engine.put(paper('d', 'Trees'));
    assert.deepEqual(engine.find('rating:5'), ['d']);
  });

  it('are those of no other paper where all are told', async () => {
    await engine.setFacets({ c: { status: 'read' } }, true);
    assert.deepEqual(engine.find('has:note'), []);
    assert.deepEqual(engine.find('has:status'), ['c']);
  });

  it('are set without any text being looked at', async () => {
    let reads = 0;
    const watched = new Proxy<SearchDocument>(paper('w', 'Watched words'), {
      get: (target, name: keyof SearchDocument) => {
        reads++;
        return target[name];
      },
    });
    await engine.put(watched);
    const readsWhenPut = reads;
    const { index } = engine;
    await engine.setFacets({ w: { hasNote: true, status: 'read' } });
    assert.deepEqual(engine.find('status:read watched'), ['w']);
    assert.equal(reads, readsWhenPut);
    assert.equal(engine.index, index, 'the index is the same as before');
  });
});
