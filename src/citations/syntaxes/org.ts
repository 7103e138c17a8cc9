import type { CitationForm, CitationToWrite, CiteItem, FoundCitation, FoundItem, Syntax } from '../syntax';
import { keyEnd, OrgScanner } from './org/scanner';
import { BracketMap } from './shared/bracketMap';
import { isAlphanumeric, skipSpace } from './shared/characters';
import { Collector } from './shared/collector';
import { removeListItem } from './shared/edits';
import { itemAt, missingKeys, trimmed } from './shared/pieces';

/**
 * Org mode (Org manual, "Citations"): `[cite/style/variant:see @a p. 3; @b]`. What stands before the first or behind the
 * last key as a part of its own is common to all; it is taken as the first item's prefix and the last item's suffix.
 */
export const org: Syntax = {
  id: 'org',

  find(text) {
    const collector = new Collector();
    if (!text.includes('[cite')) return [];
    const brackets = new BracketMap(text, '[');
    new OrgScanner(text, {
      get done() {
        return collector.done;
      },
      cite(at) {
        const citation = readCitation(text, at, brackets);
        if (!citation) return at;
        collector.add(citation);
        return citation.range.end;
      },
    }).scan();
    return collector.found;
  },

  format: write,

  addKeys(text, { items }, keys) {
    const added = missingKeys(items, keys).map(writeKey);
    if (added.length === 0) return [];
    const at = items[items.length - 1].range.end;
    const tight = items.length > 1 && text.slice(0, items[1].range.start).endsWith(';');
    return [{ start: at, end: at, newText: added.map((key) => (tight ? `;${key}` : `; ${key}`)).join('') }];
  },

  removeItem: (_text, citation, index) => removeListItem(citation, index),

  replaceKey(_text, citation, index, key) {
    const item = citation.items[index];
    return item ? [{ ...item.keyRange, newText: writeKey(key).slice(1) }] : [];
  },
};

/** The forms of Org's styles and their short names (Org manual, "Citation export processors"). */
const FORMS: Readonly<Record<string, CitationForm>> = {
  t: 'narrative',
  text: 'narrative',
  na: 'year',
  noauthor: 'year',
  y: 'year',
  year: 'year',
  a: 'author',
  author: 'author',
  n: 'nocite',
  nocite: 'nocite',
  ft: 'footnote',
  note: 'footnote',
};

const STYLES: Readonly<Record<CitationForm, string>> = {
  parenthetical: '',
  narrative: '/t',
  year: '/na',
  author: '/a',
  nocite: '/n',
  footnote: '/ft',
};

function readCitation(text: string, at: number, brackets: BracketMap): FoundCitation | undefined {
  let colon = at + 5;
  while (isAlphanumeric(text.charCodeAt(colon)) || '/_-'.includes(text.charAt(colon) || '\n')) colon++;
  if (text[colon] !== ':' || (colon > at + 5 && text[at + 5] !== '/')) return undefined;
  const close = brackets.close(at);
  if (close < colon) return undefined;
  const items = readItems(text, colon + 1, close);
  if (items.length === 0) return undefined;
  const command = text.slice(at + 1, colon);
  const form = FORMS[command.split('/')[1] ?? ''] ?? 'parenthetical';
  return { range: { start: at, end: close + 1 }, form, command, items };
}

function readItems(text: string, start: number, end: number): FoundItem[] {
  const items: FoundItem[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== ';') continue;
    const key = firstKey(text, from, at);
    const common = key ? undefined : trimmed(text, from, at);
    if (key) {
      const first = items.length === 0 && from > start ? start : from;
      items.push(readItem(text, first, at, key));
      from = at + 1;
    } else if (items.length > 0) {
      const last = items[items.length - 1];
      if (common && !last.suffix && at === end) {
        items[items.length - 1] = { ...last, suffix: text.slice(common.start, common.end), suffixRange: common };
      }
      from = at + 1;
    }
  }
  return items;
}

function readItem(text: string, from: number, end: number, key: { start: number; end: number }): FoundItem {
  const prefix = trimmed(text, from, key.start - 1);
  const after = trimmed(text, key.end, end);
  const start = skipSpace(text, from, key.start - 1);
  return itemAt(text, { key, range: { start, end: after?.end ?? key.end }, prefix, after });
}

function firstKey(text: string, start: number, end: number): { start: number; end: number } | undefined {
  for (let at = start; at < end; at++) {
    if (text[at] !== '@') continue;
    const stop = keyEnd(text, at + 1);
    if (stop > at + 1) return { start: at + 1, end: Math.min(stop, end) };
  }
  return undefined;
}

/** Org has no way to quote a key: characters that its keys cannot hold are left out. */
function writeKey(key: string): string {
  let held = '';
  for (const c of key) if (keyEnd(c, 0) === c.length) held += c;
  return `@${held || '_'}`;
}

function write({ form = 'parenthetical', items, command }: CitationToWrite): string {
  if (items.length === 0) return '';
  return `[${command ?? `cite${STYLES[form]}`}:${items.map(writeItem).join('; ')}]`;
}

function writeItem({ key, prefix, locator, suffix }: CiteItem): string {
  const after = [locator, suffix].filter(Boolean).join(', ');
  return `${prefix ? `${prefix} ` : ''}${writeKey(key)}${after && ` ${after}`}`;
}
