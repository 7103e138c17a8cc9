import assert from 'node:assert/strict';
import { type Looked, Polling } from '../../../src/online/zotero/polling';
import { FakeClock } from '../support/fakeClock';

describe('Libraries of other programs are looked at', () => {
  const polled = () => {
    const clock = new FakeClock();
    const state = { looks: 0, left: 0, isHere: true, looked: 'answered' as Looked, answer: Promise.resolve() };
    const parts = {
      look: () => (state.looks++, state.answer),
      isWanted: () => state.isHere,
      left: () => void state.left++,
      looked: () => state.looked,
    };
    return { clock, state, polling: new Polling(parts, clock) };
  };

  it('at once and every ten seconds, and every thirty where nobody answers', async () => {
    const { clock, state, polling } = polled();
    polling.start();
    assert.equal(state.looks, 1);
    await clock.pass(9999);
    assert.equal(state.looks, 1);
    await clock.pass(1);
    assert.equal(state.looks, 2);
    state.looked = 'failed';
    await clock.pass(10_000);
    assert.equal(state.looks, 3);
    await clock.pass(29_999);
    assert.equal(state.looks, 3);
    await clock.pass(1);
    assert.equal(state.looks, 4);
  });

  it('every second where another window looks: what it tells is shown, and it may leave', async () => {
    const { clock, state, polling } = polled();
    state.looked = 'elsewhere';
    polling.start();
    await clock.pass(10_000);
    assert.equal(state.looks, 11);
  });

  it('by the window that has the focus alone, at once when it gets it', async () => {
    const one = polled();
    const { clock, state, polling } = one;
    const other = polled();
    other.state.isHere = false;
    for (const each of [one, other]) each.polling.start();
    await clock.pass(60_000);
    await other.clock.pass(60_000);
    assert.deepEqual([state.looks, other.state.looks], [7, 0]);
    [state.isHere, other.state.isHere] = [false, true];
    polling.leave();
    other.polling.resume();
    assert.equal(other.state.looks, 1);
    await clock.pass(60_000);
    assert.equal(state.looks, 7);
    // A focus that is told of twice is one.
    other.polling.resume();
    assert.equal(other.state.looks, 1);
  });

  it('one look after the other, however long one takes, and a while after one that was asked for', async () => {
    const { clock, state, polling } = polled();
    let answer = () => {};
    state.answer = new Promise((resolve) => (answer = resolve));
    polling.start();
    await clock.pass(60_000);
    polling.resume();
    assert.equal(state.looks, 1);
    answer();
    await clock.pass(6000);
    await polling.during(() => Promise.resolve());
    await clock.pass(9999);
    assert.equal(state.looks, 1);
    await clock.pass(1);
    assert.equal(state.looks, 2);
  });

  it('no more once nobody wants it', async () => {
    const { clock, state, polling } = polled();
    polling.start();
    await clock.pass(0);
    state.isHere = false;
    await clock.pass(60_000);
    assert.deepEqual([state.looks, state.left], [1, 1]);
  });

  it('to the end where nobody is here any more meanwhile, and left then', async () => {
    const { clock, state, polling } = polled();
    let answer = () => {};
    state.answer = new Promise((resolve) => (answer = resolve));
    polling.start();
    state.isHere = false;
    polling.leave();
    await clock.pass(60_000);
    assert.equal(state.left, 0);
    answer();
    await clock.pass(60_000);
    assert.deepEqual([state.looks, state.left], [1, 1]);
  });
});
