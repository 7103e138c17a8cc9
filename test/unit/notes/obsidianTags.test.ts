import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { obsidianTags } from '../../../src/notes/obsidianTags';
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

  it('and aliases are lists in a template', () => {
    const template = '---\ntags: {{ keywords | tags }}\naliases: {{ aliases }}\n---\n';
    const { text = '' } = renderNote(template, paper({ keywords: ['Deep learning', '7'] }));
    const { tags, aliases } = readFrontMatter(text).data;
    assert.deepEqual(tags, ['Deep-learning', '_7']);
    assert.deepEqual(aliases, ['Attention Is All You Need', '@vaswani2017attention']);
  });
});
