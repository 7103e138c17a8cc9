/* What front matter may hold in the place of a text, a number or a list. */

/** A text, trimmed; numbers and booleans as they are written. Undefined for anything else, and for an empty text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** The first of a list, or the value itself, as a text. */
export function firstTextOf(value: unknown): string | undefined {
  return textOf(Array.isArray(value) ? (value as unknown[])[0] : value);
}

export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  const number = Number(text);
  return text !== undefined && Number.isFinite(number) ? number : undefined;
}

/** Tags as a list, or in one text with commas or blanks between them; without a leading `#`, each once. */
export function tagsOf(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value) ? value : (textOf(value) ?? '').split(/[,\s]/);
  const tags = parts.map((part) => (textOf(part) ?? '').replace(/^#/, ''));
  return [...new Set(tags)].filter((tag) => tag !== '');
}

export function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
