import type { OffsetRange } from '../../../base/position';
import type { TextEdit } from '../../../base/textEdit';
import { MOST_ITEMS, type CitationForm, type CiteItem, type FoundCitation, type FoundItem } from '../../syntax';
import { itemAt, missingKeys, trimmed } from './pieces';

/**
 * The form that a role of sphinxcontrib-bibtex asks for, also in the spelling of mystmd and of older MyST
 * (`cite:p`, `cite:cts`, `citet`, `footcite:p`); undefined for a role that does not cite.
 */
export function roleForm(name: string): CitationForm | undefined {
  if (!name.includes('cite')) return undefined;
  if (name === 'nocite' || name === 'cite:empty') return 'nocite';
  if (/^footcite(:c?[pt]s?)?$/.test(name)) return 'footnote';
  if (/^cite(:(ps?|alps?|label|labelpar|super)|p)?$/.test(name)) return 'parenthetical';
  if (/^cite(:c?ts?|t)$/.test(name)) return 'narrative';
  if (/^cite:year(par)?$/.test(name)) return 'year';
  if (/^cite:c?authors?(par|pars)?$/.test(name)) return 'author';
  return undefined;
}

/** The role that writes a form. */
export function roleOf(form: CitationForm): string {
  return ROLES[form];
}

const ROLES: Readonly<Record<CitationForm, string>> = {
  parenthetical: 'cite:p',
  narrative: 'cite:t',
  year: 'cite:year',
  author: 'cite:author',
  nocite: 'cite:empty',
  footnote: 'footcite:p',
};

/** The items of a role's body, `{see}a{p. 3}, b`: keys between these separators, with notes in braces. */
export function roleItems(text: string, start: number, end: number, separators: string): FoundItem[] {
  const items: FoundItem[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at <= end && items.length < MOST_ITEMS; at++) {
    const c = at < end ? text[at] : separators[0];
    if (c === '{') depth++;
    else if (c === '}') depth--;
    else if ((depth <= 0 && separators.includes(c)) || at === end) {
      const item = roleItem(text, trimmed(text, from, at));
      if (item) items.push(item);
      from = at + 1;
      depth = 0;
    }
  }
  return items;
}

function roleItem(text: string, range: OffsetRange | undefined): FoundItem | undefined {
  if (!range) return undefined;
  let { start, end } = range;
  let prefix: OffsetRange | undefined;
  let after: OffsetRange | undefined;
  if (text[start] === '{') {
    const close = start + text.slice(start, end).indexOf('}');
    if (close < start) return undefined;
    prefix = trimmed(text, start + 1, close);
    start = close + 1;
  }
  if (text[end - 1] === '}') {
    const open = start + text.slice(start, end).indexOf('{');
    if (open < start) return undefined;
    after = trimmed(text, open + 1, end - 1);
    end = open;
  }
  const key = trimmed(text, start, end);
  if (!key || /[{}`]/.test(text.slice(key.start, key.end))) return undefined;
  return itemAt(text, { key, range, prefix, after });
}

/** The items as a role's body. */
export function writeRoleItems(items: readonly CiteItem[], separator: string): string {
  return items
    .map(
      (item) =>
        `${braced(item.prefix)}${writeRoleKey(item.key)}${braced([item.locator, item.suffix].filter(Boolean).join(', '))}`,
    )
    .join(separator);
}

function braced(note: string | undefined): string {
  const held = note?.replace(/[{}`]/g, '').trim();
  return held ? `{${held}}` : '';
}

/** A key as a role's body can hold it: without what separates keys, ends the body or marks a target. */
export function writeRoleKey(key: string): string {
  const held = key
    .replace(/[{}`,;<>\\]/g, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return held || '_';
}

/** Adds keys behind the last item of a role, with the separator that is in use there. */
export function addRoleKeys(
  text: string,
  citation: FoundCitation,
  keys: readonly string[],
  separator: string,
): TextEdit[] {
  const { items } = citation;
  const added = missingKeys(items, keys).map(writeRoleKey);
  if (added.length === 0) return [];
  const at = items[items.length - 1].range.end;
  const used = items.length > 1 ? text.slice(items[0].range.end, items[1].range.start) : separator;
  return [{ start: at, end: at, newText: added.map((key) => used + key).join('') }];
}
