import type { OffsetRange } from '../../base/position';
import { MOST_ITEMS, type CitationForm, type CiteItem, type FoundCitation, type Syntax } from '../syntax';
import { AsciidocScanner } from './asciidoc/scanner';
import { isSpace, oneOf, skipSpace } from './shared/characters';
import { Collector } from './shared/collector';
import { removeListItem } from './shared/edits';
import { itemAt, type ItemPlaces, missingKeys, trimmed } from './shared/pieces';

/** AsciiDoc with asciidoctor-bibtex (its README, "Macros"): `cite:See[a(59), b]`, `citenp:[a]`. */
export const asciidoc: Syntax = {
  id: 'asciidoc',

  find(text) {
    const collector = new Collector();
    if (!text.includes('cite')) return [];
    new AsciidocScanner(text, {
      get done() {
        return collector.done;
      },
      cite(at) {
        const citation = readMacro(text, at);
        if (!citation) return at;
        collector.add(citation);
        return citation.range.end;
      },
    }).scan();
    return collector.found;
  },

  format({ form = 'parenthetical', items, command }) {
    if (items.length === 0) return '';
    const name = command ?? MACROS[form];
    const prefix = items[0].prefix?.replace(/[[\]\r\n]/g, '').trim() ?? '';
    return `${name}:${prefix}[${items.map(writeItem).join(', ')}]`;
  },

  addKeys(text, { items }, keys) {
    const added = missingKeys(items, keys).map(writeKey);
    if (added.length === 0) return [];
    const at = items[items.length - 1].range.end;
    const tight = items.length > 1 && !isSpace(text.charCodeAt(items[1].range.start - 1));
    return [{ start: at, end: at, newText: added.map((key) => (tight ? `,${key}` : `, ${key}`)).join('') }];
  },

  removeItem: (_text, citation, index) => removeListItem(citation, index),

  replaceKey(_text, citation, index, key) {
    const item = citation.items[index];
    return item ? [{ ...item.keyRange, newText: writeKey(key) }] : [];
  },
};

/** The extension has two macros: all but the narrative form is written as the first. */
const MACROS: Readonly<Record<CitationForm, string>> = {
  parenthetical: 'cite',
  narrative: 'citenp',
  year: 'cite',
  author: 'citenp',
  nocite: 'cite',
  footnote: 'cite',
};

function readMacro(text: string, start: number): FoundCitation | undefined {
  const command = text.startsWith('citenp', start) ? 'citenp' : 'cite';
  const colon = start + command.length;
  if (text[colon] !== ':' || text[colon + 1] === ':' || isSpace(text.charCodeAt(colon + 1))) return undefined;
  let open = colon + 1;
  while (open < text.length && open - colon < 200 && !endsPrefix(text.charCodeAt(open))) open++;
  if (text[open] !== '[') return undefined;
  if (!keyAt(text, skipSpace(text, open + 1))) return undefined;
  const before = trimmed(text, colon + 1, open);
  const places: ItemPlaces[] = [];
  for (let at = open + 1; places.length < MOST_ITEMS;) {
    const key = keyAt(text, skipSpace(text, at));
    if (!key) return undefined;
    const pages = pagesAt(text, key.end);
    const range = { start: key.start, end: pages ? pages.end : key.end };
    const after = pages && trimmed(text, pages.start + 1, pages.end - 1);
    places.push({ key, range, after, prefix: places.length === 0 ? before : undefined });
    const next = skipSpace(text, range.end);
    if (text[next] === ']') {
      const form = command === 'citenp' ? 'narrative' : 'parenthetical';
      const items = places.map((place) => itemAt(text, place));
      return { range: { start, end: next + 1 }, form, command, items };
    }
    if (text[next] !== ',') return undefined;
    at = next + 1;
  }
  return undefined;
}

const endsPrefix = oneOf('[]:\n');
const endsKey = oneOf(' \t\r\n\v\f,()[]');

/** A key holds anything but white space, commas, parentheses and brackets. */
function keyAt(text: string, start: number): OffsetRange | undefined {
  let end = start;
  while (end < text.length && !endsKey(text.charCodeAt(end))) end++;
  return end > start ? { start, end } : undefined;
}

function pagesAt(text: string, open: number): OffsetRange | undefined {
  if (text[open] !== '(') return undefined;
  let close = open + 1;
  while (close < text.length && !')[]\n'.includes(text[close])) close++;
  return text[close] === ')' ? { start: open, end: close + 1 } : undefined;
}

/** Nothing can be quoted in the macro: what ends a key is left out. */
function writeKey(key: string): string {
  return key.replace(/[\s,()[\]\p{Cc}\u2028\u2029]+/gu, '') || '_';
}

function writeItem({ key, locator, suffix }: CiteItem): string {
  const pages = [locator, suffix]
    .filter(Boolean)
    .join(', ')
    .replace(/[()[\]\r\n]/g, '');
  return writeKey(key) + (pages && `(${pages})`);
}
