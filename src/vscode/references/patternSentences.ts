import * as vscode from 'vscode';
import type { PatternProblem } from '../../library/keys/pattern';

/** What is wrong with the pattern for citekeys, as a sentence with the place. */
export function patternSentence(problem: PatternProblem): string {
  const place = problem.at + 1;
  switch (problem.code) {
    case 'empty':
      return vscode.l10n.t('The pattern for citekeys is empty.');
    case 'unknown-function':
      return vscode.l10n.t(
        'The pattern for citekeys, character {0}: “{1}” is no part of a paper.',
        place,
        problem.name,
      );
    case 'unknown-filter':
      return vscode.l10n.t('The pattern for citekeys, character {0}: “{1}” is no filter.', place, problem.name);
    case 'unclosed':
      return vscode.l10n.t('The pattern for citekeys, character {0}: “{1}” is not closed.', place, problem.sign);
    case 'unexpected':
      return problem.found === ''
        ? vscode.l10n.t('The pattern for citekeys ends too early.')
        : vscode.l10n.t('The pattern for citekeys, character {0}: “{1}” cannot stand here.', place, problem.found);
  }
}
