import type { Severity } from '../../base/problem';
import type { OffsetRange, Range } from '../../base/position';
import type { TextEdit } from '../../base/textEdit';
import type { SourceProblem } from '../model/problem';
import type { EntryProblem, ParsedEntry } from './entryParser';

/** A problem of an entry; offsets count from the entry's start. */
export interface LocalProblem extends OffsetRange {
  readonly code: EntryProblem['code'] | 'undefined-crossref' | 'extra-brace' | 'too-much-text';
  readonly name?: string;
  readonly first?: OffsetRange;
  readonly edits?: readonly TextEdit[];
}

const SEVERITY: Readonly<Record<LocalProblem['code'], Severity>> = {
  'missing-comma': 'error',
  'missing-key': 'error',
  'unbalanced-brace': 'error',
  'unbalanced-quote': 'error',
  'unexpected-text': 'error',
  'extra-brace': 'error',
  'too-deep': 'error',
  'duplicate-field': 'warning',
  'unknown-string': 'warning',
  'undefined-crossref': 'warning',
  'too-much-text': 'warning',
};

/** The problems of an entry's text; for a missing key with the made key as the way to put it right. */
export function localProblems(parsed: ParsedEntry, madeKey?: string): readonly LocalProblem[] {
  if (madeKey === undefined) return parsed.problems;
  return parsed.problems.map((problem) => {
    if (problem.code !== 'missing-key') return problem;
    const { start } = problem;
    return { ...problem, edits: [{ start, end: start, newText: problem.name === ',' ? madeKey : `${madeKey},` }] };
  });
}

/** A problem at its place in the source; `at` turns offsets in the entry into a range. */
export function toSourceProblem(problem: LocalProblem, at: (offsets: OffsetRange) => Range): SourceProblem {
  const shape = {
    severity: SEVERITY[problem.code],
    range: at(problem),
    fix: problem.edits?.map((edit) => ({ range: at(edit), newText: edit.newText })),
  };
  const name = problem.name ?? '';
  switch (problem.code) {
    case 'unknown-string':
    case 'undefined-crossref':
    case 'too-much-text':
      return { code: problem.code, ...shape, name };
    case 'duplicate-field':
      return { code: problem.code, ...shape, name, first: at(problem.first ?? problem) };
    case 'unbalanced-brace':
    case 'unbalanced-quote':
    case 'too-deep':
      return { code: problem.code, ...shape, name: problem.name };
    case 'missing-comma':
    case 'missing-key':
    case 'unexpected-text':
    case 'extra-brace':
      return { code: problem.code, ...shape };
  }
}
