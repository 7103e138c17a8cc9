import assert from 'node:assert/strict';
import { checkCitations, isRepositoryPage, type Surroundings } from '../../../src/citations/check';
import { citationsIn } from '../../../src/citations/document';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';

/** The unknown keys that are reported in a text, where the library has only the key `known`. */
function unknown(id: SyntaxId, text: string, around: Partial<Surroundings> = {}): string[] {
  const { citations, labels } = citationsIn(text, SYNTAXES[id]);
  const isLabel = (name: string) => labels.includes(name);
  const lookup = {
    find: (key: string) => (key === 'known' ? ({ is: 'main' } as const) : undefined),
    nearest: () => [],
  };
  return checkCitations(text, SYNTAXES[id], citations, lookup, { hasSource: true, isLabel, ...around }).map(
    ({ key }) => key,
  );
}

/** A Markdown document with a bibliography of its own, in which a bare key is judged as well. */
const paper = (body: string) => `---\ntitle: A paper\nbibliography: refs.bib\n---\n\n${body}\n`;

type Row = readonly [what: string, id: SyntaxId, text: string, ...reported: string[]];

/** Documents as people write them; each has what looks like a citation and is none, beside one that is, `@bad`. */
const ROWS: readonly Row[] = [
  [
    'Quarto’s cross-references',
    'pandoc',
    paper('See @fig-x, @tbl-y, @sec-z, @eq-a, [@lst-b], [see @thm-c] and -@fig-x.'),
  ],
  ['capital cross-references', 'pandoc', paper('@Fig-x and [@Sec-y] begin a sentence; @bad does, too.'), 'bad'],
  ['callouts, diagrams and videos', 'pandoc', paper('@nte-a @tip-b @wrn-c @imp-d @cau-e @vid-f @dia-g @exm-h')],
  ['references of pandoc-crossref', 'pandoc', paper('[@fig:x; @eq:y], @tbl:z and [@bad]'), 'bad'],
  ['an attribute’s own name', 'pandoc', paper('![A](a.png){#plot .wide}\n\nAs @plot shows; @bad.'), 'bad'],
  ['the label of a chunk', 'pandoc', paper('```{r}\n#| label: model\nx@y\n```\n\n@model and @bad'), 'bad'],
  ['numbered examples', 'pandoc', paper('(@good) This is one.\n\nAs (@good) and @bad show.'), 'bad'],
  ['an example named before it comes', 'pandoc', paper('As (@good) shows.\n\n(@good) This is one.')],
  ['all of the bibliography', 'pandoc', '---\nbibliography: refs.bib\nnocite: |\n  @*, @known\n---\n'],
  ['references on one line', 'pandoc', '---\nreferences: [{id: a, title: A}, {"id": "b"}]\n---\n[@a; @b; @bad]', 'bad'],
  ['references as JSON', 'pandoc', '---\nreferences:\n- type: book\n  id: a\n---\n@a'],
  ['MyST’s targets', 'myst', paper('(my-target)=\n## Title\n\n@my-target, {ref}`my-target`, {numref}`f`, @bad'), 'bad'],
  ['names of MyST’s directives', 'myst', paper('```{figure} a.png\n:name: plot\nA plot\n```\n@plot and @bad'), 'bad'],
  ['labels of MyST’s maths', 'myst', paper(':::{math}\n:label: energy\nE=mc^2\n:::\n@energy')],
  ['e-mail addresses', 'pandoc', paper('me@example.org, <you@example.org>, [us](mailto:us@example.org), @bad'), 'bad'],
  ['somebody on a network', 'pandoc', 'Thanks to @someone, @some-one and @some_one!'],
  ['somebody on a server', 'pandoc', paper('Follow @someone@fosstodon.org.')],
  ['npm scopes', 'pandoc', 'Install @types/node and `@babel/core`; `npm i @types/vscode`.'],
  ['decorators', 'pandoc', paper('`@property` and\n\n```python\n@dataclass\nclass A: ...\n```\n\n    @indented\n')],
  ['JSDoc', 'pandoc', '* @param x the first\n* @returns nothing'],
  [
    'a changelog’s links',
    'pandoc',
    'Fixed by [@user](https://x.org/user) and [@other].\n\n[@other]: https://x.org/other',
  ],
  [
    'links with a label',
    'pandoc',
    '[@a][1], [@b][], [text][@c] and [@d]\n\n[1]: https://x.org\n[@b]: /b\n[@d]: <d>',
    'c',
  ],
  ['links to notes', 'pandoc', '[[@smith2020]], [[@smith2020|Smith]], ![[@smith2020]], [[papers/@smith2020#Notes]]'],
  ['a citation as a note', 'pandoc', 'As said.^[[@bad]]', 'bad'],
  ['maths', 'pandoc', paper('$recall@k$, $$p@5$$ and @bad'), 'bad'],
  ['a comment', 'pandoc', paper('<!-- [@todo] --> [@bad]'), 'bad'],
  ['HTML', 'pandoc', paper('<a href="https://x.org/@me" title="@me">me</a> <code>@me</code>')],
  ['addresses', 'pandoc', paper('https://medium.com/@me/post, x.org/@me and <https://x.org/@me>')],
  ['escaped marks', 'pandoc', paper('\\@someone, [\\@someone] and \\@ref(fig:x)')],
  ['front matter', 'pandoc', '---\nbibliography: a.bib\nauthor: "@me"\nemail: me@x.org\n---\n@known'],
  ['R Markdown', 'pandoc', paper('```{r setup, include=FALSE}\nobj@slot\n```\n`r obj@slot` and @bad'), 'bad'],
  ['a Markdown cell', 'pandoc', '# Load\n\nThanks @someone, see [@bad].', 'bad'],
  ['a shortcode', 'pandoc', '{{< video https://x.org/@me/1 >}}'],

  ['an empty citation', 'latex', '\\cite{} \\cite{ , } \\cite{known,,known2}', 'known2'],
  ['parameters of macros', 'latex', '\\newcommand{\\see}[1]{\\cite{#1}} \\def\\x#1{\\cite{known,#1}\\cite{p:#1}}'],
  ['parameters of macros in macros', 'latex', '\\newcommand{\\a}{\\newcommand{\\b}[1]{\\cite{##1}}}'],
  ['keys that are macros', 'latex', '\\cite{\\key} \\cite{\\key,a}'],
  ['all of the bibliography', 'latex', '\\nocite{*} \\nocite{bad}', 'bad'],
  ['comments', 'latex', '% \\cite{a}\nText % \\citation{b} \\cite{c}\n\\iffalse \\cite{d} \\fi \\cite{bad}', 'bad'],
  [
    'what LaTeX writes itself',
    'latex',
    '\\citation{a}\\bibcite{b}{1}\\abx@aux@cite{0}{c}\\bibstyle{plain}\\citestyle{c}\\citereset',
  ],
  [
    'verbatim text',
    'latex',
    '\\verb|\\cite{a}| \\begin{verbatim}\\cite{b}\\end{verbatim} \\begin{Verbatim}\\cite{c}\\end{Verbatim}',
  ],
  ['listings', 'latex', '\\begin{lstlisting}[language=TeX]\n\\cite{a}\n\\end{lstlisting}\\lstinline!\\cite{b}!'],
  [
    'minted',
    'latex',
    '\\begin{minted}{latex}\n\\cite{a}\n\\end{minted}\\mintinline{tex}{\\cite{b}} \\cite{bad}',
    'bad',
  ],
  [
    'a bibliography by hand',
    'latex',
    '\\cite{a,b,c,d,bad}\n\\begin{thebibliography}{9}\n\\bibitem{a} A.\n\\bibitem[B(2020)]{b} B.\n' +
      '\\bibitem[{C et~al.(2017)C, D,\n  E, and [F]}]{c} C.\n\\bibitem[\\protect\\citeauthoryear{D}{D}{1999}]%\n  {d} D.\n' +
      '\\end{thebibliography}',
    'bad',
  ],
  [
    'entries in the document',
    'latex',
    '\\begin{filecontents*}[overwrite]{my.bib}\n@article{a,\n  title = {T}\n}\n@book(b, title = "T")\n' +
      '\\end{filecontents*}\n\\addbibresource{my.bib}\\cite{a,b,bad}',
    'bad',
  ],
  ['e-mail addresses', 'latex', '\\email{me@x.org} \\href{mailto:me@x.org}{me@x.org} @someone'],

  ['labels', 'typst', '= Intro <intro>\n#figure[] <fig:a>\n#label("b c") See @intro, @fig:a[] and @bad.', 'bad'],
  ['a label by its function', 'typst', '#metadata(none)#label("there")\n@there @bad', 'bad'],
  ['packages', 'typst', '#import "@preview/cetz:0.2.0": canvas\n#include "a@b.typ"\n#let x = "@y"'],
  ['e-mail addresses', 'typst', 'me@example.org #link("mailto:me@x.org")[me\\@x.org]'],
  ['code, comments and raw text', 'typst', '// @a\n/* @b */ `@c` ```rust #[a] @d```\n@bad', 'bad'],
  ['maths', 'typst', '$ p@5 $ and @bad', 'bad'],

  ['source blocks', 'org', '#+begin_src org\n[cite:@a]\n#+end_src\n#+begin_example\n[cite:@b]\n#+end_example'],
  ['comments', 'org', '# [cite:@a]\n#+begin_comment\n[cite:@b]\n#+end_comment\n[cite:@bad]', 'bad'],
  ['code and fixed width', 'org', '=[cite:@a]= ~[cite:@b]~\n: [cite:@c]\n@someone me@x.org'],
  ['links and footnotes', 'org', '[[https://x.org/@me][me]] [fn:1] [[cite:a]] [cite:@known]'],

  ['literal blocks', 'rst', 'Like so::\n\n  :cite:`a`\n\n.. code-block:: rst\n\n   :cite:`b`\n\n:cite:`bad`', 'bad'],
  ['comments and literals', 'rst', '.. :cite:`a`\n\n``:cite:`b` ``'],
  ['citations of docutils', 'rst', 'See [CIT2002]_ and :ref:`cite`.\n\n.. [CIT2002] A citation.'],

  ['listing blocks', 'asciidoc', '----\ncite:[a]\n----\n[source]\ncite:[b]\n\n....\ncite:[c]\n....\ncite:[bad]', 'bad'],
  ['comments and code', 'asciidoc', '// cite:[a]\n`cite:[b]` +cite:[c]+ \\cite:[d]\n////\ncite:[e]\n////'],
  ['an empty macro', 'asciidoc', 'cite:[] me@x.org <<anchor>> xref:a[b]'],

  ['what is defined', 'multimarkdown', '[p. 3][#a] [#bad]\n\n[#a]: A book', 'bad'],
  ['issues, priorities and links', 'multimarkdown', '[#12] [#A] [[#a]] [#b](x) [#c][x] `[#d]`'],

  ['code and raw blocks', 'jekyll', '`{% cite a %}` {% raw %}{% cite b %}{% endraw %} {% cite bad %}', 'bad'],
  ['options and other tags', 'jekyll', '{% reference a %} {% include cite b %} {% bibliography -f c %}'],
];

