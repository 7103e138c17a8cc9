import { splitAtAnd } from './bibNames';

/** biblatex's granular data inheritance (manual, section 3.13.6): `xdata=key-field-index`, perhaps in braces or quotes. */
const REFERENCE = /^\s*xdata\s*=\s*[{"]?\s*([^\s{}",]{1,200})\s*[}"]?\s*$/i;

/** Whether a value may take parts of itself from `@xdata` entries. */
export function namesXdata(value: string): boolean {
  return value.includes('xdata') || value.includes('XDATA');
}

/**
 * A value with its references to `@xdata` entries replaced by what stands there; a list (names, publishers) item by item.
 * @param name the field of the value, which is meant where the reference names none
 * @param find the fields of an entry by its key; undefined where there is none
 * @param missing is told of references that lead nowhere; nothing stands in their place
 */
export function withXdata(
  name: string,
  value: string,
  find: (key: string) => ReadonlyMap<string, string> | undefined,
  missing: (key: string) => void,
): string {
  const items = splitAtAnd(value).flatMap((item) => {
    const reference = REFERENCE.exec(item)?.[1];
    if (reference === undefined) return item.trim();
    const value = resolved(reference, name, find);
    if (value === undefined) missing(reference);
    return value ?? [];
  });
  return items.join(' and ');
}

/** Keys may have hyphens: the longest key that there is counts. */
function resolved(
  reference: string,
  name: string,
  find: (key: string) => ReadonlyMap<string, string> | undefined,
): string | undefined {
  for (let end = reference.length; end > 0; end = reference.lastIndexOf('-', end - 1)) {
    const fields = find(reference.slice(0, end));
    if (!fields) continue;
    const [, field = name, index] = /^(?:-([a-z]+))?(?:-(\d{1,4}))?$/i.exec(reference.slice(end)) ?? [];
    const value = fields.get(field.toLowerCase());
    if (value === undefined) return undefined;
    return index === undefined
      ? value
      : splitAtAnd(value)
          .at(Number(index) - 1)
          ?.trim();
  }
  return undefined;
}
