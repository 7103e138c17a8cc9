import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, editBetween } from '../../../src/base/textEdit';

describe('applyEdits', () => {
  it('inserts, replaces and deletes by offsets of the original text', () => {
    const edits = [
      { start: 4, end: 5, newText: '' },
      { start: 0, end: 0, newText: '> ' },
      { start: 2, end: 3, newText: 'XY' },
    ];
    assert.equal(applyEdits('abcdef', edits), '> abXYdf');
  });
  it('refuses edits that overlap', () => {
    const edits = [
      { start: 0, end: 2, newText: '' },
      { start: 1, end: 3, newText: '' },
    ];
    assert.throws(() => applyEdits('abc', edits), RangeError);
  });
});

describe('The edit between two texts', () => {
  it('turns the one into the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n', '😀'), { maxLength: 12 }).map((units) => units.join(''));
    fc.assert(fc.property(text, text, (a, b) => applyEdits(a, [editBetween(a, b)]) === b));
  });

  it('is as short as can be, however long the texts are', () => {
    const before = 'x'.repeat(200_000);
    const after = `${before.slice(0, 70_001)}yz${before.slice(70_002)}`;
    assert.deepEqual(editBetween(before, after), { start: 70_001, end: 70_002, newText: 'yz' });
    assert.deepEqual(editBetween(before, before), { start: 200_000, end: 200_000, newText: '' });
    assert.deepEqual(editBetween('aaa', 'aaaa'), { start: 3, end: 3, newText: 'a' });
  });
});
