import type * as vscode from 'vscode';
import type { Syntax } from '../../citations/syntax';
import { SYNTAXES } from '../../citations/syntaxes';

/** The documents of a syntax: by their language, and by their file's name for a window that does not know the language. */
export function selectorOf({ languages, extensions }: Syntax): vscode.DocumentFilter[] {
  const byLanguage = languages.map((language) => ({ language }));
  if (extensions.length === 0) return byLanguage;
  return [...byLanguage, { pattern: `**/*.{${extensions.flatMap(spellings).join(',')}}` }];
}

/** Patterns tell upper from lower case, and people write `.Rmd`. */
function spellings(extension: string): string[] {
  return [extension, extension[0].toUpperCase() + extension.slice(1), extension.toUpperCase()];
}

/** The documents of all syntaxes. */
export const CITING_DOCUMENTS: readonly vscode.DocumentFilter[] = Object.values(SYNTAXES).flatMap(selectorOf);
