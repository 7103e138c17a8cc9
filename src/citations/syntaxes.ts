import type { Syntax, SyntaxId } from './syntax';
import { asciidoc } from './syntaxes/asciidoc';
import { latex } from './syntaxes/latex';
import { myst } from './syntaxes/myst';
import { org } from './syntaxes/org';
import { pandoc } from './syntaxes/pandoc';
import { rst } from './syntaxes/rst';
import { typst } from './syntaxes/typst';

/** Every syntax by its name. */
export const SYNTAXES: Readonly<Record<SyntaxId, Syntax>> = { pandoc, myst, latex, typst, org, rst, asciidoc };

/** VS Code's language ids, also those that only other extensions contribute. */
const BY_LANGUAGE: ReadonlyMap<string, SyntaxId> = new Map([
  ['markdown', 'pandoc'],
  ['quarto', 'pandoc'],
  ['rmd', 'pandoc'],
  ['myst', 'myst'],
  ['latex', 'latex'],
  ['latex-expl3', 'latex'],
  ['tex', 'latex'],
  ['typst', 'typst'],
  ['org', 'org'],
  ['org-mode', 'org'],
  ['restructuredtext', 'rst'],
  ['rst', 'rst'],
  ['asciidoc', 'asciidoc'],
]);

/** File name extensions, in lower case, for documents whose language VS Code does not know. */
const BY_EXTENSION: ReadonlyMap<string, SyntaxId> = new Map([
  ['md', 'pandoc'],
  ['markdown', 'pandoc'],
  ['qmd', 'pandoc'],
  ['rmd', 'pandoc'],
  ['tex', 'latex'],
  ['ltx', 'latex'],
  ['typ', 'typst'],
  ['org', 'org'],
  ['rst', 'rst'],
  ['rest', 'rst'],
  ['adoc', 'asciidoc'],
  ['asciidoc', 'asciidoc'],
  ['asc', 'asciidoc'],
]);

/**
 * The syntax of a document: by its language id; where that is unknown or `plaintext`, by the extension of its file name
 * (a name, path or URI path). Anything else gets Pandoc's.
 */
export function syntaxFor(languageId: string, fileName = ''): Syntax {
  return SYNTAXES[knownSyntax(languageId, fileName) ?? 'pandoc'];
}

/** The same, but undefined for a document that no syntax is made for. */
export function knownSyntax(languageId: string, fileName = ''): SyntaxId | undefined {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return BY_LANGUAGE.get(languageId) ?? BY_EXTENSION.get(extension);
}

/** The language ids, and the file name extensions in lower case, of the documents that a syntax is made for. */
export function documentsOf(syntax: SyntaxId): { readonly languages: string[]; readonly extensions: string[] } {
  const keysOf = (map: ReadonlyMap<string, SyntaxId>) => [...map].filter(([, id]) => id === syntax).map(([key]) => key);
  return { languages: keysOf(BY_LANGUAGE), extensions: keysOf(BY_EXTENSION) };
}
