import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsMade } from '../../../src/base/editsMade';
import { applyEdits, type TextEdit } from '../../../src/base/textEdit';
import { cases } from '../support/cases';

const AB: readonly TextEdit[] = [
  { start: 1, end: 2, newText: 'xyz' },
  { start: 3, end: 4, newText: '' },
];

describe('The edits that were made', () => {
  it('are told by the text after', () => {
    assert.deepEqual(editsMade('abcde', AB, 'axyzce'), AB);
    assert.deepEqual(editsMade('abcde', AB, 'axyzcde'), [AB[0]]);
    assert.deepEqual(editsMade('abcde', AB, 'abce'), [AB[1]]);
    assert.deepEqual(editsMade('abcde', AB, 'abcde'), []);
  });

  it('are not told where something else was changed', () => {
    assert.equal(editsMade('abcde', AB, 'axyzce!'), undefined);
    assert.equal(editsMade('abcde', AB, 'aXYZcde'), undefined);
    assert.equal(editsMade('abcde', AB, 'abcd'), undefined);
  });

  it('make the text after, whichever of them were', () => {
    const parts = fc.array(
      fc.record({
        same: fc.constantFrom('', 'a', 'ab', 'b'),
        old: fc.constantFrom('', 'a', 'ab', 'aab'),
        newText: fc.constantFrom('', 'a', 'ab', 'ba', 'aab'),
        isMade: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (parts) => {
        let before = '';
        const edits = parts.map(({ same, old, newText, isMade }) => {
          const start = before.length + same.length;
          before += same + old;
          return { start, end: before.length, newText, isMade };
        });
        const after = applyEdits(
          before,
          edits.filter(({ isMade }) => isMade),
        );
        const made = editsMade(before, edits, after);
        assert.ok(made);
        assert.equal(applyEdits(before, made), after);
      }),
      { numRuns: cases(2000) },
    );
  });
});
