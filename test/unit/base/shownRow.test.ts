import assert from 'node:assert/strict';
import { shownRow, type RowTexts } from '../../../src/base/shownRow';

describe('A row of a view', () => {
  /** A citekey, title or name with a line break and a mark that turns what follows. */
  const HOSTILE = 'key\n\u202Egpj.exe';
  const PLAIN = 'key gpj.exe';
  const shown = (row: RowTexts, expected: RowTexts) => assert.deepEqual(shownRow(row), expected);

  it('is labelled in one line that turns nothing around', () => {
    shown({ label: HOSTILE }, { label: PLAIN });
    shown({ label: { label: HOSTILE, highlights: [[0, 3]] } }, { label: PLAIN });
  });

  it('says so behind its label and aloud', () =>
    shown(
      { label: 'a', description: HOSTILE, accessibilityInformation: { label: HOSTILE } },
      { label: 'a', description: PLAIN, accessibilityInformation: { label: PLAIN } },
    ));

  it('has lines in its tooltip alone', () => shown({ tooltip: HOSTILE }, { tooltip: 'key\ngpj.exe' }));

  it('stays as it is where nothing of that is in it', () => {
    const row = { label: { label: 'A title', highlights: [[0, 1]] }, description: true, tooltip: { value: '*a*' } };
    shown(structuredClone(row) as RowTexts, row as RowTexts);
  });
});
