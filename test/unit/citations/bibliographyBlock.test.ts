import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/base/textEdit';
import {
  bibliographyBlocks,
  insertEdit,
  keepsBibliographies,
  refreshEdits,
} from '../../../src/citations/bibliographyBlock';

const inserted = (text: string, syntax = 'pandoc', references = ['A', 'B']) => {
  const offset = text.indexOf('|');
  const plain = text.replace('|', '');
  return applyEdits(plain, [insertEdit(plain, syntax, offset, references)]);
};
/** With the hash made `#`. */
const shown = (text: string) => text.replace(/(bibliography) [a-z0-9]+/g, '$1 #');

describe('A bibliography that a document keeps', () => {
  const START = '<!-- literature: bibliography # -->';
  const END = '<!-- literature: end -->';
  const BLOCK = `${START}\n\nA\n\nB\n\n${END}`;
  const puts = (before: string, after: string) =>
    it(`makes of ${JSON.stringify(before)} a text with lines of its own`, () =>
      assert.equal(shown(inserted(before)), after));

  puts('|', BLOCK);
  puts('Text|', `Text\n\n${BLOCK}`);
  puts('Te|xt\nmore', `Text\n\n${BLOCK}\n\nmore`);
  puts('Text\n\n|', `Text\n\n${BLOCK}`);
  puts('Text\n|\nmore', `Text\n\n${BLOCK}\n\nmore`);
  puts('Text\n\n|\n\nmore', `Text\n\n${BLOCK}\n\nmore`);

  it('has the line ends of its document', () => {
    const text = inserted('Text|\r\nmore');
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.deepEqual(bibliographyBlocks(text, 'pandoc').blocks[0].isEdited, false);
  });

  it('stands between comments of its language', () => {
    assert.match(inserted('|', 'org'), /^# literature: bibliography \w+\n\nA\n\nB\n\n# literature: end$/);
    assert.match(inserted('|', 'rst'), /^\.\. literature: bibliography \w+\n[\s\S]*\.\. literature: end$/);
    assert.match(inserted('|', 'asciidoc'), /^\/\/ literature: bibliography \w+\n[\s\S]*\/\/ literature: end$/);
    assert.equal(inserted('|', 'text'), 'A\n\nB');
    assert.equal(keepsBibliographies('latex'), false);
  });

  it('is known to be edited', () => {
    const text = inserted('Text|');
    assert.equal(bibliographyBlocks(text, 'pandoc').blocks[0].isEdited, false);
    assert.equal(bibliographyBlocks(text.replace('A\n', 'A!\n'), 'pandoc').blocks[0].isEdited, true);
  });

  it('that has no end is none', () => {
    const text = `x\n${inserted('|').replace(END, '')}`;
    assert.deepEqual(bibliographyBlocks(text, 'pandoc'), { blocks: [], unclosed: 2 });
    assert.deepEqual(bibliographyBlocks(END, 'pandoc'), { blocks: [] });
  });

  it('changes between its comments alone', () => {
    const line = fc.constantFrom('Text', '', '# H', 'literature: end', '<!-- x -->', '  ', 'a [@b]');
    const list = fc.array(fc.constantFrom('A', 'B, see C', 'D\\*'), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(line),
        fc.array(line),
        list,
        list,
        fc.constantFrom('\n', '\r\n'),
        (before, after, one, two, eol) => {
          const marked = [...before, '|', ...after].join(eol);
          const text = inserted(marked, 'pandoc', one);
          const { blocks } = bibliographyBlocks(text, 'pandoc');
          assert.equal(blocks.length, 1);
          const edits = refreshEdits(text, 'pandoc', blocks, two);
          const refreshed = applyEdits(text, edits);
          const { start, end } = blocks[0].range;
          assert.equal(refreshed.slice(0, start), text.slice(0, start));
          assert.ok(refreshed.endsWith(text.slice(end)));
          const again = bibliographyBlocks(refreshed, 'pandoc').blocks;
          assert.deepEqual(
            again.map(({ isEdited }) => isEdited),
            [false],
          );
          assert.deepEqual(refreshEdits(refreshed, 'pandoc', again, two), []);
          // What was around the cursor is still there, but for blank lines.
          const words = (all: string) => all.split(/\r?\n/).filter((each) => each.trim() !== '');
          const outside = refreshed.slice(0, start) + refreshed.slice(again[0].range.end + END.length);
          assert.deepEqual(words(outside), words(marked.replace('|', '')));
        },
      ),
    );
  });
});
