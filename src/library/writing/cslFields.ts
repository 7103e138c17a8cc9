import type { CslItem } from '../model/csl';
import type { SourceRecord } from '../model/record';
import { checkCslItem } from '../formats/cslItem';
import { isCslVariable } from '../formats/cslVariables';
import type { FieldChange, FieldValue } from './sourceChange';
import type { WrittenEntry } from './entryToWrite';

/** The members that hold an item's key. The reader prefers the first. */
const KEYS = ['citation-key', 'id'];

/** An entry as an item under its citekey: with all that was read where it comes from CSL; else as it was made. */
export function itemOf({ citekey, type, record, csl }: WrittenEntry): CslItem {
  const item = record.format === 'csl-json' || record.format === 'csl-yaml' ? record.item : csl;
  const keys = Object.fromEntries(KEYS.filter((name) => item[name] !== undefined).map((name) => [name, citekey]));
  return { id: citekey, type, ...item, ...keys };
}

/** The fields of a CSL record, without its key. */
export function cslFields(record: SourceRecord): Map<string, unknown> {
  if (record.format !== 'csl-json' && record.format !== 'csl-yaml') return new Map();
  return new Map(Object.entries(record.item).filter(([name]) => !KEYS.includes(name)));
}

/** A field as the reader has it. */
export function writtenCsl(name: string, value: FieldValue): [name: string, value: unknown] {
  return [name, checkCslItem({ [name]: value })?.item[name]];
}

/** What to set in an item so that it has another key. */
export function cslKeyFields(item: Readonly<Record<string, unknown>>, key: string): FieldChange[] {
  const stated = KEYS.filter((name) => item[name] !== undefined);
  const [first = 'id'] = stated;
  // Better BibTeX's own id beside the citation key is no citekey and stays.
  return stated
    .filter((name) => name === first || item[name] === item[first])
    .map((name): FieldChange => [name, key])
    .concat(stated.length === 0 ? [['id', key]] : []);
}

/** What to set in an item so that it says what another one says; members that CSL does not know stay. */
export function cslReplacement(old: Readonly<Record<string, unknown>>, item: CslItem): FieldChange[] {
  const { id = '', ...rest } = item;
  const gone = Object.keys(old).filter(
    (name) => isCslVariable(name) && !KEYS.includes(name) && rest[name] === undefined,
  );
  const before = checkCslItem(old)?.item ?? {};
  const set = Object.entries(rest).filter(
    ([name, value]) =>
      !KEYS.includes(name) && value !== undefined && JSON.stringify(before[name]) !== JSON.stringify(value),
  );
  return [
    ...cslKeyFields(old, id),
    ...set.map(([name, value]): FieldChange => [name, value as FieldValue]),
    ...gone.map((name): FieldChange => [name, undefined]),
  ];
}