describe('An unknown key is reported', () => {
  for (const [what, id, text, ...reported] of ROWS) {
    const so = reported.length > 0 ? `but for ${reported.join(', ')} ` : '';
    it(`${so}not for ${what} in ${id}`, () => assert.deepEqual(unknown(id, text), reported));
  }

  it('nowhere without a bibliography or a paper list', () => {
    const around = { hasSource: false };
    assert.deepEqual(unknown('pandoc', '[@a] @b', around), []);
    assert.deepEqual(unknown('latex', '\\cite{a}', around), []);
    assert.deepEqual(unknown('typst', '@a', around), []);
    assert.deepEqual(unknown('org', '[cite:@a]', around), []);
    assert.deepEqual(unknown('rst', ':cite:`a`', around), []);
    assert.deepEqual(unknown('asciidoc', 'cite:[a]', around), []);
  });

  it('for a bare key only where the document or its project has a bibliography', () => {
    assert.deepEqual(unknown('pandoc', '@bad says'), []);
    assert.deepEqual(unknown('pandoc', '@bad says', { projectBibliography: true }), ['bad']);
    assert.deepEqual(unknown('pandoc', paper('@bad says'), { hasSource: false }), ['bad']);
  });
});

describe('A page about a repository', () => {
  const cases: [path: string, expected: boolean][] = [
    ['/work/README.md', true],
    ['/work/docs/readme.markdown', true],
    ['CHANGELOG.md', true],
    ['/work/CONTRIBUTING.md', true],
    ['/work/index.qmd', false],
    ['/work/my-readme.md', false],
    ['/work/README/a.md', false],
  ];
  for (const [path, expected] of cases) {
    it(`${expected ? 'is' : 'is not'} ${path}`, () => assert.equal(isRepositoryPage(path), expected));
  }
});
