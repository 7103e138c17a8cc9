import assert from 'node:assert/strict';
import { sameData } from '../../../src/notes/sameData';

describe('The data of two front matters', () => {
  const holdingItself = (name: string) => {
    const list: unknown[] = [name];
    return { list: Object.assign(list, { 1: list }) };
  };

  it('say the same where each field does, in the same order', () => {
    const data = () => ({ a: [1, { b: null }], c: new Date(0), d: NaN });
    assert.ok(sameData(data(), data()));
    for (const other of [{ ...data(), d: 1 }, { ...data(), c: new Date(1) }, { c: 1, a: 2 }, [], null, 'a']) {
      assert.ok(!sameData(data(), other));
    }
    assert.ok(!sameData({ a: undefined }, {}));
    assert.ok(!sameData([], {}));
  });

  it('say so also where they hold themselves', () => {
    assert.ok(sameData(holdingItself('a'), holdingItself('a')));
    assert.ok(!sameData(holdingItself('a'), holdingItself('b')));
  });

  it('are each compared once, however often they stand there', () => {
    const doubled = () => Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, inner], 'x');
    assert.ok(sameData(doubled(), doubled()));
  });
});
