import assert from 'node:assert/strict';
import { myst } from '../../../../src/citations/syntaxes/myst';
import { checkCitations } from '../../../../src/citations/check';
import { completionAt } from '../../../../src/citations/completion';
import { citationEdits } from '../../../../src/workflows/rename/documentEdits';
import { pandoc } from '../../../../src/citations/syntaxes/pandoc';
import { edited, findsAll } from './show';

describe('Citations in MyST Markdown', () => {
  findsAll(myst, [
    [':::{code-block} py\n@x\n:::\n::::{math}\n@x\n::::\n@a', 'narrative: a'],
    [':::{note} On {cite:t}`a`\n@b\n:::', 'narrative: a', 'narrative: b'],
    ['% @x in a comment\n@a\n\n+++ {"by": "@x"}\n\n100\n% @x', 'narrative: a'],
    ['\\{cite}`x` {cite}`a`', 'parenthetical: a'],
    ['A parenthetical citation {cite:p}`cockett2015`.', 'parenthetical: cockett2015'],
    ['{cite:t}`cockett2015` says', 'narrative: cockett2015'],
    ['{cite:p}`cockett2015; heagy2017`', 'parenthetical: cockett2015; heagy2017'],
    ['{cite:p}`a,b , c`', 'parenthetical: a; b; c'],
    ['{cite:p}`{see}cockett2015{fig 1}`', 'parenthetical: "see" cockett2015 "fig 1"'],
    ['{cite:p}`{see, e.g.}a{fig. 1}; b`', 'parenthetical: "see, e.g." a {fig. 1}; b'],
    ['{cite}`10.1093/nar/22.22.4673`', 'parenthetical: 10.1093/nar/22.22.4673'],
    ['{cite:year}`a` {cite:author}`a` {cite:cts}`a`', 'year: a', 'author: a', 'narrative: a'],
    ['{footcite:p}`a` {footcite}`b`', 'footnote: a', 'footnote: b'],
    ['{cite:ps}`a` {cite:ts}`b` {cite:alp}`c`', 'parenthetical: a', 'narrative: b', 'parenthetical: c'],
    ['{cite:p}`a\nb` {cite:p}``c``', 'parenthetical: a\nb', 'parenthetical: c'],
    ['- {cite:p}`a`\n\n  {cite:t}`b`', 'parenthetical: a', 'narrative: b'],
    ['{cite:p}`{a}`, {cite:p}`{a}b{c`'],
    ['{citep}`a` {citet}`b`', 'parenthetical: a', 'narrative: b'],
    ['[e.g. @author2023, chap. 3; @author1995]', 'parenthetical: "e.g." author2023 {chap. 3}; author1995'],
    ['@author2023 [chap. 3]', 'narrative: author2023 {chap. 3}'],
    ['```{note}\nSee {cite:p}`a` and @b.\n```\n@c', 'parenthetical: a', 'narrative: b', 'narrative: c'],
    [':::{tip}\n{cite:p}`a`\n:::', 'parenthetical: a'],
    [
      '````{admonition} Title\n```{code-block} python\n@a\n```\n{cite:p}`b`\n````\n@c',
      'parenthetical: b',
      'narrative: c',
    ],
    ['```{code-cell} python\n"{cite:p}`a` @b"\n```'],
    ['{ref}`a` `{cite:p}` {cite:p}`` {math}`@x`'],
    ['{cite:p}`unclosed'],
    ['[see {cite:t}`a` and @b; @c]', 'narrative: a', 'narrative: b', 'narrative: c'],
    ['@a [{cite:p}`b` p. 3] ^[{cite:p}`c`]', 'narrative: a', 'parenthetical: b', 'parenthetical: c'],
    [`${'['.repeat(1200)}{cite:p}\`a\`${']'.repeat(1200)}`, 'parenthetical: a'],
    ['{cite:p}`a` and `code`', 'parenthetical: a'],
    ['[](doi:10.1000/x)', 'narrative: 10.1000/x'],
    ['[](https://doi.org/10.1000/x) and <doi:10.1000/y>.', 'narrative: 10.1000/x', 'narrative: 10.1000/y'],
    ['[Cockett, 2022](https://doi.org/10.5281/zenodo.6476040 "A title").', 'narrative: 10.5281/zenodo.6476040'],
    [
      '[Cox](<http://dx.doi.org/10.1000/A-b.c>) <https://www.doi.org/10.1000/y>',
      'narrative: 10.1000/A-b.c',
      'narrative: 10.1000/y',
    ],
    ['[](https://doi.org/10.1016/S0140-6736(05)67728-8)', 'narrative: 10.1016/S0140-6736(05)67728-8'],
    ['[](https://doi.org/10.1175%2F1520-0493?x=1#y)', 'narrative: 10.1175%2F1520-0493'],
    ['[@a](doi:10.1000/x) @b [](doi:10.1000/y)', 'narrative: 10.1000/x', 'narrative: b', 'narrative: 10.1000/y'],
    [
      '[see @a, and [](doi:10.1000/x)] [the @b paper](doi:10.1000/y)',
      'parenthetical: "see" a "and [](doi:10.1000/x)"',
      'narrative: b',
    ],
    ['![](doi:10.1000/x) `[](doi:10.1000/x)` [a](https://x.org/10.1000/x) [a] (doi:10.1000/x) <doi:10.1/x>'],
    ['[DOI](https://doi.org/) [what](https://www.doi.org/the-identifier/what-is-a-doi/) \\[](doi:10.1000/x)'],
  ]);

  it('takes links to DOIs for citations in Markdown too where a document cites by roles', () => {
    const keys = (text: string) => pandoc.find(text).flatMap(({ items }) => items.map(({ key }) => key));
    assert.deepEqual(keys('{cite}`a` [](doi:10.1000/x)'), ['a', '10.1000/x']);
    assert.deepEqual(keys('[@a] [](doi:10.1000/x)'), ['a']);
  });

  it('leaves links to DOIs as they are', () => {
    const text = 'As [Cox](doi:10.1000/x) says';
    const [link] = myst.find(text);
    assert.deepEqual(myst.replaceKey(text, link, 0, 'new'), []);
    assert.deepEqual(myst.removeItem(text, link, 0), []);
    assert.equal(
      edited(myst, text, (found) => myst.addKeys(text, found, ['b'])),
      'As [Cox](doi:10.1000/x) {cite:p}`b` says',
    );
    const inTarget = text.indexOf('10.1000');
    assert.equal(completionAt(`${text} {cite}\`a\``, inTarget, myst), undefined);
    const both = `${text} {cite}\`10.1000/x\``;
    assert.deepEqual(citationEdits(both, myst, 'a.md', { from: '10.1000/x', to: 'new' }), []);
    const lookup = { find: () => undefined, nearest: () => [] };
    for (const syntax of [myst, pandoc]) {
      assert.deepEqual(
        checkCitations(`${text} {cite}\`10.1000/y\``, syntax, syntax.find(text), lookup, { hasSource: true }),
        [],
      );
    }
  });

  it('writes roles', () => {
    const items = [{ key: 'a', prefix: 'see', locator: 'p. 3', suffix: 'ff' }, { key: 'b' }];
    assert.equal(myst.format({ items }), '{cite:p}`{see}a{p. 3, ff}; b`');
    assert.equal(myst.format({ items: [{ key: 'a`,{b}' }], form: 'narrative' }), '{cite:t}`ab`');
    assert.equal(myst.format({ items: [] }), '');
  });

  it('is what a document gets that cites by roles', () => {
    assert.equal(pandoc.formatAt?.('{cite:p}`a` and ', 16, { items: [{ key: 'b' }] }), '{cite:p}`b`');
    assert.equal(pandoc.formatAt?.('[@a] and ', 9, { items: [{ key: 'b' }] }), '[@b]');
  });

  it('edits roles', () => {
    const text = '{cite:p}`a,b`';
    assert.equal(
      edited(myst, text, (found) => myst.addKeys(text, found, ['b', 'c'])),
      '{cite:p}`a,b,c`',
    );
    assert.equal(
      edited(myst, text, (found) => myst.removeItem(text, found, 0)),
      '{cite:p}`b`',
    );
    assert.equal(
      edited(myst, text, (found) => myst.replaceKey(text, found, 1, 'x`y')),
      '{cite:p}`a,xy`',
    );
  });
});
