import assert from 'node:assert/strict';
import { shownLine } from '../../../src/base/shownLine';

describe('A text that is shown in one line', () => {
  const shown = (text: string, expected: string) => assert.equal(shownLine(text), expected);

  it('has no line breaks of any kind', () => {
    for (const end of ['\n', '\r\n', '\r', '\n\n  ', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029']) {
      shown(`Attention${end}is all`, 'Attention is all');
    }
  });

  it('has no control characters', () => shown('a\u0000b\u001B[31mc', 'a b [31mc'));

  it('turns nothing around', () => shown('a\u202Egnp.exe\u2066 b', 'agnp.exe b'));

  it('keeps blanks and all else as they are', () => {
    shown('Weston\u20032014  Memory\u00A0Networks', 'Weston\u20032014  Memory\u00A0Networks');
    shown('שלום \u200Fand\u200E on 🐝', 'שלום \u200Fand\u200E on 🐝');
  });
});
