import assert from 'node:assert/strict';
import { checkCitations } from '../../../src/citations/check';
import { citationsIn } from '../../../src/citations/document';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';
import { CITED } from './citedTexts';

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
  // Labels are none that are only shown.
  ['pandoc', '---\nbibliography: r.bib\n---\nWrite `{#a}` or ``# A {#b}``. [@a; @b]', 'a', 'b'],
  ['pandoc', '---\nbibliography: r.bib\n---\n```md\n# A {#a}\n#| label: b\n```\n[@a; @b]', 'a', 'b'],
  ['pandoc', '---\nbibliography: r.bib\n---\nText\n\n    # A {#a}\n\n<!-- {#b} -->\n\n[@a; @b]', 'a', 'b'],
  ['pandoc', '---\nbibliography: r.bib\n---\n```{.python #a}\nx = "{#b}"\n```\n~~~ {#c}\n~~~\n[@a; @b; @c]', 'b'],
  ['pandoc', '---\nbibliography: r.bib\n---\n# A {#a}\n\n[x]{#b} ![](x.png){#c}\n\n::: {#d}\n:::\n[@a; @b; @c; @d]'],
  ['myst', '---\nbibliography: r.bib\n---\n```md\n(a)=\n:name: b\n# C\n```\n[@a; @b; @c]', 'a', 'b', 'c'],
  ['myst', '---\nbibliography: r.bib\n---\n```{code-cell}\n# C\n```\n`(a)=`\n\n# D\n\n[@c; @d]', 'c'],
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
