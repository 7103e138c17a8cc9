import assert from 'node:assert/strict';
import { atEnd, end } from '../../../src/base/atEnd';

describe('Work before the end', () => {
  it('is done once, and waited for, unless it is taken back', async () => {
    const done: string[] = [];
    const work = (name: string) => async () => {
      await Promise.resolve();
      done.push(name);
    };
    atEnd(work('a'));
    const takeBack = atEnd(work('b'));
    atEnd(work('c'));
    takeBack();
    await end();
    await end();
    assert.deepEqual(done, ['a', 'c']);
  });
});
