/** What a note can state of its paper and of its reading, by the names that the extension has for it. */
export const NOTE_FIELDS = [
  'citekey',
  'citekeys',
  'title',
  'authors',
  'year',
  'venue',
  'type',
  'doi',
  'arxiv',
  'url',
  'abstract',
  'keywords',
  'tags',
  'aliases',
  'status',
  'rating',
  'priority',
  'created',
] as const;

export type NoteField = (typeof NOTE_FIELDS)[number];

/** The property of front matter that holds each field. Plain data: no two fields have the same property. */
export type FieldNames = Readonly<Record<NoteField, string>>;

/** Longer names are taken for mistakes, in characters. */
const LONGEST_NAME = 100;

/** Fields that link a note are found by our names too, so that no note is lost when a setting changes. */
const FOUND_BY_OUR_NAME: ReadonlySet<NoteField> = new Set<NoteField>(['citekey', 'citekeys']);

/** Every field under its own name. */
export const OUR_NAMES: FieldNames = Object.fromEntries(NOTE_FIELDS.map((field) => [field, field])) as FieldNames;

/**
 * The names of fields by a setting of the form `{ "status": "Status" }`, whatever it really holds. What is no name, or is the
 * name of another field already, is left out: the field then keeps its own name.
 */
export function fieldNames(setting: unknown): FieldNames {
  const given = new Map(Object.entries(typeof setting === 'object' && setting !== null ? setting : {}));
  const renamed = new Map<NoteField, string>();
  for (const field of NOTE_FIELDS) {
    const name = nameOf(given.get(field));
    if (name !== undefined) renamed.set(field, name);
  }
  for (;;) {
    const names = { ...OUR_NAMES, ...Object.fromEntries(renamed) };
    const twice = [...renamed.keys()].findLast((field) => isTaken(field, names));
    if (twice === undefined) return names;
    renamed.delete(twice);
  }
}

function isTaken(field: NoteField, names: FieldNames): boolean {
  return NOTE_FIELDS.some((other) => other !== field && names[other] === names[field]);
}

/** The property that holds a field in front matter, or is to hold it. */
export function propertyOf(field: NoteField, data: Readonly<Record<string, unknown>>, names: FieldNames): string {
  const name = names[field];
  const isOurs = FOUND_BY_OUR_NAME.has(field) && !Object.hasOwn(data, name) && Object.hasOwn(data, field);
  return isOurs ? field : name;
}

/** What front matter states in one field; undefined where it does not. */
export function fieldIn(field: NoteField, data: Readonly<Record<string, unknown>>, names: FieldNames): unknown {
  const property = propertyOf(field, data, names);
  return Object.hasOwn(data, property) ? data[property] : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.trim();
  return name === '' || name.length > LONGEST_NAME || /[\p{Cc}\u2028\u2029]/u.test(name) ? undefined : name;
}
