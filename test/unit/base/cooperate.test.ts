import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Cooperation, mapCooperatively, sortCooperatively } from '../../../src/base/cooperate';
import { nextTurn } from '../../../src/base/nextTurn';
import { cases } from '../support/cases';

/** A clock that moves on by a millisecond each time it is read. */
function tickingPorts() {
  let now = 0;
  const ports = { now: () => now++, yields: 0, yield: () => (ports.yields++, Promise.resolve()) };
  return ports;
}

describe('sortCooperatively', () => {
  it('sorts as Array.sort does, and as stable', async () => {
    const items = fc.array(fc.record({ key: fc.nat(20), id: fc.nat() }), { maxLength: 5000, size: 'max' });
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    await fc.assert(
      fc.asyncProperty(items, async (list) => {
        assert.deepEqual(await sortCooperatively(list, byKey, new Cooperation(tickingPorts())), [...list].sort(byKey));
      }),
      { numRuns: cases(10) },
    );
  });

  it('lets others run in between', async () => {
    const ports = tickingPorts();
    const numbers = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_000);
    await sortCooperatively(numbers, (a, b) => a - b, new Cooperation(ports));
    assert.ok(ports.yields > 5);
  });
});

describe('mapCooperatively', () => {
  it('makes what map does, and lets others run in between', async () => {
    const ports = tickingPorts();
    const numbers = Array.from({ length: 10_000 }, (_, i) => i);
    const made = await mapCooperatively(numbers, (number, i) => number + i, new Cooperation(ports));
    assert.deepEqual(
      made,
      numbers.map((number) => 2 * number),
    );
    assert.ok(ports.yields > 20, String(ports.yields));
  });
});

describe('Cooperation', () => {
  it('goes on at once while its slice of time lasts', async () => {
    const ports = { now: () => 0, yields: 0, yield: () => (ports.yields++, Promise.resolve()) };
    const cooperation = new Cooperation(ports);
    for (let i = 0; i < 100; i++) await cooperation.yieldIfDue();
    assert.equal(ports.yields, 0);
  });
});

describe('Several long works at once', () => {
  /** Holds the event loop for longer than the shortest of timers takes. */
  const holdLonger = () => {
    const end = performance.now() + 1.2;
    while (performance.now() < end);
  };

  it('let the event loop hear what came in', async () => {
    const work = async () => {
      const cooperation = new Cooperation({ now: () => 0, yield: nextTurn });
      for (let i = 0; i < 2; i++) {
        let isHeard = false;
        setImmediate(() => (isHeard = true));
        const pause = cooperation.pause();
        holdLonger();
        await pause;
        assert.ok(isHeard);
      }
    };
    await Promise.all(Array.from({ length: 4 }, work));
  });
});

describe('Works that share a cooperation', () => {
  it('have one slice of a turn together', async () => {
    let now = 0;
    let turn = 0;
    let isOver = false;
    const countTurns = () => {
      turn++;
      if (!isOver) setImmediate(countTurns);
    };
    setImmediate(countTurns);
    const cooperation = new Cooperation({ now: () => now, yield: nextTurn });
    const workedIn: number[] = [];
    const work = async () => {
      for (let piece = 0; piece < 20; piece++) {
        now += 2;
        workedIn[turn] = (workedIn[turn] ?? 0) + 2;
        await cooperation.yieldIfDue();
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    isOver = true;
    // A slice, and the piece that each had begun when it was over.
    assert.ok(Math.max(...workedIn) <= 8 + 8 * 2, `${workedIn.join(' ')}`);
  });
});
