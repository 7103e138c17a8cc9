import { stringify } from 'yaml';
import type { TextEdit } from '../../base/textEdit';
import type { Entry } from '../model/entry';
import { findItemsArray, scanJsonArray } from '../formats/jsonItems';
import type { FormatId } from '../formats/reader';
import { toCsl } from '../formats/toCsl';
import { detectBibStyle } from './bibStyle';
import { toBibtex } from './toBibtex';
import { toRis } from './toRis';

/**
 * The edits that add entries at the end of a source, in its format and style. Undefined where the source cannot take them: a
 * format that is not written, or a text whose end is not where entries can stand.
 */
export function addToSource(format: FormatId, text: string, entries: readonly Entry[]): TextEdit[] | undefined {
  if (entries.length === 0) return [];
  switch (format) {
    case 'bibtex':
      return addBibtex(text, entries);
    case 'ris':
      return append(text, entries.map((entry) => toRis(entry, eolOf(text))).join(eolOf(text)));
    case 'csl-json':
      return addJson(text, entries);
    case 'csl-yaml':
      return addYaml(text, entries);
    case 'text-list':
      return addTextList(text, entries);
    case 'daily-papers':
      return undefined;
  }
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Inserts at the end, after an empty line where something stands before. */
function append(text: string, added: string): TextEdit[] {
  const eol = eolOf(text);
  const end = text.trimEnd().length;
  const newText = `${end === 0 ? '' : eol + eol}${added.trimEnd()}${eol}`;
  return [{ start: end, end: text.length, newText }];
}

function addBibtex(text: string, entries: readonly Entry[]): TextEdit[] {
  const style = detectBibStyle(text);
  const written = entries.map((entry) => toBibtex(entry, style).replace(/\r\n|\r|\n/g, style.eol));
  return append(text, written.join(style.eol + style.eol));
}

function addJson(text: string, entries: readonly Entry[]): TextEdit[] | undefined {
  if (text.trim() === '') return append(text, JSON.stringify(entries.map(toCsl), null, 2));
  const start = findItemsArray(text, ['references', 'items']);
  const array = start === undefined ? undefined : scanJsonArray(text, start);
  if (start === undefined || !array?.closed) return undefined;
  const eol = eolOf(text);
  const last = array.items.at(-1);
  const onOneLine = last !== undefined && !/[\r\n]/.test(text.slice(start, array.end));
  if (onOneLine) {
    const added = entries.map((entry) => `,${JSON.stringify(toCsl(entry))}`).join('');
    return [{ start: last.end, end: last.end, newText: added }];
  }
  const indent = last ? (/[^\r\n]*$/.exec(text.slice(start, last.start))?.[0].replace(/\S.*/, '') ?? '') : '  ';
  const written = entries.map((entry) => JSON.stringify(toCsl(entry), null, indent.length > 0 ? indent : 2));
  const lines = written.map((item) => indent + item.replace(/\n/g, eol + indent)).join(`,${eol}`);
  if (last) return [{ start: last.end, end: last.end, newText: `,${eol}${lines}` }];
  return [{ start: start + 1, end: array.end - 1, newText: `${eol}${lines}${eol}` }];
}

function addYaml(text: string, entries: readonly Entry[]): TextEdit[] | undefined {
  const eol = eolOf(text);
  const indent = /^([ \t]*)- /m.exec(text)?.[1] ?? '';
  const items = stringify(entries.map(toCsl), { lineWidth: 0 }).trimEnd();
  const written = items.replace(/^/gm, indent).replace(/\n/g, eol);
  if (text.trim() === '') return append(text, `references:${eol}${written}`);
  // A mark may end the document; the items go before it.
  const end = text.trimEnd().replace(/[\r\n]+(?:\.\.\.|---)[ \t]*$/, '').length;
  return [{ start: end, end, newText: eol + written }];
}

/** A text list holds titles with abstracts, and nothing else. */
function addTextList(text: string, entries: readonly Entry[]): TextEdit[] | undefined {
  if (entries.some((entry) => entry.title === '' || entry.abstract === undefined)) return undefined;
  const eol = eolOf(text);
  const oneLine = (value: string) => value.replace(/\s*[\r\n]+\s*/g, ' ');
  const lines = entries.flatMap((entry) => [oneLine(entry.title), oneLine(entry.abstract ?? '')]);
  const end = text.trimEnd().length;
  return [{ start: end, end: text.length, newText: `${end === 0 ? '' : eol}${lines.join(eol)}${eol}` }];
}
