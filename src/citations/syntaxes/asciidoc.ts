import type { OffsetRange } from '../../base/position';
import type { CitationForm, CiteItem, FoundCitation, FoundItem, Syntax } from '../syntax';
import { AsciidocScanner } from './asciidoc/scanner';
import { isSpace, skipSpace } from './shared/characters';
import { removeListItem } from './shared/edits';
import { itemAt, missingKeys, trimmed } from './shared/pieces';

/** AsciiDoc with asciidoctor-bibtex (its README, "Macros"): `cite:See[a(59), b]`, `citenp:[a]`. */
export const asciidoc: Syntax = {
  id: 'asciidoc',

  find(text) {
    const found: FoundCitation[] = [];
    if (!text.includes('cite')) return found;
    new AsciidocScanner(text, {
      cite(at) {
        const citation = readMacro(text, at);
        if (!citation) return at;
        found.push(citation);
        return citation.range.end;
      },
    }).scan();
    return found;
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
  while (open < text.length && open - colon < 500 && !'[]\n'.includes(text[open])) open++;
  if (text[open] !== '[') return undefined;
  const before = trimmed(text, colon + 1, open);
  const items: FoundItem[] = [];
  for (let at = open + 1; ;) {
    const key = keyAt(text, skipSpace(text, at));
    if (!key) return undefined;
    const pages = pagesAt(text, key.end);
    const range = { start: key.start, end: pages ? pages.end : key.end };
    const inside = pages && trimmed(text, pages.start + 1, pages.end - 1);
    const item = itemAt(text, { key, range, after: inside });
    items.push(
      items.length === 0 && before
        ? { ...item, prefix: text.slice(before.start, before.end), prefixRange: before }
        : item,
    );
    const next = skipSpace(text, range.end);
    if (text[next] === ']') {
      const form = command === 'citenp' ? 'narrative' : 'parenthetical';
      return { range: { start, end: next + 1 }, form, command, items };
    }
    if (text[next] !== ',') return undefined;
    at = next + 1;
  }
}

/** A key holds anything but white space, commas, parentheses and brackets. */
function keyAt(text: string, start: number): OffsetRange | undefined {
  let end = start;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !',()[]'.includes(text[end])) end++;
  return end > start ? { start, end } : undefined;
}

function pagesAt(text: string, open: number): OffsetRange | undefined {
  if (text[open] !== '(') return undefined;
  let close = open + 1;
  while (close < text.length && text[close] !== ')' && text[close] !== '\n') close++;
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
