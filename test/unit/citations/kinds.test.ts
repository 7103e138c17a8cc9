import assert from 'node:assert/strict';
import { checkCitations } from '../../../src/citations/check';
import { citationsIn } from '../../../src/citations/document';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';

/** Texts of the kinds that scanners have got wrong, each with the keys that it cites; where Pandoc reads the language, as it reads them. */
const CITED: Readonly<Partial<Record<SyntaxId, readonly (readonly [text: string, ...keys: string[]])[]>>> = {
  pandoc: [
    ['```{r, echo=FALSE, fig.cap="`a` @no"}\nplot("@x")\n```\n\n[@one]', 'one'],
    ['~~~{.python caption="`x`"}\n@dec\n~~~\n[@one]', 'one'],
    ['````{=html}\n```\n@x\n````\n[@one]', 'one'],
    ['- item\n\n  ```r\n  @x\n  ```\n\n  [@one]', 'one'],
    ['> ```\n> @x\n> ```\n>\n> [@one]', 'one'],
    ['`r cite("@x")` and [@one] ``a ` @y``', 'one'],
    ['```\n@x\n\n[@y]\n'],
    ['Inline ```a @x``` code [@one]', 'one'],
    ['[@a]: he said so', 'a'],
    ['[see @a, p. 3]: more words\n\n[@b]', 'a', 'b'],
    ['[link]: http://x.org/@y\n\n[@a] [link]', 'a'],
    ['[-@a]: thus', 'a'],
    ['[a link][@b]', 'b'],
    ['[@a]: http://example.org "T"\n\nSee [text][@a].'],
    ['[@a][@b][@c]', 'a', 'b', 'c'],
    ['@a[@b]', 'a', 'b'],
    ['[@a] [@b]', 'a', 'b'],
    ['[see @a][see @b]', 'a', 'b'],
    ['[@a]{.x}[@b]', 'a', 'b'],
    ['a<br/><!-- [@x] --><em>[@a]</em>', 'a'],
    ['<!-- @x -->[@a]<!-- @y -->[@b]', 'a', 'b'],
    ['<a href="https://m.org/@x">[@a]</a>', 'a'],
    ["<img alt='@x'>[@a]", 'a'],
    ['<div>\n[@a]\n</div>', 'a'],
    ['text<!--\n@x\n\n@y -->[@a]', 'a'],
    ['<pre>@x</pre> [@a] <code>@y</code>', 'a'],
    ['3 < 4 [@a] 5 > 2', 'a'],
    ['<https://x.org/@y> and <me@x.org> [@a]', 'a'],
    ['x^[see @a, and @b]', 'a', 'b'],
    ['x[^1][@a]\n\n[^1]: [@b]\n\n    more [@c]\n\n        @code', 'a', 'b', 'c'],
    ['[^n]:\n    [@a]\n', 'a'],
    ['[@a [^1]]\n\n[^1]: t', 'a'],
    ['_[@a]_', 'a'],
    ['*@a*, _@b [p. 3]_', 'a', 'b'],
    ['_as @a said_', 'a'],
    ['~~@a~~ and x^@b^', 'a', 'b'],
    ['"@a" (@b) \'@c\' —@d', 'a', 'b', 'c', 'd'],
    ['@a_b_ and @a__', 'a_b_', 'a__'],
    ['[span @a]{.note title="@x"} [@b]', 'a', 'b'],
    ['# Head [@a] {#sec:x title="by @y"}\n\n[@b]', 'a', 'b'],
    ['::: {.note by="@x"}\n[@a]\n:::\n', 'a'],
    ['::: note\n[@a]\n:::\n', 'a'],
    ["![cap @a](x.png){alt='@x' #fig:1}", 'a'],
    ['[l](u){title="@x"} `c`{.r x="@y"} [@a]', 'a'],
    ['![](x.png "by @x") [@a]', 'a'],
    ['@{a b} [@{x;y}; @{https://x.org/?a=b[1]}]', 'a b', 'x;y', 'https://x.org/?a=b[1]'],
    ['[-@{a}]', 'a'],
    ['@{a}b @{}', 'a'],
    ['[@{a{b{c}}d}, p. 3]', 'a{b{c}}d'],
    ['[@a:b/c.d-e_f; @x:]', 'a:b/c.d-e_f', 'x'],
    ['@a... and @b-- @c?', 'a', 'b', 'c'],
    ['@https://x.org/a_b, x', 'https://x.org/a_b'],
    ['@Ünal2020 @日本2020', 'Ünal2020', '日本2020'],
  ],
  latex: [
    ['\\cite<e.g.>[p.~2]{a} \\shortciteA<see>{b} \\citeNP<cf.>{c}', 'a', 'b', 'c'],
    ['\\cite<2->{a} \\cite<1,3>[p. 3]{b}', 'a', 'b'],
    ['\\only<2>{\\cite{a}} \\onslide<3->{\\citep{b}}', 'a', 'b'],
    ['\\hyperref[sec:x]{see \\cite[p. 3]{a} and \\cite{b}} \\href{http://x}{\\cite{c}}', 'a', 'b', 'c'],
    ['\\hyperlink{x}{\\cite{a}} \\hypertarget{y}{\\cite{b}}', 'a', 'b'],
    [
      '\\citen{a} \\citenum{b} \\citeasnoun{c} \\citeaffixed{d}{e.g.} \\citeyearNP{e} \\citealt*{f} \\Citet{g}',
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
    ],
    [
      '\\citeA{a} \\citeauthor*{b} \\citeurl{c} \\citedate{d} \\citetitle{e} \\fullcite{f} \\footfullcite{g} \\supercite{h} \\smartcite{i} \\parencite*{j} \\notecite{k} \\pnotecite{l} \\fnotecite{m}',
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'i',
      'j',
      'k',
      'l',
      'm',
    ],
    ['\\citefield[p. 3]{a}[x]{title} \\citename{b}[fmt]{author}', 'a', 'b'],
    ['\\autocites[see][3]{a}[4]{b}{c} x \\textcites(see)(and){d}[2]{e}', 'a', 'b', 'c', 'd', 'e'],
    ['\\cite{a,*b,*c} \\cite{*}', 'a', 'b', 'c'],
    ['\\iffalse \\iftrue \\cite{x} \\else \\cite{y} \\fi \\cite{z} \\else \\cite{a} \\fi', 'a'],
    ['\\iffalse\\ifnum1=1 \\cite{x}\\fi\\cite{y}\\fi\\cite{a}', 'a'],
    ['\\newif\\ifdraft \\iffalse \\cite{x} \\fi \\ifdraft \\cite{a} \\fi', 'a'],
    ['\\begin{comment}\n\\cite{x}\n\\end{comment}\n\\cite{a}', 'a'],
    ['\\begin{verbatim}\n\\cite{x}\n\\end{verbatim}\\cite{a} % \\cite{y}\n\\%\\cite{b}', 'a', 'b'],
    ['\\cite\n  [p. 3]\n  {a,\n   b}', 'a', 'b'],
    ['\\cite {a} \\citep [see] [p.~3] {b}', 'a', 'b'],
    ['\\cite{a}\\end{document}\\cite{x}', 'a'],
    ['\\lstinline|\\cite{x}| \\mintinline{tex}{\\cite{y}} \\url{x%\\cite} \\cite{a}', 'a'],
    ['\\section[short \\cite{a}]{long \\cite{b}} \\caption{c \\citep{c}}', 'a', 'b', 'c'],
    ['\\textcite[{[sic]}, p.~3]{a} \\cite[see][]{b}', 'a', 'b'],
  ],
  typst: [
    ['#quote(attribution: <a>, block: true)[x] #quote(block: true, attribution: <b>)[y]', 'a', 'b'],
    ['#quote(attribution: [@a, p. 3])[x]', 'a'],
    ['#figure(caption: [As @a])[x] #figure(rect(), caption: cite(<b>))', 'a', 'b'],
    ['= Intro <intro>\n@intro and @a', 'a'],
    ['#let x = [@a]; @b // @c\n/* @d */ `@e` "@f" #"@g" $x @h$', 'a', 'b', 'f'],
    ['@a. @b: @c-d_e @f[p.~3].', 'a', 'b', 'c-d_e', 'f'],
    ['me@x.org https://m.org/@x \\@y @a', 'a'],
    ['```typ\n@x\n``` @a ``` @y ```', 'a'],
    ['#if true [@a] else [@b] #for x in y { cite(<c>) }', 'a', 'b', 'c'],
    ['#table([@a], [b @b], table.cell(colspan: 2)[@c])', 'a', 'b', 'c'],
    ['@a@b @a:b.c @x/y', 'a', 'b', 'a:b.c', 'x'],
  ],
  rst: [
    ['.. csv-table:: T\n   :header: "a", "b"\n\n   "x", ":cite:`a`"\n   :cite:`b`, y\n', 'a', 'b'],
    ['.. list-table::\n\n   * - :cite:p:`a`\n     - b\n', 'a'],
    ['.. note:: See :cite:t:`a`\n\n   and :cite:`b`.', 'a', 'b'],
    ['(:cite:`a`) [:cite:`b`] "-:cite:`c`" —:cite:`d`', 'a', 'b', 'c', 'd'],
    ['word\\ :cite:`a`\\ s', 'a'],
    ['Code::\n\n   :cite:`x`\n\n:cite:`a`', 'a'],
    ['.. code-block:: rst\n   :caption: c\n\n   :cite:`x`\n\n.. figure:: a.png\n\n   Cap :cite:`a`', 'a'],
    ['.. comment :cite:`x`\n\n   :cite:`y`\n\n:cite:`a`', 'a'],
    ['``:cite:`x```\\ and :cite:`a,b`, :cite:empty:`c` :footcite:t:`d`', 'a', 'b', 'c', 'd'],
    ['.. [1] Foot :cite:`a`\n.. |x| replace:: :cite:`b`', 'a', 'b'],
    ['+-----+\n| :cite:`a` |\n+-----+', 'a'],
    [':cite:p:`a,\n  b`', 'a', 'b'],
  ],
  asciidoc: [
    ['cite:[a] cite:[a,b(3-4)] citenp:[c] cite:see[d]', 'a', 'a', 'b', 'c', 'd'],
    ['wordcite:[a] (citenp:[b]) xcitenp:[c]', 'a', 'b', 'c'],
    ['----\ncite:[x]\n----\n`cite:[y]` +cite:[z]+ \\cite:[w] cite:[a]', 'a'],
    ['// cite:[x]\n////\ncite:[y]\n////\ncite:[a]', 'a'],
    ['cite:See e.g.: also[a] cite:cf. [b]', 'a', 'b'],
    ['|===\n|cite:[a] |b cite:[b]\n|===', 'a', 'b'],
    ['[source,ruby]\n----\ncite:[x]\n----\n\n[quote]\ncite:[a]', 'a'],
  ],
  org: [
    ['[cite:see; @a p. 3; and @b; passim] [cite/t:@c]', 'a', 'b', 'c'],
    ['#+begin_src\n[cite:@x]\n#+end_src\n# [cite:@y]\n=[cite:@z]= [cite:@a]', 'a'],
    ['| [cite:@a] | b |\n* Head [cite:@b] :tag:\n#+caption: c [cite:@c]', 'a', 'b', 'c'],
    ['[cite/nocite:@*] [cite:@a;@b;@c]', 'a', 'b', 'c'],
    ['[fn:1] See [cite:@a].\n[fn:: inline [cite:@b]]', 'a', 'b'],
  ],
  myst: [
    ['{cite:p}`{see}a{p. 3}; b` {cite}`a,b` {citet}`c`', 'a', 'b', 'a', 'b', 'c'],
    ['```{note}\n{cite}`a`\n```\n```{code-block} python\n@x\n```\n:::{tip}\n[@b]\n:::', 'a', 'b'],
    ['% {cite}`x`\n{cite}`a`', 'a'],
  ],
  jekyll: [
    [
      '{% cite a b --prefix "see" %} {% quote c %}x{% endquote %} {% nocite d %} {% cite_details e %}',
      'a',
      'b',
      'c',
      'd',
      'e',
    ],
  ],
  multimarkdown: [['[#a] [p. 3][#b] [#c;] [see][#d]', 'a', 'b', 'c', 'd']],
};

