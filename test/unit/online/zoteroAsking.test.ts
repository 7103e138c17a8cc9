import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimed } from '../../../src/base/claim';
import { atOnce } from '../../../src/base/cooperate';
import { recordLines, recordsOf } from '../../../src/base/recordLines';
import {
  asOf,
  type Asking,
  askingRecords,
  mergingAsking,
  NOTHING_ASKED,
  readingAsking,
  stateOf,
  withAnswer,
  withFailure,
} from '../../../src/online/zotero/asking';
import { cases } from '../support/cases';

const MINUTE = 60_000;
const at = (minute: number) => Date.UTC(2024, 0, 1, 12, minute);
const read = (asking: Asking) => atOnce(readingAsking(recordsOf(atOnce(recordLines(askingRecords(asking))))));
const merged = (a: Asking, b: Asking) => atOnce(mergingAsking(a, b));

describe('What windows tell each other of asking for libraries', () => {
  it('is why nobody answered, until somebody does', () => {
    const failed = withFailure(withAnswer(NOTHING_ASKED, 'a', at(0)), 'a', 'Zotero is not running.');
    assert.equal(stateOf(read(failed), 'a')?.failure, 'Zotero is not running.');
    assert.equal(stateOf(failed, 'b'), undefined);
    assert.equal(stateOf(failed, 'constructor'), undefined);
    const again = withAnswer(failed, 'a', at(0) + 1);
    assert.equal(stateOf(again, 'a')?.failure, undefined);
    for (const both of [merged(failed, again), merged(again, failed)]) assert.deepEqual(both, again);
  });

  it('is when it was last as its copy is, after a restart, too, though nothing changed since long before', () => {
    const asked = read(withAnswer(NOTHING_ASKED, 'a', at(30)));
    const told = (id: string, changed: number) => asOf(stateOf(asked, id), new Date(changed).toISOString())?.getTime();
    assert.equal(told('a', at(1)), at(30));
    assert.equal(told('b', at(1)), at(1));
    assert.equal(told('a', at(40)), at(40), 'where another window saw that later');
    assert.equal(asOf(stateOf(asked, 'a'), undefined), undefined, 'there is no copy');
    assert.equal(asOf(undefined, 'y'), undefined);
  });

  it('is written once a minute, and again where the clock was put back', () => {
    let [asking, written] = [NOTHING_ASKED, 0];
    const answer = (time: number) => {
      const next = withAnswer(asking, 'a', time);
      if (next !== asking) written++;
      asking = next;
    };
    for (let second = 0; second < 60; second++) answer(at(1) + second * 1000);
    assert.equal(written, 1);
    for (const time of [at(2), at(2) - 2 * MINUTE]) answer(time);
    assert.equal(written, 3);
    const failed = withFailure(asking, 'a', 'No.');
    assert.equal(withFailure(failed, 'a', 'No.'), failed);
  });

  it('is one thing, in whichever order and however often it is put together', () => {
    const [name, time] = [fc.constantFrom('a', 'b', '__proto__'), fc.nat({ max: 9 * MINUTE })];
    const step = fc.oneof(
      fc.tuple(name, time).map(
        ([id, when]) =>
          (asking: Asking) =>
            withAnswer(asking, id, when),
      ),
      fc.tuple(name, fc.constantFrom('x', 'y')).map(
        ([id, why]) =>
          (asking: Asking) =>
            withFailure(asking, id, why),
      ),
      fc.tuple(name, time).map(([by, when]) => (asking: Asking) => ({
        ...asking,
        claim: claimed(asking.claim, by, when),
      })),
    );
    const some = fc.array(step, { maxLength: 8 }).map((steps) => steps.reduce((all, next) => next(all), NOTHING_ASKED));
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        assert.deepEqual(merged(a, b), merged(b, a));
        assert.deepEqual(merged(merged(a, b), c), merged(a, merged(b, c)));
        assert.deepEqual(merged(merged(a, b), b), merged(a, b));
        assert.deepEqual(read(a), a);
      }),
      { numRuns: cases(300) },
    );
  });

  it('may be read from anything', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (x, y) => {
        const stated = atOnce(readingAsking([x, { library: 'a', answered: x, failure: y }, { by: x, at: y }, y]));
        assert.deepEqual(merged(stated, NOTHING_ASKED), stated);
      }),
      { numRuns: cases(300) },
    );
  });
});
