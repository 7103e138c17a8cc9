import required from '@citation-js/plugin-bibtex/lib/input/required.json';
import type { OffsetRange } from '../../base/position';
import type { BibRecord } from '../model/record';
import { rangeInSource, expandedFields, lowerCase } from './record';
import type { Severity } from '../../base/problem';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';

/** Per type the fields it needs; of a list any one is enough. */
type Required = Readonly<Record<string, readonly (string | readonly string[])[] | undefined>>;

/** BibTeX's names of fields that biblatex calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  journaltitle: 'journal',
  institution: 'school',
  date: 'year',
  location: 'address',
};

/** What an entry lacks, and where it is to be told: offsets from the entry's start. */
interface Lack extends OffsetRange {
  readonly fields: readonly string[];
}

/**
 * Looks whether BibTeX entries have the fields that biblatex demands of their type. Inherited fields count. An entry that
 * did not change is not looked at again.
 */
export class RequiredFields {
  readonly #lacks = new WeakMap<BibRecord, Lack | null>();

  /** The problems of entries that lack fields; entries of an unknown type lack none. */
  problems(papers: readonly Pick<Paper, 'record' | 'range'>[], severity: Severity): SourceProblem[] {
    return papers.flatMap(({ record, range }) => {
      const lack = record.format === 'bibtex' ? this.#lackOf(record) : null;
      if (record.format !== 'bibtex' || lack === null) return [];
      const { fields } = lack;
      const at = rangeInSource(record, { range }, lack);
      return [{ code: 'missing-field' as const, severity, range: at, fields, type: record.type }];
    });
  }

  #lackOf(record: BibRecord): Lack | null {
    let lack = this.#lacks.get(record);
    if (lack === undefined) this.#lacks.set(record, (lack = lackOf(record)));
    return lack;
  }
}

function lackOf(record: BibRecord): Lack | null {
  const type = lowerCase(record.type);
  const needed = Object.hasOwn(required.biblatex, type) ? (required.biblatex as Required)[type] : undefined;
  const fields = expandedFields(record);
  const missing = (needed ?? []).filter((names) => ![names].flat().some((name) => isThere(fields, name)));
  if (missing.length === 0) return null;
  return { ...keyOrType(record), fields: missing.map((names) => [names].flat().join('/')) };
}

function isThere(fields: ReadonlyMap<string, string>, name: string): boolean {
  return fields.has(name) || (Object.hasOwn(ALIASES, name) && fields.has(ALIASES[name]));
}

function keyOrType(record: BibRecord): OffsetRange {
  if (record.keyEnd > record.keyStart) return { start: record.keyStart, end: record.keyEnd };
  return { start: 0, end: record.type.length + 1 };
}
