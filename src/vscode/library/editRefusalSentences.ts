import * as vscode from 'vscode';
import type { EditRefusal } from '../../library/writing/editRefusal';
import { sourceSentence } from './sourceSentences';

/**
 * Why a source is not changed, as a sentence that says what is odd.
 * @param file the name of the source
 */
export function refusalSentence(refusal: EditRefusal, file: string): string {
  switch (refusal.code) {
    case 'not-written':
      return vscode.l10n.t('“{0}” is in a format that is read only.', file);
    case 'too-large':
      return vscode.l10n.t('“{0}” is larger than 50 MB. VS Code lets no extension change such a file.', file);
    case 'no-entry':
      return vscode.l10n.t('The entry is not there any more. “{0}” was not changed.', file);
    case 'broken-source':
      return vscode.l10n.t('“{0}” is broken where it would be changed. Put that right first.', file);
    case 'unfit-key':
      return vscode.l10n.t('“{0}” cannot be a citekey in “{1}”.', refusal.key, file);
    case 'key-taken':
      return vscode.l10n.t('The citekey “{0}” is taken. “{1}” was not changed.', refusal.key, file);
    case 'unfit-field':
      return vscode.l10n.t('The field “{0}” cannot be written in “{1}”.', refusal.name, file);
    case 'broken-entry':
      return vscode.l10n.t('The field “{0}” of “{1}” has no end. Put that right first.', refusal.name, refusal.key);
    case 'title-and-abstract-needed':
      return vscode.l10n.t('“{0}” holds titles with abstracts, and “{1}” lacks one of them.', file, refusal.key);
    case 'last-field':
      return vscode.l10n.t('“{0}” is all that the entry says. Remove the entry instead.', refusal.name);
    case 'changes-another':
      return vscode.l10n.t('“{0}” was not changed: that would change “{1}” too.', file, refusal.title);
    case 'new-problem':
      return vscode.l10n.t(
        '“{0}” was not changed. There would be a problem: {1}',
        file,
        sourceSentence(refusal.problem),
      );
    case 'not-there':
      return vscode.l10n.t('“{0}” was not changed: what was to be written would be read as something else.', file);
  }
}
