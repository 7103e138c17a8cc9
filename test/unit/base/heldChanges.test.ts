import assert from 'node:assert/strict';
import { type Change, HeldChanges } from '../../../src/base/heldChanges';
import { FakeClock } from '../support/fakeClock';

describe('Changes of a tree', () => {
  let clock: FakeClock;
  let told: Change<string>[];
  let changes: HeldChanges<string>;

  beforeEach(() => {
    clock = new FakeClock();
    told = [];
    changes = new HeldChanges((change) => told.push(change), clock);
  });

  it('are told at once before it is drawn', () => {
    changes.changed(['a']);
    assert.deepEqual(told, [['a']]);
  });

  it('are told together when it was drawn for the first time', async () => {
    changes.asked();
    changes.changed(['a']);
    changes.given(100);
    changes.changed(['b', 'c']);
    await clock.pass(99);
    assert.deepEqual(told, []);
    await clock.pass(1);
    assert.deepEqual(told, [['a', 'b', 'c']]);
  });

  it('are one of all of it where one of them is', async () => {
    changes.asked();
    changes.changed(['a']);
    changes.changed(undefined);
    changes.changed(['b']);
    changes.given(100);
    await clock.pass(100);
    assert.deepEqual(told, [undefined]);
  });

  it('are none where nothing changed while it was drawn', async () => {
    changes.asked();
    changes.given(100);
    await clock.pass(100);
    assert.deepEqual(told, []);
  });

  it('are told at once while it is drawn again', async () => {
    changes.asked();
    changes.given(100);
    await clock.pass(100);
    changes.asked();
    changes.changed(['a']);
    assert.deepEqual(told, [['a']]);
  });
});
