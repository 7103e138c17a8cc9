import { escapedDoi, escapedLink } from '../bibtex/percent';
import type { BibStyle } from './bibStyle';
import { oneLine } from './lines';
import type { FieldValue } from './sourceChange';
import { isBalanced, textToLatex } from './toLatex';

/** Fields that BibTeX programs take as they stand, without LaTeX. */
const VERBATIM = new Set('doi eprint file pdf url verba verbb verbc'.split(' '));
/** Fields that hold keys of entries. */
export const KEY_LISTS = ['crossref', 'xdata', 'xref', 'related', 'entryset', 'ids'];
const FIELD_NAME = /^[A-Za-z][\w:.+/-]{0,99}$/;
const NUMBER = /^\d{1,9}$/;

/** Whether a name can stand before `=`, for BibTeX, biber and us. */
export function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name);
}

/** A text as the source of a field's value, without delimiters; undefined where a verbatim field cannot hold it. */
export function fieldSource(name: string, text: string): string | undefined {
  const lower = name.toLowerCase();
  if (!VERBATIM.has(lower) && !KEY_LISTS.includes(lower)) return textToLatex(text);
  const line = escaped(lower, oneLine(text).trim());
  return /[{}]/.test(line) ? undefined : line;
}

function escaped(name: string, line: string): string {
  if (name === 'doi') return escapedDoi(line);
  return name === 'url' ? escapedLink(line) : line;
}

/** The source of a value: of `{ latex }` that itself, of a text as `fieldSource` has it; undefined for what BibTeX cannot hold. */
export function valueSource(name: string, value: FieldValue): string | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value !== 'object') return fieldSource(name, String(value));
  const latex: unknown = 'latex' in value ? value.latex : undefined;
  return typeof latex === 'string' && isBalanced(latex) ? latex : undefined;
}

/** A field with its value in the style's form, from the start of its name to the end of its value. */
export function fieldText(name: string, source: string, style: BibStyle): string {
  const written = withCase(name, style);
  const space = style.spaceAroundEquals ? ' ' : '';
  const gap = style.equalsAt > 0 ? ''.padEnd(style.equalsAt - written.length) : space;
  return `${written}${gap}=${space}${delimited(source, style.delimiter)}`;
}

/** A value between delimiters that it does not contain. */
export function delimited(source: string, delimiter: BibStyle['delimiter'] | 'bare'): string {
  if (delimiter === 'bare' && NUMBER.test(source)) return source;
  const value = isBalanced(source) ? source : withoutBraces(source);
  return delimiter === 'quotes' && !value.includes('"') ? `"${value}"` : `{${value}}`;
}

/** A brace without its counterpart would end the field, or the entry, somewhere else. */
function withoutBraces(source: string): string {
  return source.replace(/\\?[{}]/g, '');
}

/** A name in the letter case of the file. */
export function withCase(name: string, { nameCase }: Pick<BibStyle, 'nameCase'>): string {
  if (nameCase === 'upper') return name.toUpperCase();
  return nameCase === 'capital' ? name[0].toUpperCase() + name.slice(1) : name;
}
