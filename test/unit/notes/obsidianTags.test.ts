import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { inObsidianForm, obsidianTags } from '../../../src/notes/obsidianTags';
import { renderNote } from '../../../src/notes/template';
import { anyText } from './anyText';
import { paper } from './paper';

describe('Tags for Obsidian', () => {
  it('are words without blanks and signs', () => {
    const words = ['Machine Learning', '#nlp', 'a/b', 'C++', '2020', 'naïve Bayes', 'NLP', '++', ' x: "y" '];
    const tags = ['Machine-Learning', 'nlp', 'a/b', 'C', '_2020', 'naïve-Bayes', 'x-y'];
    assert.deepEqual(obsidianTags(words), tags);
  });

  it('are what Obsidian takes, whatever the keywords', () => {
    fc.assert(
      fc.property(fc.array(anyText([' ', '#', '/', '-', '1'], 8), { maxLength: 5 }), (words) => {
        for (const tag of obsidianTags(words)) {
          assert.match(tag, /^[\p{L}\p{M}\p{N}_-]+(?:\/[\p{L}\p{M}\p{N}_-]+)*$/u);
          assert.doesNotMatch(tag, /^\d+$/);
        }
      }),
    );
  });

  it('are only made of what a note does not have yet', () => {
    const cases: readonly (readonly [tags: string[], known: string[], expected: string[]])[] = [
      [['deep sea'], [], ['deep-sea']],
      [['deep sea', 'Machine Learning'], ['deep sea'], ['deep sea', 'Machine-Learning']],
      [['Machine learning', 'machine-learning'], ['machine-learning'], ['machine-learning']],
      [['two words', 'Two words', '2024', '++'], [], ['two-words', '_2024', '++']],
    ];
    for (const [tags, known, expected] of cases) assert.deepEqual(inObsidianForm(tags, known), expected);
  });

  it('and aliases are lists in a template', () => {
    const template = '---\ntags: {{ keywords | tags }}\naliases: {{ aliases }}\n---\n';
    const { text = '' } = renderNote(template, paper({ keywords: ['Deep learning', '7'] }));
    const { tags, aliases } = readFrontMatter(text).data;
    assert.deepEqual(tags, ['Deep-learning', '_7']);
    assert.deepEqual(aliases, ['Attention Is All You Need', '@vaswani2017attention']);
  });
});
