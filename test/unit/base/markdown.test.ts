import assert from 'node:assert/strict';
import { escapeMarkdown, linkTarget, quoteMarkdown } from '../../../src/base/markdown';

const escaped = (text: string, expected: string) => assert.equal(escapeMarkdown(text), expected);

describe('Text in Markdown', () => {
  it('makes no HTML, link, image, code, emphasis or entity', () => {
    escaped('<img src=x onerror=y>', '\\<img src=x onerror=y\\>');
    escaped('x](http://e)', 'x\\](http://e)');
    escaped('![a](b)', '!\\[a\\](b)'.replace('!', '\\!'));
    escaped('`a` *b* _c_ ~d~', '\\`a\\` \\*b\\* \\_c\\_ \\~d\\~');
    escaped('a & b &lt; &#60;', 'a & b \\&lt; \\&#60;');
    escaped('back\\slash', 'back\\\\slash');
  });

  it('makes no citation, no heading and no tag, but leaves such signs inside words', () => {
    escaped('Precision@k of @someone', 'Precision@k of \\@someone');
    escaped('C# and F# #1 #', 'C# and F# \\#1 \\#');
  });

  it('turns nothing around that stands behind it', () => {
    escaped('a\u202Eb\u2067c', 'abc');
    assert.equal(quoteMarkdown('a\u202Eb'), '> ab');
  });

  it('is one line that begins no block', () => {
    escaped('a\r\n\r\nb\tc', 'a b c');
    escaped('- a', '\\- a');
    escaped('1. a', '1\\. a');
    escaped('1.5 a -b', '1.5 a -b');
    escaped('---', '\\---');
    escaped('===', '\\===');
  });

  it('keeps mathematics, unless something else could hide in it', () => {
    escaped('in $O(n_1^2)$ time_', 'in $O(n_1^2)$ time\\_');
    escaped('$5 and $6', '\\$5 and \\$6');
    escaped('$a <b> c$', '\\$a \\<b\\> c\\$');
  });

  it('stays in its quote', () => {
    assert.equal(quoteMarkdown('a\n# b\r\n\r\n  - c\u2028> d\n'), '> a\n> \\# b\n>\n> \\- c\n> \\> d');
  });

  it('links to the web alone', () => {
    assert.equal(linkTarget('https://doi.org/10.1/(a)b c'), 'https://doi.org/10.1/%28a%29b%20c');
    assert.equal(linkTarget('https://e.org/a%20b?c=d&e#f'), 'https://e.org/a%20b?c=d&e#f');
    assert.equal(linkTarget('javascript:alert(1)'), undefined);
    assert.equal(linkTarget('file:///etc/passwd'), undefined);
  });
});
