import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/base/textEdit';

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
