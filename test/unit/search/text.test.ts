import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordsOf } from '../../../src/search/query/words';
import { foldWord } from '../../../src/search/text/fold';
import { unitCount, Utf8Text } from '../../../src/search/text/utf8';
import { cases } from '../support/cases';

/** The words of a text by the rule in plain words: letters, marks, digits and inner full stops; a Chinese character is one. */
function plainly(text: string): string[] {
  const isSingle = (char: string): boolean => /[\u3400-\u9fff\uf900-\ufaff]/.test(char);
  const isWord = (char: string): boolean => char.length === 2 || /[\p{L}\p{M}\p{N}.]/u.test(char);
  const marked = [...text].map((char) => (isSingle(char) ? ` ${char} ` : isWord(char) ? char : ' ')).join('');
  return marked
    .split(' ')
    .map((run) => run.replace(/^\.+|\.+$/g, ''))
    .filter((run) => foldWord(run) !== '');
}

describe('wordsOf', () => {
  const standing = (text: string): string[] => wordsOf(text).map(({ start, end }) => text.slice(start, end));
  const examples: [string, string[]][] = [
    ['', []],
    ['...', []],
    ['See 1706.03762.', ['See', '1706.03762']],
    ['Šimon’s naïve (idea)', ['Šimon', 's', 'naïve', 'idea']],
    ['深度a学习.b', ['深', '度', 'a', '学', '习', 'b']],
    ['.é. 😀x 𝐚𝐛', ['é', '😀x', '𝐚𝐛']],
    [`${'long '.repeat(2000)}end`, [...Array.from({ length: 2000 }, () => 'long'), 'end']],
  ];
  for (const [text, words] of examples)
    it(`${text.slice(0, 20)} → ${words.slice(0, 6).join(' | ')}`, () => assert.deepEqual(standing(text), words));

  it('tells where the words of any text stand', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aB9.. -,éÉß深度😀𝐚\u0301\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, (text) => assert.deepEqual(standing(text), plainly(text))),
      { numRuns: cases(200) },
    );
  });
});

describe('Utf8Text', () => {
  it('gives back any stretch, and counts its UTF-16 units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const utf8 = new Utf8Text();
        const { length } = utf8.set(before);
        utf8.set(before + after);
        assert.equal(utf8.slice(0, length), before);
        assert.equal(utf8.slice(length, utf8.length), after);
        assert.equal(unitCount(utf8.bytes, length, utf8.length), after.length);
      }),
      { numRuns: cases(100) },
    );
  });
});
