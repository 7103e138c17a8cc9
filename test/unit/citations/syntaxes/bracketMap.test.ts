import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BracketMap } from '../../../../src/citations/syntaxes/shared/bracketMap';
import { lineEnd } from '../../../../src/citations/syntaxes/shared/characters';
import { cases } from '../../support/cases';

/** Where each bracket closes, as the class says it: without looking at anything once only. */
function closes(text: string, at: number): number {
  const end = lineEnd(text, at);
  let start = 0;
  // A stretch begins where the one before was left.
  while (lineEnd(text, start) < at) start = lineEnd(text, start) + 1;
  const open: { at: number; kind: number }[] = [];
  for (let i = start; i < end; i++) {
    if (text[i] === '\\') {
      i++;
      continue;
    }
    const kind = '([{'.indexOf(text[i] ?? ' ');
    if (kind >= 0) open.push({ at: i, kind });
    const close = ')]}'.indexOf(text[i] ?? ' ');
    if (close < 0) continue;
    while (open.length > 0 && open.at(-1)!.kind < close) open.pop();
    if (open.at(-1)?.kind !== close) continue;
    const opened = open.pop()!;
    if (opened.at === at) return i;
  }
  return -1;
}

describe('The map of brackets', () => {
  it('tells where each closes, whatever stands around it', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: fc.constantFrom(...'()[]{}\\a\n', ' '.repeat(30)) }), (text) => {
        const map = new BracketMap(text, '([{', lineEnd);
        for (let at = 0; at < text.length; at++) {
          const isEscaped = /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
          if (!'([{'.includes(text[at]) || isEscaped) continue;
          assert.equal(map.close(at), closes(text, at), JSON.stringify([text, at]));
        }
      }),
      { numRuns: cases(3000) },
    ));

  it('looks for no end of a stretch where nothing closes any more', () => {
    const asked: number[] = [];
    const text = `(${'a'.repeat(100)})\n(b`;
    const map = new BracketMap(text, '(', (all, at) => {
      asked.push(at);
      return lineEnd(all, at);
    });
    assert.deepEqual([map.close(0), map.close(103), asked], [101, -1, [0]]);
  });

  it('looks for no end of a stretch where a bracket closes a few characters on', () => {
    const asked: number[] = [];
    const map = new BracketMap('(a)\n(b', '(', (all, at) => {
      asked.push(at);
      return lineEnd(all, at);
    });
    assert.deepEqual([map.close(0), asked], [2, []]);
  });
});
