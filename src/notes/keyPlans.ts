import { type EditPlan, EMPTY_PLAN, madeForText, planOf } from '../base/editPlan';
import { setField } from './edit';
import { fieldIn, type FieldNames, propertyOf } from './fieldNames';
import { readFrontMatter } from './frontMatter';
import { claimsOf } from './claims';
import type { NoteProblem } from './problem';

/** The text of a file, and the properties that hold its fields. */
export interface EditedNote {
  readonly uri: string;
  readonly text: string;
  readonly names: FieldNames;
}

/** The plan of a change in a note, or what keeps it from being made. */
export type NotePlan = { readonly plan: EditPlan } | { readonly problem: NoteProblem };

/** Writes the key that a paper has now in the place of a former one: alone, or as one of several. */
export function planNewKey(note: EditedNote, former: string, now: string): NotePlan {
  const { data } = readFrontMatter(note.text);
  const several = fieldIn('citekeys', data, note.names);
  const keys = several === undefined ? [] : statedIn(note);
  if (!keys.includes(former)) return planField(note, propertyOf('citekey', data, note.names), now);
  const after = [...new Set(keys.map((key) => (key === former ? now : key)))];
  return planField(note, propertyOf('citekeys', data, note.names), after);
}

/**
 * Makes a file the note of one more paper. One that states no key gets it; one that states only keys that no paper has gets it in
 * the place of them; beside keys of papers it is listed.
 * @param isCitekey whether a key is that of a paper
 */
export function planLink(note: EditedNote, citekey: string, isCitekey: (key: string) => boolean): NotePlan {
  const { data } = readFrontMatter(note.text);
  const stated = statedIn(note);
  if (stated.includes(citekey)) return { plan: EMPTY_PLAN };
  const kept = stated.filter(isCitekey);
  if (kept.length === 0) return planField(note, propertyOf('citekey', data, note.names), citekey);
  return planField(note, propertyOf('citekeys', data, note.names), [...kept, citekey]);
}

function statedIn({ text, names }: EditedNote): readonly string[] {
  return claimsOf(readFrontMatter(text), { fileName: '', inNotesFolder: false }, names).stated;
}

function planField({ uri, text }: EditedNote, property: string, value: string | readonly string[]): NotePlan {
  const { edits, problem } = setField(text, property, value);
  return problem ? { problem } : { plan: planOf(uri, madeForText(text), edits) };
}
