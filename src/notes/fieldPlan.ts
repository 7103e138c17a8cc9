import { type EditPlan, EMPTY_PLAN, madeForText, planOf } from '../base/editPlan';
import { setField } from './edit';
import type { FieldNames, NoteField } from './fieldNames';
import type { NoteProblem } from './problem';
import type { FieldValue } from './yamlText';

/** A note whose field is to be set. */
export interface SetField {
  readonly uri: string;
  readonly text: string;
  readonly names: FieldNames;
  readonly field: NoteField;
  readonly value: FieldValue;
}

/** The plan that sets one field of a note's front matter and changes no other byte; or what keeps it from being made. */
export function planOfField({ uri, text, names, field, value }: SetField): { plan: EditPlan; problem?: NoteProblem } {
  const { edits, problem } = setField(text, names[field], value);
  return { plan: problem ? EMPTY_PLAN : planOf(uri, madeForText(text), edits), problem };
}
