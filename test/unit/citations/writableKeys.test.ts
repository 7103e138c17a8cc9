import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/base/textEdit';
import { insertionAt } from '../../../src/citations/insert';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';
import { isReplaceable, isWritable } from '../../../src/citations/writableKeys';

const IDS = Object.keys(SYNTAXES) as SyntaxId[];

describe('Keys that a syntax can write', () => {
  const can = (key: string, ids: string) =>
    it(`${JSON.stringify(key)}: ${ids}`, () =>
      assert.equal(IDS.filter((id) => isWritable(key, SYNTAXES[id])).join(' '), ids));
  can('smith2020', 'pandoc myst latex typst org rst asciidoc multimarkdown jekyll');
  can('smith2020:deep-x', 'pandoc myst latex typst org rst asciidoc multimarkdown jekyll');
  can('10.1000/abc_def%123', 'pandoc myst typst org rst asciidoc multimarkdown jekyll');
  can('a b', 'pandoc myst latex typst rst');
  can('a,b', 'pandoc typst multimarkdown jekyll');
  can('a}b', 'typst org asciidoc');
  can('*', 'pandoc myst typst rst asciidoc multimarkdown jekyll');
  can('', '');

  const keys = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab1:-._/+,;%#&$ {}()[]<>"\\`@*~^=|é😀\n'), minLength: 1, maxLength: 8 }),
    fc.string({ minLength: 1, maxLength: 6 }),
  );
  const contexts: Readonly<Record<SyntaxId, readonly string[]>> = {
    pandoc: ['|', 'As | says.', 'As [@a; |].', '[see @a, p. 3|]', 'word|', '|(b)'],
    myst: ['|', 'As {cite:p}`a|` says.', 'x|y'],
    latex: ['|', 'As \\cite{a|}.', '\\cite{|}', 'word|'],
    typst: ['|', '@a |', 'word|', '#figure(caption: |)', '|[b]'],
    org: ['|', '[cite:@a|]', 'As [cite:|]'],
    rst: ['|', 'word|', ':cite:p:`a|`'],
    asciidoc: ['|', 'cite:[a|]', 'cite:[|]'],
    multimarkdown: ['|', '[#a]|', 'word|'],
    jekyll: ['|', '{% cite a| %}', 'word|'],
  };
  for (const id of IDS) {
    it(`are read back in ${id} just as they were, wherever they are written`, () =>
      fc.assert(
        fc.property(keys, fc.constantFrom(...contexts[id]), (key, marked) => {
          const syntax = SYNTAXES[id];
          if (!isWritable(key, syntax)) return;
          const text = marked.replace('|', '');
          const before = syntax.find(text).flatMap(({ items }) => items.map((item) => item.key));
          // Whether a key that is cited there already comes again depends on the syntax.
          if (before.includes(key)) return;
          const { edits } = insertionAt(text, marked.indexOf('|'), [key], syntax);
          const after = applyEdits(text, edits);
          const read = syntax.find(after).flatMap(({ items }) => items.map((item) => item.key));
          assert.deepEqual([...read].sort(), [...before, key].sort(), after);
        }),
      ));

    it(`take the place of another in ${id} without changing what stands around`, () =>
      fc.assert(
        fc.property(keys, fc.constantFrom(...contexts[id]), (key, marked) => {
          const syntax = SYNTAXES[id];
          const text = marked.replace('|', '');
          syntax.find(text).forEach((citation) =>
            citation.items.forEach((item, i) => {
              if (item.key === key || !isReplaceable(text, citation, i, key, syntax)) return;
              const after = applyEdits(text, syntax.replaceKey(text, citation, i, key));
              const read = syntax.find(after).flatMap(({ items }) => items.map((one) => one.key));
              assert.ok(read.includes(key), after);
            }),
          );
        }),
      ));
  }

  it('keep the braces of the key that they replace, where the text goes on behind it', () => {
    const text = '@{a b}c and @{a b}.';
    const [first, second] = SYNTAXES.pandoc.find(text);
    const replaced = (citation: typeof first) => applyEdits(text, SYNTAXES.pandoc.replaceKey(text, citation, 0, 'key'));
    assert.equal(replaced(first), '@{key}c and @{a b}.');
    assert.equal(replaced(second), '@{a b}c and @key.');
  });
});
