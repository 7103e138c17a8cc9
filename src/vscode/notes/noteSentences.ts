import * as vscode from 'vscode';
import type { NoteProblem } from '../../notes/problem';

/** What is wrong with a note, as a sentence that says how to mend it. */
export function noteSentence(problem: NoteProblem): string {
  switch (problem.code) {
    case 'front-matter-invalid':
      return vscode.l10n.t('The front matter is not valid YAML: {0}', problem.reason);
    case 'front-matter-not-fields':
      return vscode.l10n.t('The front matter should be fields with values, such as “citekey: smith2020”.');
    case 'front-matter-unclosed':
      return vscode.l10n.t('The front matter has no end. Close it with a line “---”.');
    case 'front-matter-language':
      return vscode.l10n.t('Front matter in “{0}” is not read. Write it in YAML.', problem.language);
    case 'front-matter-too-large':
      return vscode.l10n.t('The front matter is longer than {0} characters and is not read.', problem.limit);
    case 'front-matter-duplicate-field':
      return vscode.l10n.t('The field “{0}” stands here twice. Remove one of them.', problem.field);
    case 'field-not-editable':
      return vscode.l10n.t('The field “{0}” cannot be changed here. Change it by hand.', problem.field);
    case 'citekey-not-text':
      return vscode.l10n.t('The citekey should be one word, such as “citekey: smith2020”.');
    case 'duplicate-note':
      return vscode.l10n.t('“{0}” has another note already. Remove the citekey from one of them.', problem.citekey);
    case 'template-error':
      return vscode.l10n.t('The template cannot be used: {0}', problem.reason);
    case 'template-value-misplaced':
      return vscode.l10n.t('No value can be written here. Write it behind a field, such as “title: {{ title }}”.');
  }
}

/** What is wrong with a template, as a sentence that names the setting or the file it comes from. */
export function templateSentence(origin: string, problem: NoteProblem): string {
  const line = problem.range.start.line + 1;
  return vscode.l10n.t('No note was made. Line {0} of the template in {1}: {2}', line, origin, noteSentence(problem));
}
