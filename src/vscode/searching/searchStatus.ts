import * as vscode from 'vscode';
import type { LibraryService } from '../library/libraryService';
import type { SearchSession } from './searchSession';

/** The number of matches, or of papers where nothing is searched for, as a sentence. */
export function searchStatus({ answer }: SearchSession, library: LibraryService): string {
  if (!answer) return count(library.shown.entries().length);
  if (answer.mode === 'most-words' && answer.total > 0) {
    return vscode.l10n.t('No paper has all words; {0} of {1} have most of them', answer.total, answer.searched);
  }
  return vscode.l10n.t('{0} of {1} match', answer.total, answer.searched);
}

function count(papers: number): string {
  return papers === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', papers);
}
