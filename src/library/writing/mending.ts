import { type FormatId, ONLY_READ } from '../formats/reader';
import type { SourceProblem } from '../model/problem';
import { keyIn } from './legalKey';
import type { SourceChange } from './sourceChange';

/** A change of a source that mends a problem of it. */
export type Mending =
  | Extract<SourceChange, { kind: 'removeEntry' | 'setFields' }>
  | Extract<SourceChange, { kind: 'replaceKey' }>;

/** What a problem's mendings depend on. */
export interface Mended {
  readonly format: FormatId;
  /** The source's text, in which the problem's entry stands at the offset `at`. */
  readonly text: string;
  readonly at: number;
  /** Whether a paper of the library has a key. */
  readonly isTaken: (key: string) => boolean;
}

/** The changes that mend a problem, the safer one first; none for problems that only people can mend. */
export function mendingsOf(problem: SourceProblem, { format, text, at, isTaken }: Mended): readonly Mending[] {
  if (format === 'text-list' || ONLY_READ.has(format)) return [];
  if (problem.code === 'duplicate-paper') return [{ kind: 'removeEntry', at }];
  if (problem.code === 'duplicate-key') {
    const key = freeKey(problem.key, isTaken);
    const remove = { kind: 'removeEntry', at } as const;
    return key !== undefined && keyIn(format, key) === key ? [{ kind: 'replaceKey', at, key }, remove] : [remove];
  }
  if (problem.code !== 'missing-field') return [];
  const fields = problem.fields.map((names) => [fieldFor(names, problem.type, text), ''] as const);
  return [{ kind: 'setFields', at, fields }];
}

/** The key with the first letter behind it that makes it another, as people tell papers of one year apart. */
function freeKey(key: string, isTaken: (key: string) => boolean): string | undefined {
  return [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => key + letter).find((other) => !isTaken(other));
}

/** BibTeX's names of fields that biblatex, whose names the problems use, calls otherwise. */
const IN_BIBTEX: Readonly<Record<string, string>> = { journaltitle: 'journal', location: 'address', date: 'year' };

/** The field to add where one of several, such as `year/date`, is missing: by its name in the file's dialect. */
function fieldFor(names: string, type: string, text: string): string {
  const isBiblatex = /^[ \t]*(?:journaltitle|date|location)[ \t]*=/im.test(text);
  const choice = names.split('/');
  if (isBiblatex) return choice.includes('date') ? 'date' : choice[0];
  if (choice[0] === 'institution' && /thesis$/i.test(type)) return 'school';
  return IN_BIBTEX[choice[0]] ?? choice[0];
}
