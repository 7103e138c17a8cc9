import assert from 'node:assert/strict';
import { Cooperation } from '../../../src/base/cooperate';
import { hash53, hashBytes53, hashBytesInTurns, shortHash } from '../../../src/base/hash';

describe('shortHash', () => {
  it('has the length asked for', () => assert.equal(shortHash('pointer networks', 6).length, 6));
  it('is of lower-case letters and digits', () => assert.match(shortHash('pointer networks', 10), /^[0-9a-z]{10}$/));
  // Citekeys in documents hold these characters: they must not change from version to version.
  it('stays the same', () => assert.equal(shortHash('pointer networks', 6), 'i5yge4'));
  it('tells similar texts apart', () => assert.notEqual(hash53('pointer networks'), hash53('pointer network')));
});

describe('hashBytesInTurns', () => {
  const bytes = new Uint8Array(2_500_000).map((_, i) => (i * 7919) >> 3);

  it('is the hash of the bytes', async () => {
    for (const length of [0, 1, 1024 * 1024, bytes.length])
      assert.equal(await hashBytesInTurns(bytes.subarray(0, length)), hashBytes53(bytes.subarray(0, length)));
  });

  it('lets others run in between', async () => {
    let yields = 0;
    let now = 0;
    const ports = { now: () => (now += 10), yield: () => Promise.resolve(void yields++) };
    await hashBytesInTurns(bytes, new Cooperation(ports));
    assert.equal(yields, 3);
  });
});
