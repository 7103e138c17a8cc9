import { noteFileName, type NoteFileName, withSuffix } from '../../notes/fileName';
import type { NoteValues } from '../../notes/values';

const EXTENSION = '.pdf';

/** The name of a paper's PDF by a Liquid template, as notes get theirs; nor has it a character that the field `file` of BibTeX cannot hold. */
export function pdfFileName(template: string, values: NoteValues): NoteFileName {
  const { segments, problem } = noteFileName(template, values, EXTENSION);
  return { segments: segments.map((segment) => segment.replace(/[{};]/g, '_')), ...(problem && { problem }) };
}

/** The names that are tried for a PDF, one after the other: `name.pdf`, `name-2.pdf`, … */
export function* pdfNames(segments: readonly string[]): Generator<readonly string[]> {
  yield segments;
  for (let number = 2; number <= MOST_NAMES; number++) yield withSuffix(segments, number, EXTENSION);
}

const MOST_NAMES = 100;
