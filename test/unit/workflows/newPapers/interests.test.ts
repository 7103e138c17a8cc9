import assert from 'node:assert/strict';
import { interestsOf, type UsedPaper } from '../../../../src/workflows/newPapers/interests';
import { isUnread } from '../../../../src/workflows/newPapers/unread';

const NOW = Date.UTC(2026, 0, 15);
const DAY = 24 * 60 * 60 * 1000;

const used = (more: Partial<UsedPaper>): UsedPaper => ({ id: 'a', cited: 0, hasNote: false, usedAt: NOW, ...more });
/** What a paper tells beside another one that was used at some time, else today. */
const weight = (more: Partial<UsedPaper>, lately = NOW) =>
  interestsOf([used(more), used({ id: 'b', cited: 1, usedAt: lately })], NOW).find(({ id }) => id === 'a')?.weight ?? 0;

describe('interests', () => {
  it('are told most by what is cited, then noted, rated, read', () => {
    const weights = [{ cited: 1 }, { hasNote: true }, { rating: 3 }, { status: 'read' }, {}].map(weight);
    assert.deepEqual(
      [...weights].sort((a, b) => b - a),
      weights,
    );
    assert.equal(weights.at(-1), 0);
  });

  it('are told more by what was used lately, and something by what was used long ago', () => {
    const [now, year, ages] = [0, 365, 36_500].map((days) => weight({ cited: 1, usedAt: NOW - days * DAY }));
    assert.ok(now > year && year >= ages && ages > 0);
    assert.ok(weight({ cited: 1, usedAt: undefined }) > ages);
    assert.equal(weight({ cited: 1, usedAt: NOW + DAY }), now, 'a clock that is ahead');
  });

  it('are told little by what was used long before the last paper, whenever that was', () => {
    const [now, aYearAgo] = [0, 365].map((days) => weight({ hasNote: true, usedAt: NOW - days * DAY }));
    assert.ok(aYearAgo < now / 5);
    const away = NOW - 1000 * DAY;
    assert.equal(weight({ hasNote: true, usedAt: away }, away), now, 'after a long time away');
    assert.equal(weight({ hasNote: true, usedAt: away - 365 * DAY }, away), aYearAgo);
    assert.equal(weight({ hasNote: true }, NOW + 1000 * DAY), now, 'though a clock was ahead');
    assert.ok(weight({ hasNote: true, usedAt: undefined }, NaN) > 0, 'where no time is known');
  });

  it('are told more by a good rating, and the other way by a bad one', () => {
    assert.ok(weight({ hasNote: true, rating: 5 }) > weight({ hasNote: true, rating: 3 }));
    assert.ok(weight({ hasNote: true, rating: 1 }) < 0);
    assert.ok(weight({ cited: 2, rating: 1 }) > 0, 'what is cited is of interest all the same');
    assert.ok(Number.isFinite(weight({ hasNote: true, rating: NaN })));
  });

  it('are not told by papers that are unread', () =>
    assert.deepEqual(interestsOf([used({ status: 'unread' })], NOW), []));
});

describe('a paper to read next', () => {
  const cases: [string | undefined, boolean, boolean][] = [
    [undefined, false, true],
    [undefined, true, false],
    ['unread', true, true],
    ['To-Read', false, true],
    ['reading', false, false],
    ['read', false, false],
    ['skip', false, false],
    ['', false, true],
  ];
  for (const [status, isUsed, expected] of cases) {
    it(`${expected ? 'may' : 'may not'} be one ${status ?? 'without status'}${isUsed ? ' that is used' : ''}`, () =>
      assert.equal(isUnread(status, isUsed), expected));
  }
});
