import { headingsIn } from '../../../../src/citations/index/headings';
import { markdownCells } from '../../../../src/citations/index/notebookCells';
import type { Syntax } from '../../../../src/citations/syntax';
import type { SyntaxId } from '../../../../src/citations/syntaxes';
import { OUR_NAMES } from '../../../../src/notes/fieldNames';
import { globalBibliographies } from '../../../../src/workflows/bibliographies/dirLocals';
import { readProjectFile } from '../../../../src/workflows/bibliographies/projectFile';
import { citationEdits, linkEdits, pathEdits } from '../../../../src/workflows/rename/documentEdits';
import { noteEdits } from '../../../../src/workflows/rename/noteEdits';
import { SYNTAXES } from '../../../cases';
import { of, type Family } from './family';

/** All that the citations of a text say: their notes are read when they are asked for. */
const said = (text: string, syntax: Syntax) =>
  syntax.find(text).map(({ items }) => items.map(({ key, prefix, locator, suffix }) => [key, prefix, locator, suffix]));

const scan = (piece: string) => (times: number) => {
  const text = piece.repeat(times);
  return () => Object.values(SYNTAXES).map((syntax) => said(text, syntax));
};
export const SCANNERS: readonly Family[] = [
  '[@a;',
  '\\cite{a',
  '\\iffalse ',
  '#cite(<a>, ',
  '[cite:@a;',
  ':cite:`a',
  'cite:[a',
  '[#a',
  '{% cite a ',
  '{{< cite @a ',
  '{{< highlight >}} @a ',
  '\\if0 \\cite{a} ',
  '\\iftrue \\else \\cite{a} ',
  '\\MakeShortVerb{\\|}\\cite{a}|\n',
  '\\endinput \\cite{a} \n',
  '\\newcommand{\\a}[1]{\\cite{#1} ',
  '\\let\\a\\cite \\def\\b#1{\\a{#1}}\\b{c} ',
  '#if false [ @a ',
  '* COMMENT [cite:@a]\n',
  '[[a][b [cite:@a]',
  '\\begin{x}\n[cite:@a]\n',
  '\\[ a\n[cite:@a]\n',
  '=a\n[cite:@a]\n',
  '{>> [#a]',
  '{% if false %}{% cite a %}',
  '[comment]\n--\ncite:[a]\n',
  'a::\n\n> :cite:`a`\n\n',
  ':::{note} @a\n---\n',
  '{cite}`{a}b{c}` ',
  '{cite}`{a',
  '{cite}`{a}b{c ',
].map((piece): Family => [`${JSON.stringify(piece)} in documents`, scan(piece)]);

/** A citation in which a piece stands over and over: in a note, or as a part of its own. */
const LONG: readonly (readonly [SyntaxId, string, string, string])[] = [
  ['pandoc', '[', 'a ', '@a]'],
  ['pandoc', '[@a, ', '3, ', ']'],
  ['pandoc', '[', '@a; ', '@b]'],
  ['myst', '{cite}`{', 'a', '}b`'],
  ['myst', '{cite}`b{', '3-', '}`'],
  ['myst', '{cite}`', '{a}b{c}; ', 'd`'],
  ['latex', '\\cite[', 'a', '][]{b}'],
  ['latex', '\\cite[', '3-', ']{b}'],
  ['latex', '\\cite{', 'a,', 'b}'],
  ['latex', '\\cites', '[a][3]{b}', ''],
  ['typst', '@a[', '3-', ']'],
  ['typst', '', '@a[b] ', ''],
  ['org', '[cite:', 'a ', '@a]'],
  ['org', '[cite:@a ', '3-', ']'],
  ['org', '[cite:', 'a @b 3; ', ']'],
  ['rst', ':cite:`{', 'a', '}b`'],
  ['rst', ':cite:`b{', '3-', '}`'],
  ['rst', ':cite:`', '{a}b{c},', 'd`'],
  ['asciidoc', 'cite:', 'a', '[b]'],
  ['asciidoc', 'cite:[a(', '3-', ')]'],
  ['asciidoc', 'cite:[', 'a(b), ', 'c]'],
  ['multimarkdown', '[', '3-', '][#a]'],
  ['multimarkdown', '', '[3][#a]', ''],
  ['jekyll', '{% cite a -l ', '3-', ' %}'],
  ['jekyll', '{% cite ', 'a ', ' -l 3 %}'],
  ['jekyll', '{% cite a ', '-l 3 ', '%}'],
];
export const LONG_CITATIONS = LONG.map(([id, before, piece, behind]): Family => {
  const text = (times: number) => before + piece.repeat(times) + behind;
  return [`\`${text(1)}\` with more and more of \`${piece}\` in ${id}`, of((long) => said(long, SYNTAXES[id]), text)];
});

