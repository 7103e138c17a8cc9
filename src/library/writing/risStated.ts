import type { RisRecord } from '../model/record';
import type { StatableField } from './editableField';
import type { StatedField } from './stated';

/** By field, the tags that it can have, in the order in which they count (risPaper.ts). */
const TAGS: Readonly<Record<StatableField, readonly string[]>> = {
  title: ['TI', 'T1', 'CT', 'BT'],
  authors: ['AU', 'A1'],
  year: ['PY', 'Y1', 'DA'],
  venue: ['T2', 'JF', 'BT', 'JO', 'JA', 'J2', 'T3', 'PB'],
  volume: ['VL'],
  issue: ['IS'],
  pages: ['SP'],
  abstract: ['AB', 'N2'],
  keywords: ['KW'],
  doi: ['DO'],
  url: ['UR', 'L2'],
  publisher: ['PB'],
  isbn: ['SN'],
  pmid: ['AN'],
  pmcid: ['C2'],
};
/** Tags that may say something else: what of their values is meant, and what a new value looks like. */
const SHARED: Partial<Readonly<Record<StatableField, readonly [means: RegExp, written: (text: string) => string]>>> = {
  isbn: [/^[\dXx -]{10,17}$/, (text) => text],
  pmid: [/^pmid:/i, (text) => `PMID: ${text}`],
  pmcid: [/^pmc/i, (text) => text],
};
/** A line for each of their values. */
const LISTS: readonly StatableField[] = ['authors', 'keywords'];

/** A field as a RIS record states it. */
export function risStated({ tags }: RisRecord, field: StatableField): StatedField | undefined {
  const names = TAGS[field];
  const stated = names.find((name) => tags.some(([tag, value]) => tag === name && value !== ''));
  const name = stated ?? (field === 'venue' ? 'JO' : names[0]);
  const values = tags.filter(([tag, value]) => tag === name && value !== '').map(([, value]) => value);
  // Pages in two tags are two fields.
  if (field === 'pages' && tags.some(([tag, value]) => tag === 'EP' && value !== '')) return undefined;
  const [means, written] = SHARED[field] ?? [];
  if (means && !values.every((value) => means.test(value))) return undefined;
  const isList = LISTS.includes(field);
  return {
    name,
    text: isList ? values.join('\n') : (values[0] ?? ''),
    form: isList ? 'lines' : 'plain',
    change: (changed) => {
      const lines = changed
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
      // What else stands under the tag stays.
      const line = lines.join(' ');
      const now = isList ? lines : [...(line === '' ? [] : [written?.(line) ?? line]), ...values.slice(1)];
      return [name, now.length > 0 ? now : undefined];
    },
  };
}
