/* What services send is looked at before it is believed: these give a value where it has the wanted type, else nothing. */

export type Members = Readonly<Record<string, unknown>>;

/** The members of an object; none for anything else. */
export function members(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that says something, without space around it and in NFC; numbers are written out. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const trimmed = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

/** The first text of a list, or the text that stands in its place. */
export function firstText(value: unknown): string | undefined {
  return Array.isArray(value) ? value.map(text).find((each) => each !== undefined) : text(value);
}

export function number(value: unknown): number | undefined {
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** An address of the web; anything else, such as `javascript:…`, is none. */
export function webLink(value: unknown): string | undefined {
  const link = text(value);
  return link !== undefined && /^https?:\/\/\S+$/i.test(link) ? link : undefined;
}
