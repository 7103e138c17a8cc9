import * as vscode from 'vscode';
import type { Oddity } from '../../base/byteTruth';
import type { Position } from '../../base/position';
import type { Refusal } from '../../base/planCheck';

/** So many files are named with the reason why they are not changed. */
const MOST_NAMED = 3;

/** Why files are not changed: the first ones by name, the others by their number. */
export function refusalsSentence(refusals: readonly Refusal[]): string {
  const sentences = refusals.slice(0, MOST_NAMED).map(refusalSentence);
  const more = refusals.length - sentences.length;
  if (more > 0) sentences.push(vscode.l10n.t('So it is with {0} more files.', more));
  return sentences.join(' ');
}

/** Why a file is not changed, as a sentence that says what to do. */
export function refusalSentence(refusal: Refusal): string {
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(refusal.uri));
  switch (refusal.code) {
    case 'changed':
      return vscode.l10n.t('“{0}” has changed in the meantime, so it was left as it is. Try again.', name);
    case 'missing':
      return vscode.l10n.t('“{0}” is not there any more.', name);
    case 'exists':
      return vscode.l10n.t('“{0}” exists already and is not overwritten. Rename or move it first.', name);
    case 'read-only':
      return vscode.l10n.t('“{0}” is read-only. Make it writable, or use a copy of it, and try again.', name);
    case 'unsaved':
      return vscode.l10n.t('“{0}” has changes that are not saved. Save the file first.', name);
    case 'not-changed':
      return vscode.l10n.t('The editor did not change “{0}”. Perhaps a setting makes it read-only.', name);
    case 'not-saved':
      return vscode.l10n.t(
        '“{0}” has the change in its editor, but could not be saved. Save it yourself, or undo the change.',
        name,
      );
    case 'contradiction':
      return vscode.l10n.t('The changes of “{0}” contradict each other, so none was made.', name);
    case 'unencodable':
      return vscode.l10n.t(
        '“{0}” is saved as {1}, which has no “{2}”. Save the file as UTF-8 first.',
        name,
        refusal.encoding,
        refusal.character,
      );
    case 'unreadable':
      return vscode.l10n.t('“{0}” cannot be read: {1}', name, refusal.reason);
    case 'not-created':
      return vscode.l10n.t('“{0}” could not be created: {1}', name, refusal.reason);
    case 'not-written':
      return vscode.l10n.t('“{0}” could not be written: {1}', name, refusal.reason);
    case 'odd':
      return oddSentence(name, refusal.oddity);
  }
}

/** What of a file the editor would change beside the edit. */
function oddSentence(name: string, oddity: Oddity): string {
  switch (oddity.kind) {
    case 'binary':
      return vscode.l10n.t('“{0}” is a binary file.', name);
    case 'byte':
      return vscode.l10n.t(
        'Saving “{0}” would damage it: the byte {1} at {2} is no text in its encoding {3}. Correct that place, or open the file with its own encoding, first.',
        name,
        hexOf(oddity.byte),
        placeOf(oddity.position),
        oddity.encoding,
      );
    case 'encoding':
      return vscode.l10n.t(
        '“{0}” is open as {1}, but is {2}: at {3} the editor shows another character than is meant. Reopen the file with that encoding first.',
        name,
        oddity.editor,
        oddity.encoding,
        placeOf(oddity.position),
      );
    case 'mark':
      return vscode.l10n.t('Saving “{0}” would change its byte order mark.', name);
    case 'line-endings':
      return vscode.l10n.t(
        'Saving “{0}” would change the ends of many lines: they differ from {1} on.',
        name,
        placeOf(oddity.position),
      );
  }
}

function placeOf({ line, character }: Position): string {
  return vscode.l10n.t('line {0}, column {1}', line + 1, character + 1);
}

function hexOf(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