const headed = (piece: string) => (times: number) => {
  const [one, many] = [piece.repeat(times), `${piece.repeat(times)}\n`.repeat(2)];
  return () => Object.values(SYNTAXES).flatMap((syntax) => [headingsIn(one, syntax), headingsIn(many, syntax)]);
};
export const HEADINGS: readonly Family[] = [
  '# a {',
  '\n# a #',
  '= a <b ',
  '* a :b',
  '\\section{a ',
  '\\section[',
  '\n\na\n--',
  '#heading[a ',
  '/*',
].map((piece): Family => [`\`${JSON.stringify(piece)}\` in headings`, headed(piece)]);

export const BESIDE: readonly Family[] = [
  ['cells of notebooks', of(markdownCells, (n) => `{"cells":[${'{"cell_type":"markdown","source":"@a"},'.repeat(n)}`)],
  ['escaped quotes in notebooks', of(markdownCells, (n) => `{"cells":[{"source":"${'\\\\"'.repeat(n)}`)],
  ['open brackets in notebooks', of(markdownCells, (n) => `{"cells":${'["'.repeat(n)}`)],
  [
    'labels shown as code',
    of(
      (text) => SYNTAXES.myst.labels!.in(text),
      (n) => '`{#a}`\n# A\n```\n(a)=\n'.repeat(n),
    ),
  ],
  [
    'bibliographies of reST',
    of(
      (text) => SYNTAXES.rst.bibliography.paths(text),
      (n) => '.. bibliography:: a.bib\n   :a:\n'.repeat(n),
    ),
  ],
  ['quotes in lists of Emacs', of(globalBibliographies, (n) => '(org-cite-global-bibliography "'.repeat(n))],
  [
    'bibliographies of a project',
    of(
      (text) => readProjectFile('defaults.yaml', text),
      (n) => 'bibliography:\n- a\n'.repeat(n),
    ),
  ],
  [
    'bibliographies in brackets',
    of(
      (text) => readProjectFile('defaults.yaml', text),
      (n) => 'bibliography: [\n'.repeat(n),
    ),
  ],
];

const renamed = (text: (times: number) => string, syntax: SyntaxId) => (times: number) => {
  const document = text(times);
  return () => citationEdits(document, SYNTAXES[syntax], 'a.md', { from: 'old', to: 'a new' });
};
export const RENAMES: readonly Family[] = [
  ['citations to be renamed in Markdown', renamed((n) => '@old; '.repeat(n), 'pandoc')],
  ['citations of one group to be renamed', renamed((n) => `[${'@old; '.repeat(n)}@b]`, 'pandoc')],
  ['citations to be renamed in LaTeX', renamed((n) => '\\cite{old} '.repeat(n), 'latex')],
  [
    'links to be renamed',
    (n) => () => linkEdits('[[old'.repeat(n) + '[[old]]'.repeat(n), [{ from: 'old', to: 'new' }]),
  ],
  [
    'paths of links to be renamed',
    (n) => () => {
      const text = `${'[a](old.md)[b]('.repeat(n)}${'(%6F'.repeat(n)})\n\n${'[c]: <>\n\n'.repeat(n)}[d]: ${'%'.repeat(n)}.md`;
      return pathEdits('file:///a.md', text, SYNTAXES.pandoc, [{ from: 'file:///old.md', to: 'file:///new.md' }]);
    },
  ],
  [
    'names of a note to be renamed',
    (n) => () =>
      noteEdits(`---\naliases: [${'"old x", old, '.repeat(n)}b]\n---\n`, OUR_NAMES, { from: 'old', to: 'new' }),
  ],
  [
    'keys of a note to be renamed',
    (n) => () => noteEdits(`---\ncitekeys: [${'old, '.repeat(n)}b]\n---\n`, OUR_NAMES, { from: 'old', to: 'new' }),
  ],
];
