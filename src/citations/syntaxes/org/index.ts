import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { MOST_ITEMS, PROBE, type CitationForm, type CitationToWrite, type CiteItem, type Syntax } from '../../syntax';
import { orgBibliography, orgParts } from './bibliography';
import { keyEnd, OrgScanner } from './scanner';
import { skippedInOrg } from './skipped';
import { orgHeadings } from './headings';
import { pathsInOrg } from './paths';
import { BracketMap } from '../shared/bracketMap';
import { codeAt, isAlphanumeric, oneOf, skipSpace } from '../shared/characters';
import { Collector } from '../shared/collector';
import { removeListItem } from '../shared/edits';
import { type Named, NameTable } from '../shared/nameTable';
import { detailOf, missingKeys, trimmed, withItem } from '../shared/pieces';
import { withPlainSpaces } from '../shared/notes';

/**
 * Org mode (Org manual, "Citations"): `[cite/style/variant:see @a p. 3; @b]`. What stands before the first or behind the
 * last key as a part of its own is common to all; it is taken as the first item's prefix and the last item's suffix.
 */
export const org: Syntax = {
  id: 'org',
  languages: ['org', 'org-mode'],
  extensions: ['org'],
  completedBy: {},
  completion: {
    starts: ['[cite'],
    probes: [PROBE, `${PROBE}]`, `@${PROBE}`, `@${PROBE}]`],
    triggers: ['@', ':', ' '],
  },
  bibliography: orgBibliography,
  parts: orgParts,
  hasEnglishLabels: true,
  notes: { plain: withPlainSpaces, write: (text) => text.replace(/;/g, ',') },

  find(text) {
    const collector = new Collector();
    if (!text.includes('[cite')) return [];
    const brackets = new BracketMap(text, '[');
    const commands = new NameTable(text, commandOf);
    new OrgScanner(text, {
      isDone: () => collector.isDone,
      cite(at) {
        const colon = colonAt(text, at + 5);
        const close = colon < 0 ? -1 : brackets.close(at);
        if (close < colon) return at;
        const items = readItems(text, colon + 1, close);
        if (items.length > 0) {
          const { name, form } = commands.between(at + 1, colon);
          collector.add({ range: { start: at, end: close + 1 }, form, command: name, items });
        }
        // Without any key there is no citation inside, either.
        return close + 1;
      },
    }).scan();
    return collector.found;
  },

  skipped: (text) => skippedInOrg(text),
  headings: orgHeadings,
  paths: pathsInOrg,

  format: write,

  // Two brackets open a link, in which nothing is cited.
  formatAt: (text, offset, citation) => (text[offset - 1] === '[' ? ' ' : '') + write(citation),

  formatBetween: (before, _after, citation) => (before.endsWith('[') ? ' ' : '') + write(citation),

  addKeys(text, { items, range }, keys) {
    const added = missingKeys(items, keys).map(writeKey);
    if (added.length === 0) return [];
    const at = items[items.length - 1].range.end;
    // A semicolon that nothing follows waits for the next key.
    const begun = /^;[ \t]{0,8}(?=\]$)/.exec(text.slice(at, range.end))?.[0];
    if (begun !== undefined) {
      return [{ start: at, end: at + begun.length, newText: added.map((key) => `; ${key}`).join('') }];
    }
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

/** The colon behind the style that starts at `from`; -1 where none does. */
function colonAt(text: string, from: number): number {
  let at = from;
  while (isAlphanumeric(codeAt(text, at)) || isInStyle(codeAt(text, at))) at++;
  const isStyle = at === from || codeAt(text, from) === 47; /* / */
  return isStyle && codeAt(text, at) === 58 /* : */ ? at : -1;
}

const isInStyle = oneOf('/_-');

interface Command extends Named {
  readonly form: CitationForm;
}

/** What Org makes of `cite/style/variant`. */
function commandOf(name: string): Command {
  return { name, form: FORMS[name.split('/')[1] ?? ''] ?? 'parenthetical' };
}

/** The items between two offsets; `@*` stands for all keys and is none. */
function readItems(text: string, start: number, end: number): readonly FoundItem[] {
  let items: FoundItem[] | undefined;
  let from = start;
  let key = firstKey(text, start, end);
  while (key && (items?.length ?? 0) < MOST_ITEMS) {
    const [first, cited, stop] = [from, key, partEnd(text, key.end, end)];
    // A part without a key is passed over; behind the last one it is a suffix of all.
    let next = stop;
    do {
      from = next + 1;
      next = partEnd(text, from, end);
      key = firstKey(text, from, next);
    } while (!key && next < end);
    if (isAll(text, cited)) continue;
    const common = key ? undefined : trimmed(text, from, end);
    items = withItem(items, readItem(text, { start: first, end: stop }, cited, common));
  }
  return items ?? NONE;
}

const NONE: readonly FoundItem[] = [];

function isAll(text: string, { start, end }: OffsetRange): boolean {
  return end - start === 1 && text.charCodeAt(start) === 42; /* * */
}

/** The end of the part of a citation around `at`: its separator, or the end of the citation. */
function partEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && text.charCodeAt(stop) !== 59 /* ; */) stop++;
  return stop;
}

/** The item of a part. @param behind what is said of all behind it */
function readItem(text: string, part: OffsetRange, key: OffsetRange, behind: OffsetRange | undefined): FoundItem {
  const prefix = withoutSeparator(text, trimmed(text, part.start, key.start - 1));
  const after = trimmed(text, key.end, part.end);
  const range = { start: skipSpace(text, part.start, key.start - 1), end: after?.end ?? key.end };
  return new FoundItem(text, key, range, prefix, after, behind && { behind });
}

/** A prefix common to all without the semicolon behind it. */
function withoutSeparator(text: string, prefix: OffsetRange | undefined): OffsetRange | undefined {
  if (!prefix || codeAt(text, prefix.end - 1) !== 59 /* ; */) return prefix;
  return trimmed(text, prefix.start, prefix.end - 1);
}

function firstKey(text: string, start: number, end: number): OffsetRange | undefined {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 64 /* @ */) continue;
    const stop = keyEnd(text, at + 1);
    if (stop > at + 1) return { start: at + 1, end: Math.min(stop, end) };
  }
  return undefined;
}

/** Org has no way to quote a key: characters that its keys cannot hold are left out, and `*`, which stands for all keys. */
function writeKey(key: string): string {
  let held = '';
  for (const c of key) if (keyEnd(c, 0) === c.length) held += c;
  return `@${held.replace(/^\*$/, '') || '_'}`;
}

function write({ form = 'parenthetical', items, command }: CitationToWrite): string {
  if (items.length === 0) return '';
  return `[${command ?? `cite${STYLES[form]}`}:${items.map(writeItem).join('; ')}]`;
}

function writeItem(item: CiteItem): string {
  const after = detailOf(item);
  return `${item.prefix ? `${item.prefix} ` : ''}${writeKey(item.key)}${after && ` ${after}`}`;
}
