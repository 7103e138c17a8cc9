import { parseEntry } from '../bibtex/entryParser';
import { bibKey, ownFields } from '../bibtex/record';
import { bibtexReader } from '../formats/bibtex';
import type { Paper } from '../model/paper';
import type { BibRecord } from '../model/record';
import { fieldText, withCase } from './bibFieldText';
import { DEFAULT_STYLE, type BibStyle } from './bibStyle';
import type { BibContent } from './bibContent';
import { withType, withUnsaid } from './bibUnsaid';
import { bibFieldsOf, bibTypeOf } from './cslToBib';
import { keyIn } from './legalKey';
import type { WrittenEntry } from './entryToWrite';

/** The key of an entry whose own has no character that BibTeX can hold. */
const NO_KEY = 'entry';

/**
 * The entry as BibTeX. One that was read from BibTeX comes as it was written, made complete where it used macros or
 * inherited fields, or lacks its end; any other is written anew in the given style.
 * @param key what to call it; otherwise as it was called in BibTeX, or by its citekey without what BibTeX cannot hold
 */
export function toBibtex(entry: WrittenEntry, style: BibStyle = DEFAULT_STYLE, key = keyFor(entry)): string {
  const { record } = entry;
  const asWritten = record.format === 'bibtex' && !record.resolved && isSound(record) && bibKey(record) === key;
  return asWritten ? record.text : writeEntry({ ...contentOf(entry, style), key }, style);
}

function keyFor({ citekey, record }: WrittenEntry): string {
  return record.format === 'bibtex' ? citekey : (keyIn('bibtex', citekey) ?? NO_KEY);
}

/** Whether an entry can stand in another file as it is. */
function isSound({ text, open }: BibRecord): boolean {
  const mended = ['missing-comma', 'unbalanced-brace', 'unbalanced-quote'];
  return !open && !parseEntry(text, true).problems.some(({ code }) => mended.includes(code));
}

/** What an entry says as BibTeX: all its own fields where it was read from BibTeX; else what the CSL item holds. */
export function contentOf(entry: WrittenEntry, style: BibStyle): BibContent {
  const { record, citekey: key } = entry;
  if (record.format === 'bibtex') return { type: record.type, key, fields: completedFields(record) };
  return withUnsaid(plainContent(entry, style, key), entry, style);
}

function plainContent(entry: WrittenEntry, style: BibStyle, key: string): BibContent {
  return withType({ type: bibTypeOf(entry, style), key, fields: bibFieldsOf(entry, style) }, entry);
}

/** What an entry says in the fields of BibTeX, or of biblatex, alone. */
export function plainBibtex(entry: WrittenEntry, style: BibStyle): Paper {
  return bibtexReader.read(writeEntry(plainContent(entry, style, 'k'), style)).papers[0];
}

function writeEntry({ type, key, fields }: BibContent, style: BibStyle): string {
  const lines = fields.map(([name, source]) => style.indent + fieldText(name, source, style));
  const end = lines.length > 0 && style.trailingComma ? `,${style.eol}}` : `${style.eol}}`;
  return `@${withCase(type, style)}{${[key, ...lines].join(`,${style.eol}`)}${end}`;
}

/** An entry's own fields as written, macros expanded and inherited fields added. */
function completedFields(record: BibRecord): [string, string][] {
  const { resolved = {} } = record;
  const fields: [string, string][] = [];
  const own = ownFields(record);
  for (const [name, source] of own) {
    if (name === 'crossref' || name === 'xdata') continue;
    fields.push([name, Object.hasOwn(resolved, name) ? resolved[name] : source]);
  }
  for (const [name, source] of Object.entries(resolved)) if (!own.has(name)) fields.push([name, source]);
  return fields;
}
