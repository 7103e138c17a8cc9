import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SYNTAXES } from '../../../src/citations/syntaxes';
import { draftSentence } from '../../../src/workflows/draftSentence';

/** The cursor is `|`, a selection stands between two of them; citations are in `[@…]`. */
const says = (marked: string, expected: string, citeBehind?: string): void =>
  void it(JSON.stringify(marked), () => {
    const [before, inside = '', ...after] = marked.split('|');
    const isSelected = after.length > 0;
    const text = before + inside + after.join('');
    const selection = { start: before.length, end: before.length + (isSelected ? inside.length : 0) };
    const citations = [...text.matchAll(/\[@.*?\]/g)].map(({ 0: cited, index }) => ({
      start: index,
      end: index + cited.length,
    }));
    const { said, citeAt } = draftSentence(text, selection, citations);
    assert.equal(said, expected);
    if (citeBehind !== undefined) assert.ok(text.slice(0, citeAt).endsWith(citeBehind), text.slice(0, citeAt));
  });

describe('draftSentence', () => {
  says('One. Two |is said|. Three.', 'is said', 'is said');
  says('One. Tw|o is said. Three.', 'Two is said.', 'is said');
  says('|One. Two.', 'One.', 'One');
  says('|One [@a]. |Two.', 'One .', '[@a]');
  says('|One [@a] two!|', 'One two!', 'two');
  says('One. Two.|', 'Two.');
  says('A title\n\nOne goes\non h|ere. Two.\n\nNext.', 'One goes\non here.');
  says('A title\r\n\r\nOne goes\r\non h|ere.\r\n', 'One goes\r\non here.');
  says('Two [@a2020 one, p. 3] is s|aid [@b].', 'Two is said .', '[@b]');
  says('x [@a, p.| 3] is| said', 'is');
  says('|', '');
  says('\n\n|\n\n', '');

  it('is supported behind a citation that another stands in', () => {
    const text = 'So it is \\cite[as \\cite{b}]{a}.';
    const citations = SYNTAXES.latex.find(text).map(({ range }) => range);
    assert.deepEqual(draftSentence(text, { start: 3, end: 3 }, citations), {
      said: 'So it is .',
      citeAt: text.length - 1,
    });
  });

  it('never throws, and gives no text of a citation', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a ', 'b. ', '\n', '@x', ' C')), fc.nat(20), fc.nat(20), (pieces, a, b) => {
        const text = pieces.join('');
        const citations = [...text.matchAll(/@x/g)].map(({ index }) => ({ start: index, end: index + 2 }));
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const inside = citations.some(
          (one) => (one.start < start && start < one.end) || (one.start < end && end < one.end),
        );
        fc.pre(!inside);
        assert.ok(!draftSentence(text, { start, end }, citations).said.includes('@x'));
      }),
    ));
});
