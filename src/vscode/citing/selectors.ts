import type * as vscode from 'vscode';
import type { Syntax } from '../../citations/syntax';
import { SYNTAXES } from '../../citations/syntaxes';

/** The documents that can be of a syntax, also those that only their text tells from another's. */
export function selectorOf(syntax: Syntax): vscode.DocumentFilter[] {
  const usual = Object.values(SYNTAXES).filter(({ id }) => id === syntax.sign?.insteadOf);
  return [syntax, ...usual].flatMap(namedDocuments);
}

/** The documents of a syntax by their language, and by their file's name for a window that does not know the language. */
function namedDocuments({ languages, extensions }: Syntax): vscode.DocumentFilter[] {
  const byLanguage = languages.map((language) => ({ language }));
  if (extensions.length === 0) return byLanguage;
  return [...byLanguage, { pattern: `**/*.{${extensions.flatMap(spellings).join(',')}}` }];
}

/** Patterns tell upper from lower case, and people write `.Rmd`. */
function spellings(extension: string): string[] {
  return [extension, extension[0].toUpperCase() + extension.slice(1), extension.toUpperCase()];
}

/** The documents of all syntaxes. */
export const CITING_DOCUMENTS: readonly vscode.DocumentFilter[] = Object.values(SYNTAXES).flatMap(namedDocuments);
