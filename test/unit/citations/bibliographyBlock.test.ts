import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/base/textEdit';
import type { SyntaxId } from '../../../src/citations/syntaxes';
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

  describe('is none in code and comments, whatever stands there,', () => {
    const AROUND: Partial<Record<SyntaxId, readonly string[]>> = {
      pandoc: ['```md\n§\n```', '~~~\n§\n~~~\n', '<!-- as\n§\n', '<pre>\n§\n</pre>', '<script>\n§\n</script>'],
      multimarkdown: ['```\n§\n```'],
      org: ['#+begin_src org\n§\n#+end_src', '#+begin_example\n§\n#+end_example', '* COMMENT x\n§\n'],
      asciidoc: ['----\n§\n----', '////\n§\n////', '[source]\n--\n§\n--'],
    };
    for (const [syntax, places] of Object.entries(AROUND) as [SyntaxId, readonly string[]][]) {
      for (const place of places) {
        it(`in ${syntax}: ${JSON.stringify(place)}`, () => {
          const block = inserted('|', syntax);
          assert.equal(bibliographyBlocks(block, syntax).blocks.length, 1);
          assert.deepEqual(bibliographyBlocks(`Text.\n\n${place.replace('§', () => block)}`, syntax).blocks, []);
        });
      }
    }

    it('and ends at no mark in them', () => {
      const block = inserted('|');
      const text = block.replace('B', `\`\`\`\n${END}\n\`\`\``);
      const { blocks, unclosed } = bibliographyBlocks(text, 'pandoc');
      assert.deepEqual(
        [blocks.map(({ range }) => range), unclosed],
        [[{ start: 0, end: text.length - END.length }], undefined],
      );
    });
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
