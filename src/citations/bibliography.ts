import type { SyntaxId } from './syntax';
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

/** The keys that a document defines itself: `\bibitem{key}` of LaTeX, `references: - id: key` of Pandoc's front matter. */
export function ownKeys(text: string, syntax: SyntaxId): Set<string> {
  if (syntax === 'latex') return keysOf(text, /\\bibitem[ \t]*(?:\[[^\]\n]{0,200}\])?\{([^{}\n,]{1,200})\}/g);
  if (syntax !== 'pandoc' && syntax !== 'myst') return new Set();
  const front = text.slice(0, frontMatterEnd(text));
  if (!/^references:/m.test(front)) return new Set();
  return keysOf(front, /^[ \t]*(?:- )?[ \t]{0,8}id:[ \t]{0,8}["']?([^\s"']{1,200})/gm);
}

function keysOf(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map(([, key]) => key.trim()));
}
