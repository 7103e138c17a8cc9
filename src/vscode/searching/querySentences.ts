import * as vscode from 'vscode';
import type { QueryProblem } from '../../search/contract';

/** What is wrong with a query, as a sentence for the person who typed it. */
export function problemSentence(problem: QueryProblem): string {
  switch (problem.code) {
    case 'unknown-field':
      if (problem.suggestion) return didYouMean(problem.text, problem.suggestion);
      return vscode.l10n.t('There is no field “{0}”; the words were searched everywhere.', problem.text);
    case 'bad-year':
      return vscode.l10n.t('“{0}” is no year; write year:2019, year:2019..2022 or year:>2020.', problem.text);
    case 'too-long':
      return vscode.l10n.t('Only the first {0} characters were searched.', problem.text);
    case 'bad-rating':
      return vscode.l10n.t('“{0}” is no rating; write rating:4, rating:3..5 or rating:>=4.', problem.text);
    case 'unknown-key':
      return vscode.l10n.t('No paper has the citekey “{0}”.', problem.text);
    case 'unknown-value':
      if (problem.suggestion)
        return vscode.l10n.t('No paper has “{0}”. Did you mean “{1}”?', problem.text, problem.suggestion);
      return vscode.l10n.t('No paper has “{0}”.', problem.text);
    case 'unclosed-quote':
      return vscode.l10n.t('A quotation mark is missing; the phrase goes on to the end.');
    case 'unclosed-parenthesis':
      return vscode.l10n.t('A parenthesis has no partner and was left out.');
    case 'empty-field':
      return vscode.l10n.t('“{0}” needs a word behind it.', problem.text);
    case 'bad-is':
      if (problem.suggestion) return didYouMean(problem.text, problem.suggestion);
      return vscode.l10n.t(
        '“{0}” cannot be asked for; write is:unread, is:reading, is:read, is:cited, is:uncited or is:retracted.',
        problem.text,
      );
    case 'bad-has':
      if (problem.suggestion) return didYouMean(problem.text, problem.suggestion);
      return vscode.l10n.t('“{0}” cannot be asked for; write has:note, has:abstract or has:doi.', problem.text);
  }
}

function didYouMean(text: string, suggestion: string): string {
  return vscode.l10n.t('“{0}” cannot be asked for. Did you mean “{1}”?', text, suggestion);
}
