import assert from 'node:assert/strict';
import { isDue, lastAnswer } from '../../../../src/workflows/newPapers/schedule';

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

  describe('where clocks change', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });

    const changes: readonly [zone: string, month: number, day: number, hours: number][] = [
      ['Europe/Berlin', 2, 29, 23],
      ['Europe/Berlin', 9, 25, 25],
      ['America/New_York', 2, 8, 23],
      ['America/New_York', 10, 1, 25],
      // At midnight: that day begins at one o'clock.
      ['America/Santiago', 8, 6, 23],
    ];
    for (const [place, month, day, hours] of changes) {
      it(`is asked once on the day of ${hours} hours in ${place}`, () => {
        process.env.TZ = place;
        assert.equal(at(day + 1, 12, 0, month) - at(day, 12, 0, month), 24 * HOUR, 'the change is on that day');
        assert.equal(at(day + 1, 0, 0, month) - at(day, 0, 0, month), hours * HOUR);
        for (const first of [2, 6, 9, 23]) {
          let last = at(day - 1, first, 0, month);
          const asked: number[] = [];
          for (let time = last; time < at(day + 2, 0, 0, month); time += HOUR / 2) {
            if (!isDue(answered(last), time)) continue;
            last = time;
            asked.push(new Date(time).getDate());
          }
          const early = first < 6 ? [-1] : [];
          const days = [...early, 0, 1].map((more) => new Date(at(day + more, 6, 0, month)).getDate());
          assert.deepEqual(asked, days, `asked first at ${first}`);
        }
      });
    }
  });

  it('that gave no answer is asked again after an hour, not before', () => {
    const failed = { tried: at(26, 9), answered: at(25, 9), failure: 'offline' };
    assert.ok(!isDue(failed, at(26, 9, 30)));
    assert.ok(isDue(failed, at(26, 10)));
    assert.ok(!isDue({ tried: at(26, 9) }, at(26, 9, 30)));
  });

  it('is asked in spite of a clock that was wrong', () => {
    const ahead = at(26, 9) + 400 * 24 * HOUR;
    assert.ok(isDue(answered(ahead), at(26, 9)));
    const failed = { tried: at(26, 9), answered: ahead, failure: 'offline' };
    assert.ok(!isDue(failed, at(26, 9, 30)));
    assert.ok(isDue(failed, at(26, 10)), 'an answer of days to come is none');
    assert.equal(lastAnswer(failed, at(26, 10)), undefined);
    assert.equal(lastAnswer(answered(at(26, 9)), at(26, 10)), at(26, 9));
  });
});
