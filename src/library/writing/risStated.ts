import type { RisRecord } from '../model/record';
import type { EditableField } from './editableField';
import type { StatedField } from './stated';

/** By field, the tags that it can have, in the order in which they count (risPaper.ts). */
const TAGS: Readonly<Record<EditableField, readonly string[]>> = {
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
};
/** A line for each of their values. */
const LISTS: readonly EditableField[] = ['authors', 'keywords'];

/** A field as a RIS record states it. */
export function risStated({ tags }: RisRecord, field: EditableField): StatedField | undefined {
  const names = TAGS[field];
  const stated = names.find((name) => tags.some(([tag, value]) => tag === name && value !== ''));
  const name = stated ?? (field === 'venue' ? 'JO' : names[0]);
  const values = tags.filter(([tag, value]) => tag === name && value !== '').map(([, value]) => value);
  // Pages in two tags are two fields.
  if (field === 'pages' && tags.some(([tag, value]) => tag === 'EP' && value !== '')) return undefined;
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
      const now = isList ? lines : [...(lines.length > 0 ? [lines.join(' ')] : []), ...values.slice(1)];
      return [name, now.length > 0 ? now : undefined];
    },
  };
}
