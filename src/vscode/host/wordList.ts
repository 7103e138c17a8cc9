import * as vscode from 'vscode';
import { wordList } from '../../base/wordList';
import { localNumber } from './number';

/** The language of the sentences: where there are no translations, English, whatever VS Code's is. */
const language = () => (vscode.l10n.bundle === undefined ? 'en' : vscode.env.language);

/**
 * Names as a part of a sentence about all of them, in its language: `a, b, and c`.
 * @param most so many are named, and the rest is counted: `a, b, and 7 more`; one more is as short by its name
 */
export function allOf(names: readonly string[], most = names.length): string {
  const left = names.length - most;
  const more = vscode.l10n.t('{0} more', localNumber(left));
  return wordList(left > 1 ? [...names.slice(0, most), more] : names, language());
}

/** Names of which one is meant, as a part of a sentence: `a, b, or c`. */
export function oneOf(names: readonly string[]): string {
  return wordList(names, language(), 'disjunction');
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
