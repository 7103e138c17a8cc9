import assert from 'node:assert/strict';
import { DocumentStore } from '../../../src/search/store/documentStore';
import { paper } from './papers';

describe('DocumentStore', () => {
  const papers = [
    paper('a', 'Läufe', { authors: ['Anna B', 'Cé D'], year: 2020, note: { text: 'x'.repeat(700_000), tags: ['t'] } }),
    paper('b', '深度', { abstract: 'y'.repeat(700_000), keywords: ['k\u0001l'], doi: '10.1/\u0000x' }),
    paper('c', '', { note: { text: '', tags: [] } }),
  ];
  const kept = [papers[0], { ...papers[1], keywords: ['k l'], doi: '10.1/ x' }, papers[2]];
  const filled = (): DocumentStore => {
    const store = new DocumentStore();
    for (const one of papers) store.add(one);
    return store;
  };
  /** A paper without the members that have no value. */
  const plain = (store: DocumentStore, number: number): unknown => JSON.parse(JSON.stringify(store.get(number)));

  it('gives back what it was given, with spaces for control characters', () => {
    const store = filled();
    assert.deepEqual(
      [0, 1, 2].map((number) => plain(store, number)),
      kept,
    );
  });

  it('keeps some in another order, and goes on', () => {
    const store = filled().select([2, 0]);
    store.add(papers[1]);
    assert.deepEqual(
      [0, 1, 2].map((number) => plain(store, number)),
      [kept[2], kept[0], kept[1]],
    );
  });

  it('is the same over its columns, which are read when they are needed', () => {
    const { bytes, ends } = filled().columns();
    let reads = 0;
    const store = DocumentStore.lazy(ends.slice(), () => (reads++, bytes.slice()));
    assert.equal(store.count, 3);
    assert.equal(reads, 0);
    store.add(papers[0]);
    assert.deepEqual(
      [0, 1, 2, 3].map((number) => plain(store, number)),
      [...kept, kept[0]],
    );
    assert.equal(reads, 1);
  });
});
