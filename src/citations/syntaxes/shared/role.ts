import type { OffsetRange } from '../../../base/position';
import type { TextEdit } from '../../../base/textEdit';
import { FoundItem } from '../../foundItem';
import { MOST_ITEMS, type CitationForm, type CiteItem, type FoundCitation } from '../../syntax';
import { codeAt, oneOf } from './characters';
import { detailOf, missingKeys, trimmed, withItem } from './pieces';

/**
 * The form that a role of sphinxcontrib-bibtex asks for, also in the spelling of mystmd and of older MyST
 * (`cite:p`, `cite:cts`, `citet`, `footcite:p`); undefined for a role that does not cite.
 */
export function roleForm(name: string): CitationForm | undefined {
  return FORMS.get(name);
}

const FORMS: ReadonlyMap<string, CitationForm> = new Map(
  (
    [
      ['parenthetical', 'cite citep cite:p cite:ps cite:alp cite:alps cite:label cite:labelpar cite:super'],
      ['narrative', 'citet cite:t cite:ts cite:ct cite:cts'],
      ['year', 'cite:year cite:yearpar'],
      [
        'author',
        'cite:author cite:authors cite:cauthor cite:cauthors cite:authorpar cite:authorpars cite:authorspar cite:cauthorpar cite:cauthorspar',
      ],
      ['nocite', 'nocite cite:empty'],
      [
        'footnote',
        'footcite footcite:p footcite:ps footcite:t footcite:ts footcite:cp footcite:cps footcite:ct footcite:cts',
      ],
    ] as const
  ).flatMap(([form, names]) => names.split(' ').map((name) => [name, form] as const)),
);

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

/** The items of a role's body, `{see}a{p. 3}, b`: keys between these separators (one or two), with notes in braces. */
export function roleItems(text: string, start: number, end: number, separators: string): FoundItem[] {
  let items: FoundItem[] | undefined;
  const one = separators.charCodeAt(0);
  const other = separators.charCodeAt(separators.length - 1);
  let from = start;
  let depth = 0;
  for (let at = start; at <= end && (items?.length ?? 0) < MOST_ITEMS; at++) {
    const code = at < end ? text.charCodeAt(at) : one;
    if (code === OPEN) depth++;
    else if (code === CLOSE) depth--;
    else if (at === end || (depth <= 0 && (code === one || code === other))) {
      const item = roleItem(text, trimmed(text, from, at));
      if (item) items = withItem(items, item);
      from = at + 1;
      depth = 0;
    }
  }
  return items ?? [];
}

const OPEN = 123;
const CLOSE = 125;

function roleItem(text: string, range: OffsetRange | undefined): FoundItem | undefined {
  if (!range) return undefined;
  let { start, end } = range;
  let prefix: OffsetRange | undefined;
  let after: OffsetRange | undefined;
  if (codeAt(text, start) === OPEN) {
    const close = offsetOf(text, CLOSE, start, end);
    if (close >= end - 1) return undefined;
    prefix = trimmed(text, start + 1, close);
    start = close + 1;
  }
  if (codeAt(text, end - 1) === CLOSE) {
    const open = offsetOf(text, OPEN, start, end);
    if (open === end) return undefined;
    after = trimmed(text, open + 1, end - 1);
    end = open;
  }
  const key = trimmed(text, start, end);
  if (!key) return undefined;
  for (let at = key.start; at < key.end; at++) if (isForeign(text.charCodeAt(at))) return undefined;
  return new FoundItem(text, key, range, prefix, after);
}

/** What a key cannot hold. */
const isForeign = oneOf('{}`');

/** The offset of a character in a stretch of text, or its end. */
function offsetOf(text: string, code: number, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== code) at++;
  return at;
}

/** The items as a role's body. */
export function writeRoleItems(items: readonly CiteItem[], separator: string): string {
  return items
    .map((item) => `${braced(item.prefix)}${writeRoleKey(item.key)}${braced(detailOf(item))}`)
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

/** A separator behind which a role ends: there its next key is due. */
const DUE = /^\s{0,20}[;,]\s{0,20}(?=`+(?::[\w:.+-]{1,60}:)?$)/;

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
  const due = DUE.exec(text.slice(at, citation.range.end));
  if (due) return [{ start: at + due[0].length, end: at + due[0].length, newText: added.join(separator) }];
  const used = items.length > 1 ? text.slice(items[0].range.end, items[1].range.start) : separator;
  return [{ start: at, end: at, newText: added.map((key) => used + key).join('') }];
}

/** Whether a text of Markdown cites by roles, as MyST does. */
export function usesRoles(text: string): boolean {
  return /\{(foot)?cite(:[a-z]{1,12}|p|t)?\}`/.test(text);
}
