import { parseEntry } from '../bibtex/entryParser';
import { bibFields, lowerCase, type BibField } from '../bibtex/record';
import { fieldOf } from './bibEntryPlace';
import { delimited, fieldText } from './bibFieldText';
import type { BibStyle } from './bibStyle';
import { endsLine, indentBefore, lineEnd, lineStart, skipBlanks, skipBlanksBack, startsLine } from './lines';

/**
 * The text of an entry with a field set to a value, in the entry's own form. A field that is there keeps its place, its
 * name's letters and its delimiters; a new one stands where the style says.
 * @param source the value as LaTeX source, without delimiters
 * @param after the field that a new one is written after; the last one if undefined
 */
export function withField(entry: string, name: string, source: string, style: BibStyle, after?: string): string {
  const parsed = parseEntry(entry, true);
  const field = fieldOf(entry, parsed, name);
  if (field) {
    const { start, end } = field.valueRange;
    const delimiter = field.kind === 'concatenation' || field.kind === 'open' ? style.delimiter : field.kind;
    return entry.slice(0, start) + delimited(source, delimiter) + entry.slice(end);
  }
  const fields = bibFields({ text: entry, marks: parsed.marks });
  const before = (after === undefined ? undefined : fieldOf(entry, parsed, after)) ?? fields.at(-1);
  const from = before?.valueRange.end ?? parsed.keyEnd;
  const written = fieldText(name, source, style);
  const indent = before ? indentBefore(entry, before.nameRange.start) : /[\r\n]/.test(entry) ? style.indent : undefined;
  if (indent === undefined) return insert(entry, from, `, ${written}`);
  const line = style.eol + indent;
  const comma = commaAfter(entry, from);
  // A comment in the line belongs to the field before it.
  const commented = entry[skipBlanks(entry, comma === undefined ? from : comma + 1)] === '%';
  if (!commented) return insert(entry, from, `,${line}${written}`);
  const end = lineEnd(entry, from);
  if (comma !== undefined) return insert(entry, end, `${line}${written},`);
  return insert(insert(entry, end, `${line}${written}`), from, ',');
}

/** The text of an entry without a field, wherever it stands in it. Comments stay. */
export function withoutField(entry: string, name: string): string {
  let text = entry;
  for (let field = findField(text, name); field; field = findField(text, name)) text = cut(text, field);
  return text;
}

function findField(entry: string, name: string): BibField | undefined {
  return fieldOf(entry, parseEntry(entry, true), name);
}

function cut(entry: string, field: BibField): string {
  const comma = commaAfter(entry, field.valueRange.end);
  const end = comma === undefined ? field.valueRange.end : comma + 1;
  const { start } = field.nameRange;
  const rest = removeStretch(entry, start, end);
  if (comma !== undefined) return rest;
  // The field before is the last one now, and the last one has no comma.
  const before = lastComma(entry, start);
  return before === undefined ? rest : rest.slice(0, before) + rest.slice(before + 1);
}

/** Takes out a stretch with the line, or the spaces, that were there for it alone. */
function removeStretch(text: string, start: number, end: number): string {
  if (!startsLine(text, start)) return text.slice(0, skipBlanksBack(text, start)) + text.slice(end);
  if (!endsLine(text, end)) return text.slice(0, start) + text.slice(skipBlanks(text, end));
  const from = lineStart(text, start);
  const lineBreak = text.slice(0, from).endsWith('\r\n') ? 2 : Math.min(from, 1);
  return text.slice(0, from - lineBreak) + text.slice(skipBlanks(text, end));
}

/** Offset of the comma that follows a value; undefined where the entry ends instead. */
function commaAfter(entry: string, from: number): number | undefined {
  for (let at = from; at < entry.length; at++) {
    if (entry[at] === ',') return at;
    if (entry[at] === '%') at = lineEnd(entry, at);
    else if (/\S/.test(entry[at])) return undefined;
  }
  return undefined;
}

/** Offset of the comma between a field and the field, or the key, before it. */
function lastComma(entry: string, fieldStart: number): number | undefined {
  const parsed = parseEntry(entry, true);
  const before = bibFields({ text: entry, marks: parsed.marks }).findLast((field) => field.nameRange.end <= fieldStart);
  return commaAfter(entry, before?.valueRange.end ?? parsed.keyEnd);
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

/** Lower-case names of an entry's fields, in order. */
export function fieldNames(entry: string): string[] {
  return bibFields({ text: entry, marks: parseEntry(entry, true).marks }).map(({ name }) => lowerCase(name));
}
