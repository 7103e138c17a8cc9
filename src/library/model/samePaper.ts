import { FIELDS } from './fields';
import type { Paper } from './paper';

/** Whether two papers say the same; where they stand does not count. One record makes one paper. */
export function samePaper(a: Paper, b: Paper): boolean {
  if (a.contentHash !== undefined && b.contentHash !== undefined) return a.contentHash === b.contentHash;
  if (a === b || a.record === b.record) return true;
  return (
    a.statedKey === b.statedKey &&
    FIELDS.every(({ name }) => samePlain(a[name], b[name])) &&
    samePlain(a.record, b.record)
  );
}

/** Equality of plain data by content. A field that is undefined equals one that is not there. */
export function samePlain(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!samePlain(a[i], b[i])) return false;
    return true;
  }
  return !Array.isArray(b) && sameFields(a, b);
}

function sameFields(a: object, b: object): boolean {
  for (const key in a) if (!samePlain(a[key as never], b[key as never])) return false;
  for (const key in b) if (a[key as never] === undefined && b[key as never] !== undefined) return false;
  return true;
}
