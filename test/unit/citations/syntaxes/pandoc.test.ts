import assert from 'node:assert/strict';
import { pandoc } from '../../../../src/citations/syntaxes/pandoc';
import { edited, type FindRow, findsAll } from './show';

describe('Citations in Pandoc Markdown', () => {
  describe('groups and items', () => {
    findsAll(pandoc, [
      ['Blah blah [@doe99; @smith2000; @smith2004].', 'parenthetical: doe99; smith2000; smith2004'],
      [
        'Blah [see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1].',
        'parenthetical: "see" doe99 {pp. 33-35} "and *passim*"; smith04 {chap. 1}',
      ],
      ['@smith04 says blah.', 'narrative: smith04'],
      ['@smith04 [p. 33] says blah.', 'narrative: smith04 {p. 33}'],
      ['@item1 [p. 30, with suffix]', 'narrative: item1 {p. 30} "with suffix"'],
      ['@item1 [-@item2 p. 30; see also @item3]', 'narrative: item1; -item2 {p. 30}; "see also" item3'],
      ['@a [p. 3; see @b]', 'narrative: a {p. 3}; "see" b'],
      ['Smith says blah [-@smith04].', 'year: -smith04'],
      ['Smith says blah -@smith04.', 'year: smith04'],
      ['[-@a; @b]', 'parenthetical: -a; b'],
      ['[@smith{ii, A, D-Z}, with a suffix]', 'parenthetical: smith {ii, A, D-Z} "with a suffix"'],
      [
        '[@smith, {pp. iv, vi-xi, (xv)-(xvii)} with suffix]',
        'parenthetical: smith {pp. iv, vi-xi, (xv)-(xvii)} "with suffix"',
      ],
      ['[@smith{}, 99 years later]', 'parenthetical: smith "99 years later"'],
      ['[@item1 pp. 33, 35-37, and nowhere else]', 'parenthetical: item1 {pp. 33, 35-37} "and nowhere else"'],
      ['[@item1 and nowhere else]', 'parenthetical: item1 "and nowhere else"'],
      ['[*see* @item1 p. **32**]', 'parenthetical: "*see*" item1 "p. **32**"'],
      ['[see @item1 chap. 3; also @пункт3 p. 34-35]', 'parenthetical: "see" item1 {chap. 3}; "also" пункт3 {p. 34-35}'],
      ['[@a\nand others;\n@b]', 'parenthetical: a "and others"; b'],
      ['[@a; ]', 'parenthetical: a'],
      ['[see foo; @a]', 'parenthetical: "see foo;" a'],
      ['[@a, see @b, p. 3]', 'parenthetical: a; "see" b {p. 3}'],
      ['As^[[@a, p. 3]] said', 'footnote: a {p. 3}'],
      ['A note.^[See [@a] there.]', 'parenthetical: a'],
      ['[@a; foo] and @b', 'narrative: a', 'narrative: b'],
      ['[unclosed @a\n\n[@b]', 'narrative: a', 'parenthetical: b'],
      ['![See [@a].](a@b.png)', 'parenthetical: a'],
      ['[@a; @b; x; ] and @c', 'narrative: a', 'narrative: b', 'narrative: c'],
      ['[@a; @b; ; ]', 'parenthetical: a; b'],
      ['@a [; @b]', 'narrative: a', 'narrative: b'],
      ['@a\n[p. 3]', 'narrative: a {p. 3}'],
      ['@a [p. 3; x; @b]', 'narrative: a {p. 3}; "x;" b'],
      ['[@{a b}, p. 3; -@c]', 'parenthetical: a b {p. 3}; -c'],
      ['[see [@a, p. 3] and @b]', 'parenthetical: a {p. 3}', 'narrative: b'],
      ['[@doe99, p. 3-5, 8, {ff.} sic]', 'parenthetical: doe99 {p. 3-5, 8} "{ff.} sic"'],
      ['Term\n:   [@a]\n\n[^1]: @b says', 'parenthetical: a', 'narrative: b'],
      ['# A [@a]\n\n> [@b]\n\n1. @c', 'parenthetical: a', 'parenthetical: b', 'narrative: c'],
      ['| [@a] | @b |', 'parenthetical: a', 'narrative: b'],
      ['[@a]\\\n[@b][^1]', 'parenthetical: a', 'parenthetical: b'],
    ]);
  });

  describe('keys', () => {
    findsAll(pandoc, [
      ['@Foo_bar.baz.', 'narrative: Foo_bar.baz'],
      ['@{Foo_bar.baz.}', 'narrative: Foo_bar.baz.'],
      ['@Foo_bar--baz', 'narrative: Foo_bar'],
      [
        '[@{https://example.com/bib?name=foobar&date=2000}, p. 33]',
        'parenthetical: https://example.com/bib?name=foobar&date=2000 {p. 33}',
      ],
      ['See @https://example.com/bib for more', 'narrative: https://example.com/bib'],
      ['[@smith2020:deep-x]', 'parenthetical: smith2020:deep-x'],
      ['(@a), @b; "@c" @d? @e!', 'narrative: a', 'narrative: b', 'narrative: c', 'narrative: d', 'narrative: e'],
      ['[@{odd key}]', 'parenthetical: odd key'],
      ['@{unclosed and @{} and @ and @.a'],
      ['@Müller2020 @李2021', 'narrative: Müller2020', 'narrative: 李2021'],
      ['@10.1093/nar/22.22.4673', 'narrative: 10.1093/nar/22.22.4673'],
      ['*@a* **@b** _@c says_ __@d says__', 'narrative: a', 'narrative: b', 'narrative: c', 'narrative: d'],
      ['a_@b x__@c'],
      ['[@{x{1}y{2}}] @{a{b}', 'parenthetical: x{1}y{2}'],
    ]);
  });

  describe('what is no citation', () => {
    findsAll(pandoc, [
      ['joe@example.com, Joe <joe.x@example.com>, me+x@y.org'],
      ['<https://x.org/@a> https://medium.com/@user/post x.org/@user, @user@server.org'],
      ['`@a` ``[@b] ` @c`` [@d]', 'parenthetical: d'],
      ['`` unclosed `@a` @b', 'narrative: b'],
      ['```\n@a\n```\n@b', 'narrative: b'],
      ['~~~ {.r}\n@a\n```\n@b\n~~~~\n@c', 'narrative: c'],
      ['> ```\n> @a\n> ```\n> @b', 'narrative: b'],
      ['- ```\n  @a\n  ```\n- @b', 'narrative: b'],
      ['```{r}\nx@y <- "@a"\n```\n\n@b', 'narrative: b'],
      ['```\n@a is in an unclosed block'],
      ['text\n\n    @code\n\n@a', 'narrative: a'],
      ['- item\n\n    @in a list\n\nEnd.\n\n    @code', 'narrative: in'],
      ['\\@a and [\\@b] and \\\\@c', 'narrative: c'],
      ['<!-- @a\n\n[@b] --> @c', 'narrative: c'],
      ['<a href="x" title="@a">@b</a> <pre>@c</pre> 1 < 2 @d', 'narrative: b', 'narrative: d'],
      ['[@user](https://github.com/user) and [text](mailto:@x) [@a](b(c)@d) @e', 'narrative: e'],
      ['[@a][ref] [text][@b] @c\n\n[ref]: x', 'parenthetical: b', 'narrative: c'],
      ['[@a][ref] [@b][]', 'parenthetical: a', 'parenthetical: b'],
      ['[@a][Two  Words]\n\n[two words]: <x>\n'],
      ['[@a]: https://x.org/@b\n@c', 'narrative: c'],
      ['$\\mathrm{recall}@k$ and $$\n@x\n$$ but $5 [@a] or $6', 'parenthetical: a'],
      ['---\ntitle: "@a"\nauthor: me@x.org\n---\n@b', 'narrative: b'],
      ['[@user] did\n\n[@user]: https://x.org/user\n[@b]', 'parenthetical: b'],
      ['[@a]: as they say\n\n[@a] and [@b]', 'parenthetical: a', 'parenthetical: a', 'parenthetical: b'],
      ['See\n[ref]: @a', 'narrative: a'],
      ['[ref]: x@a\n[@b]: as said', 'parenthetical: b'],
      ['# Head\n[see @a]: as said', 'parenthetical: "see" a'],
      ['`` @a` `` `@b`` @c`` [@d]', 'narrative: b', 'parenthetical: d'],
      ['$a$ $@b $ c$ [@d]', 'parenthetical: d'],
      ['\\$5 [@a] $@b$', 'parenthetical: a'],
      ['(@good) An example.\n\nSee (@good) and @b.', 'narrative: b'],
      ['(@one) First.\n(@two) Second.\n\nSee (@one), (@two).'],
      ['This was shown by\n(@doe2020) and others; see\n(@good) too.', 'narrative: doe2020', 'narrative: good'],
      ['(@one) First.\n\nThis was shown by\n(@doe2020) and others.', 'narrative: doe2020'],
      ['(@one) First.\n\n[It] was shown by\n(@doe2020) and others.', 'narrative: doe2020'],
      [
        '\\textbf{x}[@a] \\LaTeX{}[@b] \\foo[@x]{y} \\foo[@x][@x]{@x}[@c]',
        'parenthetical: a',
        'parenthetical: b',
        'parenthetical: c',
      ],
      ['So [@a](see', 'parenthetical: a'],
      ['Shown.[^1](@a) And.^[a note](@b) Then](@c)', 'narrative: a', 'narrative: b', 'narrative: c'],
      ['```{python echo=`x` label="`y`"}\n@code\n```\n@a', 'narrative: a'],
      ['``` no `fence` @a', 'narrative: a'],
      ['<b>*x*</b><!-- @x --><i>@a</i><?php @x ?>@b', 'narrative: a', 'narrative: b'],
      ['`@x`<!-- @y -->`@z`[@a]', 'parenthetical: a'],
      ['Said[^@x] @a.\n\n[^@x]: See @b.', 'narrative: a', 'narrative: b'],
      ['[see @a [p. 3] and [4]; also @b [ch. 2]]', 'parenthetical: "see" a "[p. 3] and [4]"; "also" b "[ch. 2]"'],
      ['[say @a [p. 3]](url) [unclosed @b [p. 3]', 'narrative: a {p. 3}', 'narrative: b {p. 3}'],
      ['[x]{title="@x"} ![x](y){alt=\'@y\' .z} # [@a]{.note}', 'narrative: a'],
      ['# Head {#x data-by="@x"}\n::: {.box title="by @y"}\n@a\n:::', 'narrative: a'],
      ['`x`{.r user="@x"} {not @a}', 'narrative: a'],
      ['\\begin{tabular}{@{}l@{\\quad}r@{}}\n@x\n\n@y\n\\end{tabular} @a', 'narrative: a'],
      ['\\begin{a}\\begin{a}@x\\end{a}@y\\end{a}@b \\begin{open} @c', 'narrative: b', 'narrative: c'],
      ['1.  one\n\n    @a\n\n        @code\n\n@b', 'narrative: a', 'narrative: b'],
      ['[^1]: One @a\n\n    @b\n\n        @code', 'narrative: a', 'narrative: b'],
      ['- one\n  - two\n\n    @a\n\n        @code\n\n  @b', 'narrative: a', 'narrative: b'],
      ['Term\n:   Text\n\n        @code\n\n    @a', 'narrative: a'],
      [
        '@a\n\n---\nauthor: "@x"\nabstract: As @b\n  and @c say.\n...\n\n@d',
        ...'abcd'.split('').map((k) => `narrative: ${k}`),
      ],
      ['@a\n\n---\n\n@b\n\n---\n\n@c', 'narrative: a', 'narrative: b', 'narrative: c'],
      ['Text\n\n---\nnocite: "@a"\n---\n', 'nocite: a'],
      [
        '---\ntitle: x\nabstract: |\n  As [@a] says.\n\n  More @b.\nother: "@x"\n---\n',
        'parenthetical: a',
        'narrative: b',
      ],
      ['\\footnote{See @x\nand [@y].} @a \\ce{A@x} \\alpha @b', 'narrative: a', 'narrative: b'],
      ['\\emph {@x} \\open{ @a\n\n}', 'narrative: a'],
      ['-     @code\n- @a', 'narrative: a'],
      ['text\n-     @a', 'narrative: a'],
      ['-   >     @code\n\n@a', 'narrative: a'],
      ['Term\n:       @code\n\n    @a', 'narrative: a'],
      ...['(a)', 'a)', 'iv.', '#.', '(2)'].map((mark): FindRow => [
        `${mark} x\n\n    @a\n\n@b`,
        'narrative: a',
        'narrative: b',
      ]),
      ['(see) x\n\n    @code'],
      ['***\n    @code\n* * *\n    @code\n::: x\n    @code\n:::\n@a', 'narrative: a'],
      ['Head\n===\n    @code'],
      ['------ -----\n    @a   x', 'narrative: a'],
      ['[r]: u\n  "by @x"\n@a', 'narrative: a'],
      ['[r]:\n  u@x\n\n@a', 'narrative: a'],
      ['- [r]: https://x.org/@y @z\n- @a', 'narrative: a'],
      ['1.  ```\n    @x\n    ```\n\n    @a', 'narrative: a'],
      ['![@a](u) [by @b](u) [@user](u)', 'narrative: a', 'narrative: b'],
      ['[@a, p. 3]{.smallcaps} and ^[@b]', 'narrative: a', 'narrative: b'],
      ['[@a]{} and [x [@b]{}; y]', 'narrative: a', 'narrative: b'],
      ['[see [x]{.y} @a]', 'parenthetical: "see [x]{.y}" a'],
      ['so--@a and [--@b]', 'narrative: a', 'parenthetical: "--" b'],
      ['nothing here'],
      [''],
    ]);
  });

  describe('works that are not cited in the text', () => {
    findsAll(pandoc, [
      ['---\nnocite: |\n  @item1, @item2\n...\nText', 'nocite: item1; item2'],
      ["---\ntitle: x\nnocite: '@*'\n---\n"],
      ['---\nnocite: "[@a; @{b c}]"\ntitle: "@x"\n---\n[@d]', 'nocite: a; b c', 'parenthetical: d'],
    ]);
  });

  describe('written', () => {
    const cases: [expected: string, citation: Parameters<typeof pandoc.format>[0]][] = [
      ['[@a]', { items: [{ key: 'a' }] }],
      [
        '[see @a, p. 3, and more; @b]',
        { items: [{ key: 'a', prefix: 'see', locator: 'p. 3', suffix: 'and more' }, { key: 'b' }] },
      ],
      ['@a', { form: 'narrative', items: [{ key: 'a' }] }],
      ['@a [p. 3]', { form: 'narrative', items: [{ key: 'a', locator: 'p. 3' }] }],
      [
        '@a [@b; see @c, 5]',
        { form: 'narrative', items: [{ key: 'a' }, { key: 'b' }, { key: 'c', prefix: 'see', locator: '5' }] },
      ],
      ['@a [p. 3; @b]', { form: 'narrative', items: [{ key: 'a', locator: 'p. 3' }, { key: 'b' }] }],
      ['[-@a; -@b]', { form: 'year', items: [{ key: 'a' }, { key: 'b' }] }],
      ['[-@a; @b]', { items: [{ key: 'a', suppressAuthor: true }, { key: 'b' }] }],
      ['^[[@a]]', { form: 'footnote', items: [{ key: 'a' }] }],
      ['@a, @b', { form: 'nocite', items: [{ key: 'a' }, { key: 'b' }] }],
      ['[@a, {A to Z}]', { items: [{ key: 'a', locator: 'A to Z' }] }],
      ['[@a {} 99 years later]', { items: [{ key: 'a', suffix: '99 years later' }] }],
      ['', { items: [] }],
    ];
    for (const [expected, citation] of cases)
      it(expected || 'nothing', () => assert.equal(pandoc.format(citation), expected));
  });

  describe('edited', () => {
    const removed = (text: string, index: number) =>
      edited(pandoc, text, (found) => pandoc.removeItem(text, found, index));
    const replaced = (text: string, index: number, key: string) =>
      edited(pandoc, text, (found) => pandoc.replaceKey(text, found, index, key));

    const removals: [text: string, index: number, after: string][] = [
      ['[@a; @b; @c]', 0, '[@b; @c]'],
      ['[see @a, p. 3; also @b, p. 4; @c]', 1, '[see @a, p. 3; @c]'],
      ['[@a; @b, 5]', 1, '[@a]'],
      ['x [@a] y', 0, 'x  y'],
      ['@a [@b; @c]', 0, '[@b; @c]'],
      ['@a [p. 3; @b]', 0, '[@b]'],
      ['@a [p. 3; @b]', 1, '@a [p. 3]'],
      ['@a [@b]', 1, '@a'],
      ['@a [@b; @c]', 1, '@a [@c]'],
      ['@a [@b; @c]', 2, '@a [@b]'],
      ['---\nnocite: "@a, @b"\n---', 0, '---\nnocite: "@b"\n---'],
      ['[@a]', 3, '[@a]'],
    ];
    for (const [text, index, after] of removals) {
      it(`${text} without item ${index}`, () => assert.equal(removed(text, index), after));
    }

    const replacements: [text: string, index: number, key: string, after: string][] = [
      ['[see @a, p. 3; @b]', 0, 'new', '[see @new, p. 3; @b]'],
      ['[-@a]', 0, 'new', '[-@new]'],
      ['[@a]', 0, 'odd key', '[@{odd key}]'],
      ['@{odd key} [p. 3]', 0, 'plain', '@plain [p. 3]'],
    ];
    for (const [text, index, key, after] of replacements) {
      it(`${text} with ${key}`, () => assert.equal(replaced(text, index, key), after));
    }
  });
});
