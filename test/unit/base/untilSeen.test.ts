import assert from 'node:assert/strict';
import { UntilSeen } from '../../../src/base/untilSeen';
import { FakeClock } from '../support/fakeClock';

describe('What is done until it is seen', () => {
  let done = 0;
  let seenFrom = 1;
  const clock = new FakeClock();
  let givenUp = 0;
  const doing = new UntilSeen({
    act: () => void done++,
    isSeen: () => done >= seenFrom,
    ms: 300,
    most: 3,
    giveUp: () => void givenUp++,
    clock,
  });
  beforeEach(() => void (done = givenUp = 0));

  it('is done once, a while after it was last asked for', async () => {
    seenFrom = 1;
    doing.soon();
    await clock.pass(299);
    doing.soon();
    await clock.pass(299);
    assert.equal(done, 0);
    await clock.pass(1);
    assert.equal(done, 1);
    await clock.pass(3000);
    assert.equal(done, 1);
  });

  it('is done again where nothing was seen of it', async () => {
    seenFrom = 2;
    doing.soon();
    await clock.pass(300);
    assert.equal(done, 1);
    await clock.pass(300);
    assert.equal(done, 2);
    await clock.pass(3000);
    assert.equal(done, 2);
    assert.equal(givenUp, 0);
  });

  it('is given up after so many times', async () => {
    seenFrom = Infinity;
    doing.soon();
    await clock.pass(30_000);
    assert.equal(done, 3);
    assert.equal(givenUp, 1);
  });

  it('begins anew where it is asked for again', async () => {
    seenFrom = Infinity;
    doing.soon();
    await clock.pass(750);
    doing.soon();
    await clock.pass(30_000);
    assert.equal(done, 2 + 3);
  });

  it('is not done any more once disposed', async () => {
    doing.soon();
    doing.dispose();
    await clock.pass(3000);
    assert.equal(done, 0);
  });
});
