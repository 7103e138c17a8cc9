import * as vscode from 'vscode';
import type { SourceProblem } from '../../library/model/problem';
import { locate, type LocatedProblem } from '../host/problems';
import type { LibraryService } from './libraryService';
import { localNumber } from '../host/number';
import { allOf, oneOf } from '../host/wordList';

/** What is wrong with the sources of the workspace. */
export function sourceProblems(library: LibraryService): LocatedProblem[] {
  return library.sources().flatMap((source) => {
    const uri = vscode.Uri.parse(source);
    return library.problems(source).map((problem) => locate(uri, problem, sourceSentence(problem)));
  });
}

/** What is wrong with a source, as a sentence that says how to mend it. */
export function sourceSentence(problem: SourceProblem): string {
  switch (problem.code) {
    case 'title-without-abstract':
      return vscode.l10n.t('The title “{0}” has no abstract in the next line.', short(problem.title));
    case 'abstract-without-title':
      return vscode.l10n.t('An abstract stands here where a title should be. Put its title in the line above.');
    case 'invalid-json':
      return vscode.l10n.t('This is not valid JSON: {0}', jsonReason(problem.reason));
    case 'invalid-yaml':
      return vscode.l10n.t('This is not valid YAML: {0}', problem.reason);
    case 'not-csl':
      return vscode.l10n.t('This file holds no CSL-JSON: it should be an array of items, each with a title.');
    case 'item-without-title':
      return vscode.l10n.t('Item {0} has no title and was left out.', problem.index + 1);
    case 'wrong-field-type':
      return vscode.l10n.t(
        'These fields do not have the type that CSL-JSON gives them and are not used: {0}.',
        allOf(problem.fields),
      );
    case 'ambiguous-key':
      return vscode.l10n.t(
        '“{0}” could be several papers. Cite one of these keys: {1}.',
        problem.key,
        oneOf(problem.candidates),
      );
    case 'duplicate-key':
      return vscode.l10n.t(
        'The citekey “{0}” is taken by another entry, so this one is left out. Give one of them another key.',
        problem.key,
      );
    case 'duplicate-alias':
      return vscode.l10n.t('The further key “{0}” names another entry already and is not used here.', problem.key);
    case 'duplicate-paper':
      return vscode.l10n.t('“{0}” is in the library already; this copy is left out.', short(problem.title));
    case 'missing-comma':
      return vscode.l10n.t('A comma is missing here.');
    case 'missing-key':
      return vscode.l10n.t('This entry has no citekey.');
    case 'unbalanced-brace':
      return problem.name === undefined
        ? vscode.l10n.t('The entry that starts here has no closing brace.')
        : vscode.l10n.t('The braces of the field “{0}” do not match.', problem.name);
    case 'unbalanced-quote':
      return vscode.l10n.t('The field “{0}” has no closing quotation mark.', problem.name ?? '');
    case 'extra-brace':
      return vscode.l10n.t('The entry ends at this brace, but fields follow. Remove the brace.');
    case 'unexpected-text':
      return vscode.l10n.t('A field, a comma or the end of the entry should stand here.');
    case 'too-deep':
      return vscode.l10n.t('The braces nest too deep here to be read.');
    case 'unknown-string':
      return vscode.l10n.t('No @string defines “{0}” for this place: the name itself stands there.', problem.name);
    case 'undefined-crossref':
      return vscode.l10n.t('There is no entry “{0}” in this file from which fields could be taken.', problem.name);
    case 'too-much-text':
      return vscode.l10n.t(
        'The field “{0}” is not filled in here: its abbreviations or parents would make more text of it than a paper list can hold. Write the value out.',
        problem.name,
      );
    case 'duplicate-field':
      return vscode.l10n.t('The field “{0}” stands in this entry twice; the first counts.', problem.name);
    case 'missing-field':
      return vscode.l10n.t('An entry of the type {0} needs {1}.', problem.type, allOf(problem.fields));
    case 'more-problems':
      return vscode.l10n.t('{0} more problems of this file are not listed.', localNumber(problem.count));
    case 'missing-end':
      return vscode.l10n.t('This record has no end. Close it with a line “ER  - ”.');
    case 'missing-start':
      return vscode.l10n.t('This line belongs to no record: a record starts with a line “TY  - ”.');
    case 'binary-file':
      return vscode.l10n.t('This is a binary file, not a paper list.');
    case 'too-large':
      return vscode.l10n.t(
        'This file of {0} MB is too large to be read. Split it into several files.',
        problem.megabytes,
      );
    case 'unknown-format':
      return vscode.l10n.t('This file is in no format that can be read as a paper list.');
    case 'missing':
      return vscode.l10n.t('There is no such file. Correct the path in the setting literatureNotes.sources.');
    case 'is-folder':
      return vscode.l10n.t('This is a folder. Name a file in the setting literatureNotes.sources.');
    case 'too-slow':
      return vscode.l10n.t('Reading this file came to no end and was stopped. Split it into several files.');
    case 'too-demanding':
      return vscode.l10n.t('Reading this file takes more memory than can be spared. Split it into several files.');
    case 'stopped':
      return vscode.l10n.t('Reading was stopped. Choose “Refresh Library” to read this file.');
    case 'unreadable':
      return vscode.l10n.t('This file cannot be read: {0}', problem.reason);
  }
}

/** What a JSON text breaks by, after the names that jsonc-parser has for it. */
function jsonReason(reason: string): string {
  switch (reason) {
    case 'PropertyNameExpected':
      return vscode.l10n.t('the name of a member should stand here, in double quotes.');
    case 'ValueExpected':
      return vscode.l10n.t('a value should stand here.');
    case 'ColonExpected':
      return vscode.l10n.t('a colon is missing here.');
    case 'CommaExpected':
      return vscode.l10n.t('a comma is missing here.');
    case 'CloseBraceExpected':
      return vscode.l10n.t('a closing brace } is missing here.');
    case 'CloseBracketExpected':
      return vscode.l10n.t('the closing bracket ] is missing here.');
    case 'EndOfFileExpected':
      return vscode.l10n.t('the text should end here.');
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return vscode.l10n.t('JSON has no comments.');
    case 'UnexpectedEndOfString':
      return vscode.l10n.t('the text in quotes that starts here does not end.');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return vscode.l10n.t('this is no number.');
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return vscode.l10n.t('this is nothing that may stand behind a backslash.');
    case 'TooDeep':
      return vscode.l10n.t('this item nests deeper than any paper does, and was left out.');
    default:
      return vscode.l10n.t('this character cannot stand here.');
  }
}

function short(text: string): string {
  return text.length > 80 ? text.slice(0, 79) + '…' : text;
}
