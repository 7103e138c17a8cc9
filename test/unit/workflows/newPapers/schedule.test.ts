import assert from 'node:assert/strict';
import { isClaimed, isDue } from '../../../../src/workflows/newPapers/schedule';

const at = (day: number, hour: number, minute = 0, month = 10) => new Date(2026, month, day, hour, minute).getTime();
const answered = (time: number) => ({ tried: time, answered: time });
const HOUR = 3_600_000;

describe('A feed', () => {
  it('is asked once a day, from the morning on', () => {
    assert.ok(isDue(undefined, at(26, 3)));
    assert.ok(!isDue(answered(at(26, 9)), at(26, 23, 59)));
    assert.ok(!isDue(answered(at(26, 9)), at(27, 0, 1)), 'a window left open over midnight waits');
    assert.ok(!isDue(answered(at(26, 9)), at(27, 5, 59)));
    assert.ok(isDue(answered(at(26, 9)), at(27, 6)));
    assert.ok(isDue(answered(at(26, 23, 50)), at(27, 7)));
  });

  it('is asked when a laptop wakes, once for all days that it slept', () => {
    const monday = at(30, 8);
    assert.ok(isDue(answered(at(26, 9)), monday));
    assert.ok(!isDue(answered(monday), monday + HOUR));
    assert.ok(isDue(answered(at(25, 9)), at(26, 10) - HOUR + HOUR), 'a whole day is over, whatever the hour');
    assert.ok(isDue(answered(at(25, 2)), at(26, 2)));
  });

  it('is asked once on days whose clocks change', () => {
    for (const [month, day] of [
      [2, 29],
      [9, 25],
      [2, 8],
      [10, 1],
    ]) {
      let last = at(day - 1, 9, 0, month);
      let asked = 0;
      for (let time = last; time < at(day + 2, 0, 0, month); time += HOUR / 2) {
        if (!isDue(answered(last), time)) continue;
        last = time;
        asked++;
      }
      assert.equal(asked, 2);
    }
  });

  it('that gave no answer is asked again after an hour, not before', () => {
    const failed = { tried: at(26, 9), answered: at(25, 9), failure: 'offline' };
    assert.ok(!isDue(failed, at(26, 9, 30)));
    assert.ok(isDue(failed, at(26, 10)));
    assert.ok(!isDue({ tried: at(26, 9) }, at(26, 9, 30)));
  });

  it('is asked in spite of a clock that was wrong', () => {
    assert.ok(isDue(answered(at(26, 9) + 400 * 24 * HOUR), at(26, 9)));
  });

  it('is asked by one window at a time, which may be gone', () => {
    const claim = { by: 'first', at: at(26, 9) };
    assert.ok(isClaimed(claim, 'second', at(26, 9, 1)));
    assert.ok(!isClaimed(claim, 'first', at(26, 9, 1)));
    assert.ok(!isClaimed(claim, 'second', at(26, 9, 11)));
    assert.ok(!isClaimed(undefined, 'second', at(26, 9)));
  });
});
