import assert from 'node:assert/strict';
import { Cooperation } from '../../../src/base/cooperate';
import { OneByOne } from '../../../src/base/oneByOne';

describe('Pieces of work that many ask for at once', () => {
  it('are done in order, with the event loop run before each where that is due', async () => {
    const seen: string[] = [];
    let now = 0;
    const ports = { now: () => (now += 100), yield: () => Promise.resolve(void seen.push('others')) };
    const turns = new OneByOne(new Cooperation(ports));
    const piece = (name: string) => turns.run(() => (seen.push(name), name));
    assert.deepEqual(await Promise.all([piece('a'), piece('b'), piece('c')]), ['a', 'b', 'c']);
    assert.deepEqual(seen, ['others', 'a', 'others', 'b', 'others', 'c']);
  });

  it('go on after one that throws', async () => {
    const turns = new OneByOne();
    const failing = turns.run(() => {
      throw new Error('no');
    });
    const next = turns.run(() => 1);
    await assert.rejects(failing, /no/);
    assert.equal(await next, 1);
  });
});
