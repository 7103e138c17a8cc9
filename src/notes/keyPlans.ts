import { type EditPlan, EMPTY_PLAN, madeForText, planOf } from '../base/editPlan';
import { type FieldEdits, setField } from './edit';
import { type FieldNames, type NoteField, propertyOf } from './fieldNames';
import { readFrontMatter } from './frontMatter';
import { claimsOf } from './claims';
import { keyEdits } from './keyEdits';
import type { NoteProblem } from './problem';

/** The text of a file, and the properties that hold its fields. */
export interface EditedNote {
  readonly uri: string;
  readonly text: string;
  readonly names: FieldNames;
}

/** The plan of a change in a note, or what keeps it from being made. */
export type NotePlan = { readonly plan: EditPlan } | { readonly problem: NoteProblem };

/** Writes the key that a paper has now in the place of a former one, wherever the note states that: alone, or as one of several. */
export function planNewKey(note: EditedNote, former: string, now: string): NotePlan {
  if (!statedIn(note).includes(former)) return planField(note, 'citekey', now);
  return planKeys(note, (key) => (key === former ? now : key));
}

/**
 * Makes a file the note of one more paper. One that states no key gets it; where it states keys that no paper has, it stands in the
 * place of them; beside keys of papers it is listed.
 * @param isCitekey whether a key is that of a paper
 */
export function planLink(note: EditedNote, citekey: string, isCitekey: (key: string) => boolean): NotePlan {
  const stated = statedIn(note);
  if (stated.includes(citekey)) return { plan: EMPTY_PLAN };
  if (stated.length === 0) return planField(note, 'citekey', citekey);
  if (stated.every(isCitekey)) return planField(note, 'citekeys', [...stated, citekey]);
  return planKeys(note, (key) => (isCitekey(key) ? key : citekey));
}

function statedIn({ text, names }: EditedNote): readonly string[] {
  return claimsOf(readFrontMatter(text), { fileName: '', inNotesFolder: false }, names).stated;
}

function planField(note: EditedNote, field: NoteField, value: string | readonly string[]): NotePlan {
  const property = propertyOf(field, readFrontMatter(note.text).data, note.names);
  return planOfEdits(note, setField(note.text, property, value, { ordered: true }));
}

function planKeys(note: EditedNote, keyFor: (key: string) => string): NotePlan {
  return planOfEdits(note, keyEdits(note.text, note.names, keyFor));
}

function planOfEdits({ uri, text }: EditedNote, { edits, problem }: FieldEdits): NotePlan {
  return problem ? { problem } : { plan: planOf(uri, madeForText(text), edits) };
}
