import * as vscode from 'vscode';
import type { CitationProblem } from '../../../citations/problem';
import { oneOf } from '../../host/wordList';
import { retractedOn } from '../../retractions/retractionSentences';

/** What is wrong with a citation, as a sentence that says how to mend it. */
export function citationSentence(problem: CitationProblem): string {
  switch (problem.code) {
    case 'unknown-key':
      return vscode.l10n.t('No paper of the library has the citekey “{0}”.', problem.key);
    case 'ambiguous-key':
      return vscode.l10n.t(
        '“{0}” could be several papers. Cite one of these keys: {1}.',
        problem.key,
        oneOf(problem.candidates),
      );
    case 'alias-key':
      return vscode.l10n.t('“{0}” is a further name of “{1}”.', problem.key, problem.main);
    case 'outside-bibliography':
      return vscode.l10n.t('“{0}” is in the library, but not in the bibliography of this document.', problem.key);
    case 'retracted':
      return vscode.l10n.t('“{0}”: {1}', problem.key, retractedOn(problem.date, problem.reasons));
    case 'repeated-key':
      return vscode.l10n.t('This citation has “{0}” already.', problem.key);
  }
}
