import * as vscode from 'vscode';
import type { NoteProblem } from '../../notes/problem';
import { fileNameOf } from '../../workspace/uri';
import { oneOf } from '../host/wordList';

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
    case 'note-key-changed':
      return vscode.l10n.t('The paper “{0}” of this note has the citekey “{1}” now.', problem.citekey, problem.now);
    case 'note-key-ambiguous':
      return vscode.l10n.t(
        'No paper has the citekey “{0}”; this note could be about {1}. Write the right citekey.',
        problem.citekey,
        oneOf(problem.candidates),
      );
    case 'orphan-note':
      return vscode.l10n.t(
        'No paper of the library has the citekey “{0}”, and nothing else in this note tells its paper.',
        problem.citekey,
      );
    case 'conflict-copy':
      return vscode.l10n.t(
        'By its name, this is a copy of “{0}” that a program made which synchronises files. Compare the two, and keep what you need of both.',
        fileNameOf(problem.original),
      );
    case 'state-line-invalid':
      return vscode.l10n.t('This line is not read. It should be a citekey and a status, such as “smith2020: reading”.');
    case 'state-duplicate':
      return vscode.l10n.t('The paper “{0}” stands here twice. Remove one of the lines.', problem.citekey);
    case 'state-differs':
      return vscode.l10n.t(
        'The note of “{0}” says “{1}”, which counts, and this line “{2}”. Remove the line, or set the status anew.',
        problem.citekey,
        problem.stated,
        problem.status,
      );
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

/** Why a file that states a paper's citekey is none of its notes. */
export function hiddenSentence(uri: vscode.Uri): string {
  return vscode.l10n.t(
    'The note “{0}” lies where none is looked for: in a hidden folder, or where files.exclude or search.exclude say so.',
    vscode.workspace.asRelativePath(uri),
  );
}
