import assert from 'node:assert/strict';
import { dayMessage, type Day } from '../../../src/vscode/newPapers/dayMessage';

describe('What is said of a day', () => {
  const FRIDAY = Date.parse('2026-11-27T17:00:00Z');
  const HOUR = 3_600_000;
  const day = (more: Partial<Day>): string | undefined => {
    const { now = FRIDAY } = more;
    return dayMessage({
      state: 'nothing',
      answered: now - HOUR / 60,
      isFetching: false,
      followsArxiv: true,
      now,
      ...more,
    });
  };

  it('is nothing while papers are open, or nobody was asked', () => {
    assert.equal(day({ state: 'open' }), undefined);
    assert.equal(day({ state: undefined }), undefined);
    assert.equal(day({ answered: 0 }), undefined);
  });

  it('is that feeds are being asked for the first time', () => {
    assert.match(day({ answered: 0, isFetching: true }) ?? '', /^Asking/);
    assert.match(day({ isFetching: true }) ?? '', /^No new papers/);
  });

  it('is when they were asked last: the time today, the day before', () => {
    assert.match(day({}) ?? '', /^No new papers today; last asked: \d\d?:\d\d.*\.$/);
    const before = FRIDAY - 48 * HOUR;
    assert.match(day({ answered: before }) ?? '', new RegExp(`asked: ${new Date(before).toLocaleDateString()}`));
    assert.match(day({ state: 'done' }) ?? '', /^No more of today’s/);
  });

  describe('is that arXiv rests at weekends, which are those of New York', () => {
    const rests = (now: string, more: Partial<Day> = {}) => /arXiv/.test(day({ now: Date.parse(now), ...more }) ?? '');
    const table: readonly (readonly [now: string, rests: boolean])[] = [
      ['2026-11-27T17:00:00Z', false],
      ['2026-11-28T04:00:00Z', false],
      ['2026-11-28T06:00:00Z', true],
      ['2026-11-29T12:00:00Z', true],
      ['2026-11-30T04:00:00Z', true],
      ['2026-11-30T06:00:00Z', false],
    ];
    for (const [now, expected] of table) it(now, () => assert.equal(rests(now), expected));

    it('unless no category of arXiv is followed', () =>
      assert.ok(!rests('2026-11-28T12:00:00Z', { followsArxiv: false })));
  });
});
