import assert from 'node:assert/strict';
import { ByteLog } from '../../../src/search/store/byteLog';
import { DocumentStore } from '../../../src/search/store/documentStore';
import { paper } from './papers';

describe('DocumentStore', () => {
  const papers = [
    paper('a', 'Läufe', { authors: ['Anna B', 'Cé D'], year: 2020, note: { text: 'x'.repeat(700_000), tags: ['t'] } }),
    paper('b', '深度', { abstract: 'y'.repeat(700_000), keywords: ['k\u0001l'], doi: '10.1/\u0000x' }),
    paper('c', '', { note: { text: '', tags: [] } }),
  ];
  const filled = (): DocumentStore => {
    const store = new DocumentStore();
    for (const one of papers) store.add(one);
    return store;
  };
  /** A paper without the members that have no value. */
  const plain = (store: DocumentStore, number: number): unknown => JSON.parse(JSON.stringify(store.get(number)));

  it('gives back what it was given', () => {
    const store = filled();
    assert.deepEqual(
      [0, 1, 2].map((number) => plain(store, number)),
      papers,
    );
  });

  it('keeps some in another order, and goes on', () => {
    const store = filled().select([2, 0], new ByteLog());
    store.add(papers[1]);
    assert.deepEqual(
      [0, 1, 2].map((number) => plain(store, number)),
      [papers[2], papers[0], papers[1]],
    );
  });

  it('is the same over bytes that stay where they are, and goes on', () => {
    const { log, ends } = filled();
    const bytes = Buffer.concat([...log.pieces()]);
    const read = (position: number, length: number) => bytes.subarray(position, position + length);
    const store = new DocumentStore(
      new ByteLog(undefined, { length: bytes.length, read, close: () => undefined }),
      ends,
    );
    assert.equal(store.count, 3);
    store.add(papers[0]);
    assert.deepEqual(
      [0, 1, 2, 3].map((number) => plain(store, number)),
      [...papers, papers[0]],
    );
  });
});
