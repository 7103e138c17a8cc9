import type * as vscode from 'vscode';
import type { SyntaxId } from '../../citations/syntax';

/** The language ids that write in a syntax, also those that only other extensions contribute. */
const LANGUAGES: Readonly<Record<SyntaxId, readonly string[]>> = {
  pandoc: ['markdown', 'quarto', 'rmd'],
  myst: ['myst'],
  latex: ['latex', 'latex-expl3', 'tex'],
  typst: ['typst'],
  org: ['org', 'org-mode'],
  rst: ['restructuredtext', 'rst'],
  asciidoc: ['asciidoc'],
};

/** The files that write in a syntax, for a window that does not know their language. */
const FILES: Readonly<Record<SyntaxId, string | undefined>> = {
  pandoc: '**/*.{md,markdown,qmd,rmd,Rmd,RMD}',
  myst: undefined,
  latex: '**/*.{tex,ltx,TEX}',
  typst: '**/*.typ',
  org: '**/*.org',
  rst: '**/*.{rst,rest}',
  asciidoc: '**/*.{adoc,asciidoc,asc}',
};

/** The documents of a syntax. */
export function selectorOf(syntax: SyntaxId): vscode.DocumentFilter[] {
  const pattern = FILES[syntax];
  const languages = LANGUAGES[syntax].map((language) => ({ language }));
  return pattern ? [...languages, { pattern }] : languages;
}

/** The documents of all syntaxes. */
export const CITING_DOCUMENTS: readonly vscode.DocumentFilter[] = (Object.keys(LANGUAGES) as SyntaxId[]).flatMap(
  selectorOf,
);
