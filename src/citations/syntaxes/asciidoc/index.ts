import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { MOST_ITEMS, PROBE, type CitationForm, type CiteItem, type FoundCitation, type Syntax } from '../../syntax';
import { asciidocBibliography, asciidocParts, skippedInAsciidoc } from './bibliography';
import { asciidocHeadings } from './headings';
import { pathsInAsciidoc } from './paths';
import { AsciidocScanner } from './scanner';
import { codeAt, isSpace, oneOf, skipSpace } from '../shared/characters';
import { Collector } from '../shared/collector';
import { removeListItem } from '../shared/edits';
import { byPrefix, detailOf, missingKeys, trimmed, withItem } from '../shared/pieces';
import { withPlainSpaces } from '../shared/notes';

/** AsciiDoc with asciidoctor-bibtex (its README, "Macros"): `cite:See[a(59), b]`, `citenp:[a]`. */
export const asciidoc: Syntax = {
  id: 'asciidoc',
  languages: ['asciidoc'],
  extensions: ['adoc', 'asciidoc', 'asc'],
  completedBy: { 'asciidoctor.asciidoctor-vscode': ['asciidoc'] },
  completion: { starts: ['cite'], probes: [PROBE, `${PROBE}]`], triggers: ['[', ',', ' '] },
  bibliography: asciidocBibliography,
  parts: asciidocParts,
  notes: { plain: withPlainSpaces, write: (text) => text },
  showsAllCited: true,
  comments: /^\/\/[^\r\n]*/gm,

  find(text) {
    const collector = new Collector();
    if (!text.includes('cite')) return [];
    const prefixes = new PrefixEnds(text);
    new AsciidocScanner(text, {
      isDone: () => collector.isDone,
      cite(at) {
        const citation = readMacro(text, at, prefixes);
        if (!citation) return at;
        collector.add(citation);
        return citation.range.end;
      },
    }).scan();
    return collector.found;
  },

  skipped: (text) => skippedInAsciidoc(text),
  headings: asciidocHeadings,
  paths: pathsInAsciidoc,

  format({ form = 'parenthetical', items, command }) {
    if (items.length === 0) return '';
    const name = command ?? MACROS[form];
    return byPrefix(items)
      .map((stretch) => {
        const prefix = stretch[0].prefix?.replace(/[[\]\r\n]/g, '').trim() ?? '';
        return `${name}:${prefix}[${stretch.map(writeItem).join(', ')}]`;
      })
      .join(' ');
  },

  addKeys(text, { items }, keys) {
    const added = missingKeys(items, keys).map(writeKey);
    if (added.length === 0) return [];
    const at = items[items.length - 1].range.end;
    const tight = items.length > 1 && !isSpace(codeAt(text, items[1].range.start - 1));
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

/** How long the text before the list of keys may be. */
const LONGEST_PREFIX = 200;

/** Where the texts before lists of keys end. A stretch of text is looked through once, as those of macros in a row end at the same place. */
class PrefixEnds {
  readonly #text: string;
  #start = 0;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The bracket or line break at or after `at`, or the end of the text. Ask in rising order. */
  endOf(at: number): number {
    if (at >= this.#start && at <= this.#end) return this.#end;
    this.#start = at;
    let end = at;
    while (end < this.#text.length && !endsPrefix(this.#text.charCodeAt(end))) end++;
    this.#end = end;
    return end;
  }
}

function readMacro(text: string, start: number, prefixes: PrefixEnds): FoundCitation | undefined {
  const command = codeAt(text, start + 4) === 110 /* n */ && text.startsWith('citenp', start) ? 'citenp' : 'cite';
  const colon = start + command.length;
  if (codeAt(text, colon) !== COLON) return undefined;
  if (codeAt(text, colon + 1) === COLON || isSpace(codeAt(text, colon + 1))) return undefined;
  const open = prefixes.endOf(colon + 1);
  const isList = open - colon <= LONGEST_PREFIX && codeAt(text, open) === OPEN;
  const end = isList ? listEnd(text, open + 1) : -1;
  if (end < 0) return undefined;
  const form = command === 'citenp' ? 'narrative' : 'parenthetical';
  const items = readItems(text, open + 1, trimmed(text, colon + 1, open));
  return { range: { start, end }, form, command, items };
}

const COLON = 58;
const OPEN = 91;
const CLOSE = 93;
const COMMA = 44;
const PARENTHESIS = 40;
const PARENTHESIS_CLOSE = 41;

/** Behind the bracket that ends the list of keys from `start` on, or -1 where it is no such list. */
function listEnd(text: string, start: number): number {
  let at = start;
  for (let count = 0; count < MOST_ITEMS; count++) {
    const key = skipSpace(text, at);
    const end = keyEnd(text, key);
    const behind = end > key ? pagesEnd(text, end) : -1;
    if (behind < 0) return -1;
    const next = skipSpace(text, behind);
    if (codeAt(text, next) === CLOSE) return next + 1;
    if (codeAt(text, next) !== COMMA) return -1;
    at = next + 1;
  }
  return -1;
}

/** The items of the list of keys from `start` on; `listEnd` has found its end. */
function readItems(text: string, start: number, prefix: OffsetRange | undefined): FoundItem[] {
  let items: FoundItem[] | undefined;
  for (let at = start; ;) {
    const key = skipSpace(text, at);
    const end = keyEnd(text, key);
    const behind = pagesEnd(text, end);
    const after = behind > end ? trimmed(text, end + 1, behind - 1) : undefined;
    const range = { start: key, end: behind };
    const item = new FoundItem(text, { start: key, end }, range, items ? undefined : prefix, after);
    items = withItem(items, item);
    at = skipSpace(text, behind) + 1;
    if (codeAt(text, at - 1) === CLOSE) return items;
  }
}

const endsPrefix = oneOf('[]\n');
const endsKey = oneOf(' \t\r\n\v\f,()[]');

/** The end of the key at `start`, which is `start` where there is none: it holds no space, comma, parenthesis or bracket. */
function keyEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsKey(text.charCodeAt(end))) end++;
  return end;
}

const endsPages = oneOf(')[]\n');

/** Behind the pages in parentheses at `open`; `open` where there are none, -1 where they are not closed. */
function pagesEnd(text: string, open: number): number {
  if (codeAt(text, open) !== PARENTHESIS) return open;
  let close = open + 1;
  while (close < text.length && !endsPages(text.charCodeAt(close))) close++;
  return text.charCodeAt(close) === PARENTHESIS_CLOSE ? close + 1 : -1;
}

/** Nothing can be quoted in the macro: what ends a key is left out. */
function writeKey(key: string): string {
  return key.replace(/[\s,()[\]\p{Cc}\u2028\u2029]+/gu, '') || '_';
}

function writeItem(item: CiteItem): string {
  const pages = detailOf(item).replace(/[()[\]\r\n]/g, '');
  return writeKey(item.key) + (pages && `(${pages})`);
}
