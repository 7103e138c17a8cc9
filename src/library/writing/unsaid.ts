import { isCslVariable } from '../formats/cslVariables';
import { toCsl } from '../formats/toCsl';
import type { CslItem } from '../model/csl';
import type { Entry } from '../model/entry';
import type { Paper } from '../model/paper';
import { isNothing, signs } from './signs';

/** Variables that a paper has as fields of its own, in whatever form. */
const AS_FIELDS = new Set('id citation-key type title author issued abstract keyword URL DOI language'.split(' '));
/** Numbers with hyphens or without. */
const SERIAL = /^IS[BS]N$/;
/** What CSL called otherwise before. */
const OLDER: Readonly<Record<string, string | undefined>> = {
  shortTitle: 'title-short',
  journalAbbreviation: 'container-title-short',
};

/**
 * The variables of an item that a paper does not say, into which it was written and read again: neither by their names nor, where a
 * format has no field of that meaning, by others that the item itself lacks.
 */
export function unsaidVariables(item: CslItem, read: Omit<Paper, 'range'>): string[] {
  const stated = Object.keys(item).filter(
    (name) => isCslVariable(name) && !AS_FIELDS.has(name) && !isNothing(item[name]),
  );
  if (stated.length === 0) return [];
  const values = toCsl({ ...read, citekey: '' } as unknown as Entry);
  const missing = stated.filter((name) => said(name, values[OLDER[name] ?? name]) !== said(name, item[name]));
  const elsewhere = Object.keys(values)
    .filter((name) => isNothing(item[name]))
    .map((name) => signs(values[name]));
  return missing.filter((name) => {
    const at = elsewhere.indexOf(signs(item[name]));
    if (at >= 0) elsewhere.splice(at, 1);
    return at < 0;
  });
}

function said(name: string, value: unknown): string {
  return SERIAL.test(name) ? signs(value).replace(/-/g, '') : signs(value);
}