describe('The keys that a text cites', () => {
  for (const [id, rows] of Object.entries(CITED) as [SyntaxId, readonly (readonly string[])[]][]) {
    for (const [text, ...keys] of rows) {
      it(`${id}: ${JSON.stringify(text)}`, () => {
        const found = SYNTAXES[id].find(text).flatMap(({ items }) => items.map(({ key }) => key));
        assert.deepEqual(found, keys);
      });
    }
  }
});

/** The same for what needs the whole document: its metadata, labels and entries. Only keys that are not its own are asked for. */
const ASKED: readonly (readonly [syntax: SyntaxId, text: string, ...keys: string[]])[] = [
  ['pandoc', 'x[^@a]\n\n[^@a]: y [@b]', 'b'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n\\begin{equation}\nx @{y} @z\n\\end{equation}\n\nText [@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n\\begin{tabular}{@{}ll@{}}\na & @b \\\\\n\\end{tabular}\n'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n\\newcommand{\\x}[1]{@{#1}}\n\ntext'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n\\footnote{See @x} [@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n$a@b$ $$\n@c\n$$ [@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n\\makeatletter\n\\def\\x@y{z}\n\\makeatother'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n| a | b |\n|---|---|\n| [@a] | `@x` |', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\nText\n\n    @media print {}\n\n[@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n1. One\n\n       @code\n\n   [@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n- One\n\n      @code\n\n    para [@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n[^1]: Foot\n\n        @code\n\n    para [@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\nTerm\n:   Def [@a]\n\n        @code\n', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\nText\n    lazy [@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n\t@code\n\n[@a]', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n> quote\n>\n>     @code\n>\n> [@a]', 'a'],
  ['pandoc', '---\ntitle: By @x\nabstract: |\n  As [@a] says.\n---\n\n[@b]\n\n---\nreferences:\n- id: b\n...\n', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\n[@a]\n\n---\nauthor: "@x"\n---\n\n[@b]', 'a', 'b'],
  ['pandoc', '---\nbibliography: r.bib\nabstract: "See [@a]"\nauthor: "@x"\n---\n', 'a'],
  ['pandoc', '---\nbibliography: refs.bib\n---\n\ntext\n\n---\n\n[@a]\n\n---\n', 'a'],
  ['pandoc', '---\nbibliography: r.bib\nnocite: "@a, @b"\n---\n', 'a', 'b'],
  ['pandoc', '---\nbibliography: r.bib\nnocite: |\n  @*\n---\n[@a]', 'a'],
  [
    'pandoc',
    '---\nbibliography: r.bib\nreferences:\n- id: "x"\n  title: T\n- title: U\n  id: y\n---\n[@x] [@y] [@z]',
    'z',
  ],
  ['latex', '\\cite{*a} \\nocite{*}', 'a'],
  [
    'latex',
    '\\begin{filecontents*}[overwrite]{a.bib}\n@article{k1,title={T}}\n@book{ k2 ,\n title={T}}\n\\end{filecontents*}\n\\cite{k1,k2,k3}',
    'k3',
  ],
  [
    'latex',
    '\\begin{thebibliography}{9}\n\\bibitem{a} A\n\\bibitem[B(2000)]{b} B\n\\end{thebibliography}\\cite{a,b,c}',
    'c',
  ],
];

describe('The keys that a document wants from the library', () => {
  for (const [id, text, ...keys] of ASKED) {
    it(`${id}: ${JSON.stringify(text)}`, () => {
      const { citations, labels } = citationsIn(text, SYNTAXES[id]);
      const around = { hasSource: true, projectBibliography: false, isLabel: (name: string) => labels.includes(name) };
      const lookup = { find: () => undefined, nearest: () => [] };
      const unknown = checkCitations(text, SYNTAXES[id], citations, lookup, around).filter(
        ({ code }) => code === 'unknown-key',
      );
      assert.deepEqual(
        unknown.map((problem) => 'key' in problem && problem.key),
        keys,
      );
    });
  }
});
