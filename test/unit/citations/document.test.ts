import assert from 'node:assert/strict';
import { citationsIn, citedKeys, keyAt } from '../../../src/citations/document';
import { citationAt } from '../../../src/citations/insert';
import { SYNTAXES } from '../../../src/citations/syntaxes';

describe('The citations of a document', () => {
  const text = 'See [@a; see @b, p. 3] and @c, @a.';
  const { citations } = citationsIn(text, SYNTAXES.pandoc);

  it('are found by the key under the cursor', () => {
    const keys = [...text].map((_, offset) => keyAt(citations, offset)?.item.key ?? '.').join('');
    assert.equal(keys, '......aa......bb............cc..aa');
  });

  it('are found by any place in them', () => {
    const inside = [...text].map((_, offset) => (citationAt(citations, offset) ? 'x' : '.')).join('');
    assert.equal(inside, '....xxxxxxxxxxxxxxxxxxx....xxx.xxx');
  });

  it('are found in the notes of others', () => {
    const nested = '\\cite[\\cite[c]{b} \\cite{d}]{a} \\cite{e}';
    const { citations: found } = citationsIn(nested, SYNTAXES.latex);
    const keys = [...nested].map((_, offset) => keyAt(found, offset)?.item.key ?? '.').join('');
    assert.equal(keys, '...............bb.......dd..aa.......ee');
    const innermost = [...nested].map((_, offset) => citationAt(found, offset)?.items[0].key ?? '.').join('');
    assert.equal(innermost, 'aaaaaabbbbbbbbbbbbdddddddddaaaaeeeeeeee');
  });

  it('give the cited keys, each once', () => {
    assert.deepEqual(citedKeys({ citations, labels: [] }), ['a', 'b', 'c']);
  });

  it('come with the labels of Typst', () => {
    assert.deepEqual(citationsIn('= A <a>\n@a @b', SYNTAXES.typst).labels, ['a']);
    assert.deepEqual(citationsIn('<a>', SYNTAXES.pandoc).labels, []);
  });
});
