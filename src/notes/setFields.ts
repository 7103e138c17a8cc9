import { applyEdits, editBetween, type TextEdit } from '../base/textEdit';
import { type FieldEdits, setField, type SetFieldOptions } from './edit';
import { readFrontMatter } from './frontMatter';
import { sameData } from './sameData';
import type { FieldValue } from './yamlText';

export type { FieldEdits } from './edit';

/** Sets several fields of a note's front matter, as `setField` sets one: all of them, or none. */
export function setFields(
  text: string,
  fields: Readonly<Record<string, FieldValue>>,
  options: SetFieldOptions = {},
): FieldEdits {
  const edits: TextEdit[] = [];
  // Each is set in what the others made of the text, for a check of all; the edits are those of the text as it is.
  let after = text;
  for (const [field, value] of Object.entries(fields)) {
    const own = setField(text, field, value, options);
    const next = setField(after, field, value, options);
    const problem = own.problem ?? next.problem;
    if (problem) return { edits: [], problem };
    edits.push(...own.edits);
    after = applyEdits(after, next.edits);
  }
  return { edits: sameFields(applyEdits(text, edits), after) ? edits : [editBetween(text, after)] };
}

function sameFields(one: string, other: string): boolean {
  return sameData(readFrontMatter(one).data, readFrontMatter(other).data);
}
