import assert from 'node:assert/strict';
import { claimed, claimOf, givenUp, isClaimed, laterClaim } from '../../../src/base/claim';

const MINUTE = 60_000;
const LASTS = 10 * MINUTE;

describe('What a window claims', () => {
  const claim = claimed(undefined, 'first', 0);

  it('is its own as long as it may be there', () => {
    assert.ok(isClaimed(claim, 'second', MINUTE, LASTS));
    assert.ok(!isClaimed(claim, 'first', MINUTE, LASTS));
    assert.ok(!isClaimed(claim, 'second', LASTS, LASTS));
    assert.ok(!isClaimed(claim, 'second', -LASTS, LASTS), 'a clock that was ahead is believed no more');
    assert.ok(!isClaimed(undefined, 'second', 0, LASTS));
  });

  it('is free again as soon as it is done', () => {
    const over = givenUp(claim, 'first', MINUTE);
    assert.ok(!isClaimed(over, 'second', MINUTE, LASTS));
    assert.equal(givenUp(claim, 'second', MINUTE), claim, 'no window gives up the claim of another');
    assert.equal(givenUp(over, 'first', 2 * MINUTE), over);
    for (const each of [laterClaim(claim, over), laterClaim(over, claim)])
      assert.deepEqual(each, over, 'and no window that lags behind brings it back');
    const backwards = givenUp(claim, 'first', -MINUTE);
    assert.deepEqual(laterClaim(backwards, claim), backwards, 'though the clock was set back meanwhile');
    const next = claimed(over, 'second', 2 * MINUTE);
    assert.deepEqual(laterClaim(over, next), next);
  });

  it('is again that of the window that had it last, where another begins at the same moment', () => {
    const over = givenUp(claim, 'first', MINUTE);
    const again = claimed(over, 'first', 2 * MINUTE);
    const other = claimed(over, 'second', 3 * MINUTE);
    assert.deepEqual(laterClaim(other, again), again);
  });

  it('is read as it was written, and from nothing else', () => {
    for (const each of [claim, givenUp(claim, 'first', MINUTE)!])
      assert.deepEqual(claimOf(JSON.parse(JSON.stringify(each)) as Record<string, unknown>), each);
    for (const each of [{}, { by: '', at: 1 }, { by: 1, at: 1 }, { by: 'first', at: '1' }, { by: 'first', at: NaN }])
      assert.equal(claimOf(each), undefined);
  });
});
