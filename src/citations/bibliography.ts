import type { SyntaxId } from './syntax';
import { latexOwnKeys } from './syntaxes/latex/ownKeys';
import { frontMatterEnd } from './syntaxes/markdown/blocks';

/** How a document says that it has a bibliography of its own. */
const MARKS: Readonly<Record<SyntaxId, RegExp>> = {
  pandoc: /^(bibliography|references):/m,
  myst: /^(bibliography|references):/m,
  latex: /\\(bibliography|addbibresource|addglobalbib)\b|\\begin\{thebibliography\}/,
  typst: /#bibliography\(/,
  org: /^[ \t]*#\+(bibliography|cite_export):/im,
  rst: /^\.\. (foot)?bibliography::/m,
  asciidoc: /^(:bibtex-file:|bibliography::\[)/m,
};

/** Whether a document names its bibliography, so that all its keys are meant to be found there. */
export function hasBibliography(text: string, syntax: SyntaxId): boolean {
  const isMarkdown = syntax === 'pandoc' || syntax === 'myst';
  return MARKS[syntax].test(isMarkdown ? text.slice(0, frontMatterEnd(text)) : text);
}

/**
 * The names that a document defines itself, so that they need no paper: its own references (`\bibitem`, entries in
 * `filecontents`, `references:` of the front matter), and in Markdown what cross-references lead to (`{#fig-x}`, MyST's
 * `(target)=`), as those are written like citations.
 */
export function ownKeys(text: string, syntax: SyntaxId): Set<string> {
  if (syntax === 'latex') return latexOwnKeys(text);
  if (syntax !== 'pandoc' && syntax !== 'myst') return new Set();
  const front = text.slice(0, frontMatterEnd(text));
  const references = /^references:/m.test(front) ? keysOf(front, REFERENCE_ID) : [];
  return new Set([...references, ...TARGETS.flatMap((pattern) => keysOf(text, pattern))]);
}

/** `- id: key` in a block of YAML, `{id: key}` on a line. */
const REFERENCE_ID = /(?:^[ \t]{0,20}(?:- )?|[{,])[ \t]{0,8}["']?id["']?:[ \t]{0,8}["']?([^\s"',}]{1,200})/gm;

/** Where cross-references lead: Pandoc's attributes, options of Quarto's chunks, targets and directives of MyST. */
const TARGETS: readonly RegExp[] = [
  /\{#([^\s{}]{1,200})/g,
  /^[ \t]{0,20}#\|[ \t]{0,8}label:[ \t]{0,8}["']?([^\s"']{1,200})/gm,
  /^[ \t]{0,20}\(([^\s()]{1,200})\)=[ \t]{0,8}$/gm,
  /^[ \t]{0,20}:(?:label|name):[ \t]{0,8}(\S{1,200})/gm,
];

function keysOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, key]) => key.trim());
}
