import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keptOrder } from '../../../src/workflows/keptOrder';
import { cases } from '../support/cases';

describe('The order of what a search shows', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));

  it('stays while papers change, and has new ones at their rank', () => {
    assert.deepEqual(keptOrder(['a', 'b', 'c'], ['c', 'a', 'b']), ['a', 'b', 'c']);
    assert.deepEqual(keptOrder(['a', 'b', 'c'], ['new', 'c', 'a']), ['new', 'a', 'c']);
    assert.deepEqual(keptOrder([], ['b', 'a']), ['b', 'a']);
  });

  it('has all that is found, and nothing else', () => {
    fc.assert(
      fc.property(list, list, (before, now) => {
        const kept = keptOrder(before, now);
        assert.deepEqual([...kept].sort(), [...now].sort());
        const old = (ids: readonly string[]) => ids.filter((id) => before.includes(id) && now.includes(id));
        assert.deepEqual(old(kept), old(before));
      }),
      { numRuns: cases(200) },
    );
  });
});
