import { type AgreedFields, MANAGED_FIELDS, type ManagedField } from './agreedFields';
import type { TextEdit } from '../base/textEdit';
import { fieldIn, type FieldNames, propertyOf } from './fieldNames';
import { readFrontMatter } from './frontMatter';
import type { NoteProblem } from './problem';
import { setFields } from './setFields';
import { hashOf, inForm, saysSame } from './valueForms';
import { namedAuthors, type NoteValues } from './values';
import type { FieldValue } from './yamlText';

/** What an entry says in the managed fields. */
export type EntryFields = Pick<NoteValues, ManagedField>;

/** A managed field in which a note and its entry differ. */
export interface FieldDifference {
  readonly field: ManagedField;
  /** The property that holds it. */
  readonly property: string;
  /** What the note says; undefined where it does not. */
  readonly note: unknown;
  /** What the entry says, in the form in which the note has it. */
  readonly entry: FieldValue;
}

/** What becomes of a note when its metadata is updated. */
export interface NoteUpdate {
  /** Fields that change because the entry did. */
  readonly changes: readonly FieldDifference[];
  /** Fields that were changed by hand, or of which it is not known that they were not: they stay. */
  readonly differences: readonly FieldDifference[];
  readonly edits: readonly TextEdit[];
  /** The managed fields that the note states. */
  readonly stated: readonly ManagedField[];
  /** What note and entry agree in once the edits are made; of a further note of a paper, in fields that its main one does not state. */
  readonly agreed: AgreedFields;
  /** What keeps the note from being updated; there are no edits then. */
  readonly problem?: NoteProblem;
}

/** What is known of a note beside what it says. */
export interface KnownOfNote {
  /** What note and entry agreed in when that was last seen; undefined where it never was. */
  readonly agreed?: AgreedFields;
  /** Fields for which the entry counts, whoever changed the note. */
  readonly taken?: ReadonlySet<ManagedField>;
  /** Of a further note of a paper: the fields that the main one states. It gets no field that it does not state. */
  readonly mainStates?: readonly ManagedField[];
}

/**
 * Brings the managed fields of a note up to date with its entry. A field changes where the entry says something else than
 * before and the note still says what the entry said then; a field that the note never had is added where the entry had none
 * then. What the entry does not say any more stays in the note. A note about several papers is not touched.
 */
export function noteUpdate(
  text: string,
  entry: EntryFields,
  names: FieldNames,
  { agreed = {}, taken = new Set(), mainStates }: KnownOfNote = {},
): NoteUpdate {
  const { data, problem } = readFrontMatter(text);
  const stated = MANAGED_FIELDS.filter((field) => fieldIn(field, data, names) !== undefined);
  const now: Partial<Record<ManagedField, number>> = mainStates ? {} : { ...agreed };
  const untouched = (wrong?: NoteProblem) => ({ changes: [], edits: [], stated, agreed: { ...now }, problem: wrong });
  const blocking = problem && problem.code !== 'front-matter-duplicate-field' ? problem : undefined;
  if (blocking || isAboutSeveral(data, names)) return { ...untouched(blocking), differences: [] };
  const changes: FieldDifference[] = [];
  const differences: FieldDifference[] = [];
  const agree = (field: ManagedField, hash: number) => {
    if (!mainStates?.includes(field)) now[field] = hash;
  };
  for (const field of MANAGED_FIELDS) {
    const [said, says] = [fieldIn(field, data, names), valueOf(field, entry)];
    if (mainStates && said === undefined) continue;
    const isSame = saysSame(field, said, says);
    if (isSame) agree(field, hashOf(field, said));
    if (says === undefined || isSame) continue;
    const difference = {
      field,
      property: propertyOf(field, data, names),
      note: said,
      entry: inForm(field, says, said),
    };
    if (taken.has(field) || agreed[field] === hashOf(field, said)) changes.push(difference);
    // What the note never had may be left out on purpose.
    else if (said !== undefined) differences.push(difference);
  }
  const wanted = Object.fromEntries(changes.map(({ property, entry: value }) => [property, value]));
  const edited = setFields(text, wanted, { ordered: true });
  if (edited.problem) return { ...untouched(edited.problem), differences };
  for (const change of changes) agree(change.field, hashOf(change.field, change.entry));
  return { changes, differences, edits: edited.edits, stated, agreed: now };
}

function isAboutSeveral(data: Readonly<Record<string, unknown>>, names: FieldNames): boolean {
  const stated = (['citekey', 'citekeys'] as const).map((field) => fieldIn(field, data, names));
  return stated.flat().filter((key) => key !== undefined && key !== null).length > 1;
}

function valueOf(field: ManagedField, entry: EntryFields): FieldValue | undefined {
  const value = entry[field];
  if (field === 'authors') return entry.authors.length > 0 ? namedAuthors(entry.authors) : undefined;
  return value === '' ? undefined : value;
}
