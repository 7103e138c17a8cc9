import assert from 'node:assert/strict';
import { vectorOf } from '../../../../src/search/digest/vectors';

describe('The vector of a paper', () => {
  const vector = (counts: readonly number[], rarities: readonly number[]) => {
    const terms = Uint32Array.from(counts.keys());
    const words = new Int32Array();
    return [
      ...vectorOf({ terms, counts: Float64Array.from(counts), words }, Float32Array.from(rarities)).weights,
    ] as const;
  };

  it('has length 1, or none where the paper says nothing', () => {
    const square = vector([3, 1, 0.7, 2], [1, 2, 5, 0]).reduce((sum, weight) => sum + weight ** 2, 0);
    assert.ok(Math.abs(square - 1) < 1e-6);
    assert.deepEqual(vector([], []), []);
    assert.deepEqual(vector([2], [0]), [0]);
  });

  it('has more of what is said more often, though not so many times more', () => {
    const [often, once] = vector([16, 1], [1, 1]);
    assert.ok(Math.abs(often / once - 8) < 1e-4, `${often / once}`);
  });

  it('has more of what is rare', () => {
    const [rare, usual] = vector([1, 1], [6, 2]);
    assert.ok(Math.abs(rare / usual - 3) < 1e-4);
  });
});
