import * as vscode from 'vscode';
import { wordList } from '../../base/wordList';
import { localNumber } from './number';

/**
 * Names as a part of a sentence about all of them, in the language of VS Code: `a, b, and c`.
 * @param most so many are named, and the rest is counted: `a, b, and 7 more`; one more is as short by its name
 */
export function allOf(names: readonly string[], most = names.length): string {
  const left = names.length - most;
  const more = vscode.l10n.t('{0} more', localNumber(left));
  return wordList(left > 1 ? [...names.slice(0, most), more] : names, vscode.env.language);
}

/** Names of which one is meant, as a part of a sentence: `a, b, or c`. */
export function oneOf(names: readonly string[]): string {
  return wordList(names, vscode.env.language, 'disjunction');
}

/**
 * What stands side by side without being a sentence, such as the authors in a row, or what is said of a row to those who
 * hear it; empty parts are left out.
 * @param most so many are shown, and `…` stands for the rest
 */
export function sideBySide(parts: readonly (string | undefined)[], most = parts.length): string {
  const said = parts.filter(Boolean);
  return (said.length > most ? [...said.slice(0, most), '…'] : said).join(', ');
}
