import assert from 'node:assert/strict';
import { asciidoc } from '../../../../src/citations/syntaxes/asciidoc';
import { edited, findsAll } from './show';

describe('Citations in AsciiDoc', () => {
  findsAll(asciidoc, [
    ['pass:[cite:[x]] pass:q[cite:[y]] stem:[cite:[z]] cite:[a]', 'parenthetical: a'],
    ['footnote:[See cite:[a]] pass:[cite:[b]', 'parenthetical: a'],
    ['cite:[Lane12]', 'parenthetical: Lane12'],
    ['citenp:[Lane12] says', 'narrative: Lane12'],
    ['cite:[Lane12(59)]', 'parenthetical: Lane12 {59}'],
    ['cite:[Lane12,Lane11]', 'parenthetical: Lane12; Lane11'],
    ['cite:[k(59), j(pp. 3-5) , i]', 'parenthetical: k {59}; j {pp. 3-5}; i'],
    ['cite:See[Lane12(59)]', 'parenthetical: "See" Lane12 {59}'],
    ['cite:see also[Lane12]', 'parenthetical: "see also" Lane12'],
    ['(cite:[a]) *cite:[b]*', 'parenthetical: a', 'parenthetical: b'],
    ['* item cite:[a]\n. cite:[b]', 'parenthetical: a', 'parenthetical: b'],
    ['cite:[smith2020:deep-x/y]', 'parenthetical: smith2020:deep-x/y'],
    ['====\ncite:[a]\n====', 'parenthetical: a'],
    ['`cite:[a]` `+cite:[b]+` +++cite:[c]+++ cite:[d]', 'parenthetical: d'],
    ['``cite:[a]`` ++cite:[b]++ `open cite:[c]', 'parenthetical: c'],
    ['C++ and cite:[a] in C++ cite:[b]', 'parenthetical: a', 'parenthetical: b'],
    ['````` cite:[a] +++++ cite:[b]', 'parenthetical: a', 'parenthetical: b'],
    ['cite:[ a , b ] cite:[\n  a(1),\n  b\n]', 'parenthetical: a; b', 'parenthetical: a {1}; b'],
    ['```ruby\ncite:[a]\n```\ncite:[b]', 'parenthetical: b'],
    ['-----\ncite:[a]\n----\n-----  \ncite:[b]', 'parenthetical: b'],
    ['\\cite:[a] cite::[c] cite: [d]'],
    ['// cite:[a]\n////\ncite:[b]\n////\ncite:[c]', 'parenthetical: c'],
    ['----\ncite:[a]\n----\ncite:[b]', 'parenthetical: b'],
    ['[source,asciidoc]\n-----\ncite:[a]\n----\n-----\ncite:[b]', 'parenthetical: b'],
    ['[source]\ncite:[a]\ncite:[b]\n\ncite:[c]', 'parenthetical: c'],
    ['....\ncite:[a]\n....\n```\ncite:[b]\n```\n++++\ncite:[c]\n++++'],
    ['text\n\n cite:[literal]\n\ncite:[a]', 'parenthetical: a'],
    ['cite:[] cite:[a b] cite:[a(3] cite:[unclosed'],
    ['me@x.org [@a] bibliography::[]'],
  ]);

  it('writes macros', () => {
    const items = [{ key: 'a', prefix: 'see', locator: '59' }, { key: 'b' }];
    assert.equal(asciidoc.format({ items }), 'cite:see[a(59), b]');
    assert.equal(asciidoc.format({ items: [{ key: 'a](x),b' }], form: 'narrative' }), 'citenp:[axb]');
  });

  it('edits macros', () => {
    const text = 'cite:See[a(59),b]';
    assert.equal(
      edited(asciidoc, text, (found) => asciidoc.addKeys(text, found, ['b', 'c'])),
      'cite:See[a(59),b,c]',
    );
    assert.equal(
      edited(asciidoc, text, (found) => asciidoc.removeItem(text, found, 0)),
      'cite:See[b]',
    );
    assert.equal(
      edited(asciidoc, text, (found) => asciidoc.replaceKey(text, found, 0, 'new')),
      'cite:See[new(59),b]',
    );
  });
});
