import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Cooperation, sortCooperatively } from '../../../src/base/cooperate';
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
    const numbers = Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 50_000);
    await sortCooperatively(numbers, (a, b) => a - b, new Cooperation(ports));
    assert.ok(ports.yields > 5);
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
  it('let the event loop hear what came in', async () => {
    let heard = 0;
    let isOver = false;
    const listen = () => {
      heard++;
      if (!isOver) setImmediate(listen);
    };
    setImmediate(listen);
    const works = Array.from({ length: 4 }, async () => {
      const cooperation = new Cooperation({ now: () => performance.now(), yield: nextTurn });
      for (let i = 0; i < 10; i++) {
        const end = performance.now() + 2;
        while (performance.now() < end);
        await cooperation.pause();
      }
    });
    await Promise.all(works);
    isOver = true;
    assert.ok(heard >= 10, String(heard));
  });
});
