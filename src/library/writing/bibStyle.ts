import { scanChunks } from '../bibtex/chunks';
import { parseEntry } from '../bibtex/entryParser';
import { bibFields, type BibField } from '../bibtex/record';

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

/** The style of a .bib text, by its last entries; an ordinary one where it has none. */
export function detectBibStyle(text: string): BibStyle {
  const entries = scanChunks(text).filter(({ kind, closed }) => kind === 'entry' && closed);
  const samples = entries.slice(-SAMPLE).map(({ start, end }) => sampleOf(text.slice(start, end)));
  const fields = samples.flatMap((sample) => sample.fields);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (fields.length === 0) return { ...DEFAULT_STYLE, eol };
  const columns = fields.filter(({ field }) => field.name.length < 12).map(({ equals }) => equals);
  const column = mostCommon(columns) ?? 0;
  const aligned = columns.length > 2 && columns.filter((each) => each === column).length > 0.8 * columns.length;
  return {
    indent: mostCommon(fields.map(({ indent }) => indent)) ?? DEFAULT_STYLE.indent,
    equalsAt: aligned ? column : 0,
    spaceAroundEquals: mostCommon(fields.map(({ spaced }) => spaced)) ?? true,
    delimiter: mostCommon(fields.map(({ field }) => field.kind)) === 'quotes' ? 'quotes' : 'braces',
    trailingComma: mostCommon(samples.map((sample) => sample.trailingComma)) ?? true,
    nameCase: mostCommon(fields.map(({ field }) => caseOf(field.name))) ?? 'lower',
    biblatex: fields.some(({ field }) => /^(?:journaltitle|date|location)$/i.test(field.name)),
    eol,
  };
}

interface FieldSample {
  readonly field: BibField;
  readonly indent: string;
  readonly equals: number;
  readonly spaced: boolean;
}

function sampleOf(text: string): { fields: FieldSample[]; trailingComma: boolean } {
  const fields = bibFields({ text, marks: parseEntry(text, true).marks }).map((field) => {
    const lineStart =
      Math.max(text.lastIndexOf('\n', field.nameRange.start), text.lastIndexOf('\r', field.nameRange.start)) + 1;
    const equals = text.indexOf('=', field.nameRange.end);
    return {
      field,
      indent: /^[ \t]*$/.test(text.slice(lineStart, field.nameRange.start))
        ? text.slice(lineStart, field.nameRange.start)
        : '  ',
      equals: equals - field.nameRange.start,
      spaced: text[equals + 1] === ' ',
    };
  });
  return { fields, trailingComma: /,\s*[})]$/.test(text.slice(-200)) };
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
