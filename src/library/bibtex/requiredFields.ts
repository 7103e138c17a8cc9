import required from '@citation-js/plugin-bibtex/lib/input/required.json';
import { rangeInSource, expandedFields, lowerCase, type BibRecord } from './record';
import type { Entry } from '../entry';
import type { SourceProblem } from '../problem';

/** Per type the fields it needs; of a list any one is enough. */
type Required = Readonly<Record<string, readonly (string | readonly string[])[] | undefined>>;

/** BibTeX's names of fields that biblatex calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  journaltitle: 'journal',
  institution: 'school',
  date: 'year',
  location: 'address',
};

/**
 * The fields that a BibTeX entry lacks, by what biblatex demands of its type; undefined where it lacks none or its type is not
 * known. Inherited fields count.
 */
export function missingFields(entry: Entry): SourceProblem | undefined {
  const { record } = entry;
  if (record.format !== 'bibtex') return undefined;
  const type = lowerCase(record.type);
  const needed = Object.hasOwn(required.biblatex, type) ? (required.biblatex as Required)[type] : undefined;
  const fields = expandedFields(record);
  const missing = (needed ?? []).filter((names) => ![names].flat().some((name) => isThere(fields, name)));
  if (missing.length === 0) return undefined;
  return {
    code: 'missing-field',
    severity: 'warning',
    range: rangeInSource(record, entry.source, keyOrType(record)),
    fields: missing.map((names) => [names].flat().join('/')),
    type: record.type,
  };
}

function isThere(fields: ReadonlyMap<string, string>, name: string): boolean {
  return fields.has(name) || (Object.hasOwn(ALIASES, name) && fields.has(ALIASES[name]));
}

function keyOrType(record: BibRecord): { start: number; end: number } {
  if (record.keyEnd > record.keyStart) return { start: record.keyStart, end: record.keyEnd };
  return { start: 0, end: record.type.length + 1 };
}
