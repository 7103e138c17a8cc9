import assert from 'node:assert/strict';
import { hash53, shortHash } from '../../../src/base/hash';

describe('shortHash', () => {
  it('has the length asked for', () => assert.equal(shortHash('pointer networks', 6).length, 6));
  it('is of lower-case letters and digits', () => assert.match(shortHash('pointer networks', 10), /^[0-9a-z]{10}$/));
  // Citekeys in documents hold these characters: they must not change from version to version.
  it('stays the same', () => assert.equal(shortHash('pointer networks', 6), 'i5yge4'));
  it('tells similar texts apart', () => assert.notEqual(hash53('pointer networks'), hash53('pointer network')));
});
