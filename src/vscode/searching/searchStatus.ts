import * as vscode from 'vscode';
import { localNumber, paperCount } from '../host/number';
import type { LibraryService } from '../library/libraryService';
import type { SearchSession } from './searchSession';

/** The number of matches, or of papers where nothing is searched for, as a sentence. */
export function searchStatus({ answer }: SearchSession, library: LibraryService): string {
  if (!answer) return paperCount(library.shown.entries().length);
  if (answer.mode === 'most-words' && answer.total > 0) {
    return vscode.l10n.t(
      'No paper has all words; {0} of {1} have most of them',
      localNumber(answer.total),
      localNumber(answer.searched),
    );
  }
  return vscode.l10n.t('{0} of {1} match', localNumber(answer.total), localNumber(answer.searched));
}
