import { scanChunks, type Chunk } from '../bibtex/chunks';
import { parseEntry } from '../bibtex/entryParser';
import { bibFields, lowerCase, type BibField } from '../bibtex/record';
import { eolOf, indentBefore } from './lines';

/** How a .bib file is written, so that what is added looks like the rest. */
export interface BibStyle {
  readonly indent: string;
  /** Column, from the start of the field name, that all `=` are moved to; 0 where they are not aligned. */
  readonly equalsAt: number;
  readonly spaceAroundEquals: boolean;
  readonly delimiter: 'braces' | 'quotes';
  readonly trailingComma: boolean;
  readonly nameCase: 'lower' | 'upper' | 'capital';
  /** biblatex's field names (`journaltitle`, `date`) rather than BibTeX's (`journal`, `year`). */
  readonly biblatex: boolean;
  readonly eol: string;
}

const DEFAULT_STYLE: BibStyle = {
  indent: '  ',
  equalsAt: 0,
  spaceAroundEquals: true,
  delimiter: 'braces',
  trailingComma: true,
  nameCase: 'lower',
  biblatex: false,
  eol: '\n',
};
/** So many of the last entries tell the style. */
const SAMPLE = 30;
/** So many fields of an entry tell its own style. */
const ENOUGH_FIELDS = 2;
const BIBLATEX = /^(?:journaltitle|date|location)$/i;
/** Fields whose name tells biblatex from BibTeX. */
const DIALECT = /^(?:journaltitle|date|location|journal|year|address)$/i;

/** The style of a .bib text, by its last entries; an ordinary one where it has none. */
export function detectBibStyle(text: string, chunks: readonly Chunk[] = scanChunks(text)): BibStyle {
  return { ...styleOf(samplesOf(text, chunks).map(sampleOf)), eol: eolOf(text) };
}

/** The style of one entry where it has enough fields to tell; else that of its file. */
export function styleOfEntry(entry: string, file: BibStyle): BibStyle {
  const sample = sampleOf(entry);
  if (sample.fields.length < ENOUGH_FIELDS) return file;
  const own = styleOf([sample]);
  const { biblatex } = sample.fields.some(({ field }) => DIALECT.test(field.name)) ? own : file;
  return { ...own, biblatex, eol: file.eol };
}

/**
 * The field after which a new one stands in most of a text's last entries that have both.
 * @param name lower-case name of the new field
 * @param present lower-case names of the fields that the entry has
 */
export function usualPlace(
  text: string,
  chunks: readonly Chunk[],
  name: string,
  present: readonly string[],
): string | undefined {
  const before = samplesOf(text, chunks).map((sample) => {
    const names = sampleOf(sample).fields.map(({ field }) => lowerCase(field.name));
    const at = names.indexOf(name);
    return at < 0 ? undefined : names.slice(0, at).findLast((other) => present.includes(other));
  });
  return mostCommon(before.filter((other) => other !== undefined));
}

function samplesOf(text: string, chunks: readonly Chunk[]): string[] {
  const entries = chunks.filter(({ kind, closed }) => kind === 'entry' && closed);
  return entries.slice(-SAMPLE).map(({ start, end }) => text.slice(start, end));
}

function styleOf(samples: readonly EntrySample[]): BibStyle {
  const fields = samples.flatMap((sample) => sample.fields);
  if (fields.length === 0) return DEFAULT_STYLE;
  const columns = fields.filter(({ field }) => field.name.length < 12).map(({ equals }) => equals);
  const column = mostCommon(columns) ?? 0;
  const aligned = columns.length > 2 && columns.filter((each) => each === column).length > 0.8 * columns.length;
  return {
    indent: mostCommon(fields.map(({ indent }) => indent)) ?? DEFAULT_STYLE.indent,
    equalsAt: aligned ? column : 0,
    spaceAroundEquals: mostCommon(fields.map(({ spaced }) => spaced)) ?? true,
    delimiter: mostCommon(fields.map(({ field }) => field.kind).filter(isDelimited)) ?? 'braces',
    trailingComma: mostCommon(samples.map((sample) => sample.trailingComma)) ?? true,
    nameCase: mostCommon(fields.map(({ field }) => caseOf(field.name))) ?? 'lower',
    biblatex: fields.some(({ field }) => BIBLATEX.test(field.name)),
    eol: DEFAULT_STYLE.eol,
  };
}

interface FieldSample {
  readonly field: BibField;
  readonly indent: string;
  readonly equals: number;
  readonly spaced: boolean;
}

interface EntrySample {
  readonly fields: readonly FieldSample[];
  readonly trailingComma: boolean;
}

function sampleOf(text: string): EntrySample {
  const fields = bibFields({ text, marks: parseEntry(text, true).marks }).map((field) => {
    const { start } = field.nameRange;
    const equals = text.indexOf('=', field.nameRange.end);
    return {
      field,
      // Several fields of one line are no model.
      indent: indentBefore(text, start) ?? DEFAULT_STYLE.indent,
      equals: equals - start,
      spaced: text[equals + 1] === ' ',
    };
  });
  return { fields, trailingComma: /,\s*[})]$/.test(text.slice(-200)) };
}

function isDelimited(kind: BibField['kind']): kind is BibStyle['delimiter'] {
  return kind === 'braces' || kind === 'quotes';
}

function caseOf(name: string): BibStyle['nameCase'] {
  if (name === name.toLowerCase()) return 'lower';
  return name === name.toUpperCase() ? 'upper' : 'capital';
}

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).at(0)?.[0];
}

export { DEFAULT_STYLE };
