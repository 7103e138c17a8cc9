import assert from 'node:assert/strict';
import { UpdateQueue } from '../../../src/base/updateQueue';

describe('Updates in a queue', () => {
  it('go on after one that failed, which is told to those who asked for it', async () => {
    const done: string[] = [];
    const outcomes = [() => Promise.reject(new Error('no disk')), () => Promise.resolve()];
    const queue = new UpdateQueue(() => {
      done.push('run');
      return outcomes.shift()!();
    });
    await assert.rejects(queue.update(), /no disk/);
    await queue.update();
    await queue.settled;
    assert.equal(done.length, 2);
  });
});
