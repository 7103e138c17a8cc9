import { parseLocator, splitLocator, writeLocator } from '../citations/locator';
import type { CitationForm, CiteItem } from '../citations/syntax';
import { SYNTAXES } from '../citations/syntaxes';
import type { CiteDetails } from './detailedCitation';

/** What somebody typed about the papers to be cited. */
export interface TypedDetails {
  /** For each paper, in their order. */
  readonly details: readonly CiteDetails[];
  /** The form, where what was typed tells it: `@key [p. 3]`, `[-@key]`. */
  readonly form?: CitationForm;
}

/** A slash between two parts: one with a blank, or the end of the text, beside it, not that of `and/or`. */
const SLASH = /\s+\/\s*|\s*\/\s+|^\/|\/$/;
/** How far into a text the place in the work is looked for, in words. */
const MOST_WORDS = 12;

/**
 * Reads what is typed about one or several papers: `see / pp. 3-5 / and passim` (text before, place, text after), each part as
 * it is wanted, or as Pandoc writes it, `[see @key, pp. 3-5]`, where `@` alone will do for the key. Of several papers, what is
 * said of each is parted by semicolons. Never throws.
 * @param language in which numbers alone are called pages, such as `de-DE`
 * @example typedDetails('see / 33-35', ['a']) // { details: [{ prefix: 'see', locator: 'pp. 33-35' }] }
 */
export function typedDetails(typed: string, keys: readonly string[], language?: string): TypedDetails {
  const { form, details } = asCitation(typed, keys) ?? { details: perPaper(typed, keys.length).map(inParts) };
  const said = details.map((each) => (each.locator ? { ...each, locator: labelled(each.locator, language) } : each));
  return { details: said, ...(form && { form }) };
}

/** What stands for each paper; one paper may have semicolons in its text. */
function perPaper(typed: string, papers: number): string[] {
  if (papers < 2) return [typed];
  const parts = typed.split(';');
  const last = parts.slice(papers - 1).join(';');
  return Array.from({ length: papers }, (_, i) => (i < papers - 1 ? (parts[i] ?? '') : last));
}

function inParts(typed: string): CiteDetails {
  const [first, second, ...rest] = typed.trim().split(SLASH);
  if (second === undefined) return inWords(first);
  if (rest.length > 0) return details(first, second, rest.join(' / '));
  // Of two parts the first one is the place where it reads as one: `pp. 3-5 / and passim`.
  const place = splitLocator(first, 0, first.length);
  if (place.locator && !place.suffix) return details('', first, second);
  const { locator, suffix } = afterKey(second);
  return { ...details(first, '', ''), locator, suffix };
}

/** Text without slashes: the place where there is one, what stands before and behind it; else it goes before the key. */
function inWords(text: string): CiteDetails {
  const starts = [...text.matchAll(/\S+/g)].slice(0, MOST_WORDS).map(({ index }) => index);
  for (const start of starts) {
    const after = afterKey(text.slice(start));
    const isPlace = after.locator !== undefined && (start === 0 || /^\p{L}|^[§¶]/u.test(text.slice(start)));
    if (isPlace) return { ...details(text.slice(0, start).replace(/,\s*$/, ''), '', ''), ...after };
  }
  return details(text, '', '');
}

/** Place and text as they stand behind a key. */
function afterKey(text: string): Pick<CiteDetails, 'locator' | 'suffix'> {
  const { locator, suffix } = splitLocator(text, 0, text.length);
  return {
    locator: locator && text.slice(locator.start, locator.end),
    suffix: suffix && text.slice(suffix.start, suffix.end),
  };
}

function details(prefix: string, place: string, suffix: string): CiteDetails {
  const locator = place.trim();
  return {
    prefix: prefix.trim() || undefined,
    locator,
    suffix: suffix.trim() || undefined,
  };
}

/** Bare numbers are pages. */
function labelled(locator: string, language: string | undefined): string {
  if (!/^\d/.test(locator)) return locator;
  const { kind, value } = parseLocator(locator);
  return writeLocator(kind, value, language);
}

/** What is typed as a citation of Pandoc's Markdown; undefined where it is none. */
function asCitation(typed: string, keys: readonly string[]): TypedDetails | undefined {
  const text = typed.trim().replace(/(^|[\s[;(-])@(?=[\s,;\]]|$)/g, '$1@key');
  if (!text.includes('@')) return undefined;
  const isClosed = !text.startsWith('[') || text.endsWith(']');
  const { pandoc } = SYNTAXES;
  const citation =
    pandoc.find(isClosed ? text : `${text}]`).at(0) ?? pandoc.find(`[${text}]`).find(({ items }) => items.length > 0);
  if (!citation) return undefined;
  const whole =
    citation.form === 'narrative' && !isAll(citation.range, text) ? pandoc.find(`[${text}]`).at(0) : citation;
  const { items, form } = whole ?? citation;
  const own = new Map(items.map((item) => [item.key, item]));
  const others = items.filter(({ key }) => !keys.includes(key));
  const said = keys.map((key) => own.get(key) ?? others.shift());
  return { details: said.map((item) => (item ? plainDetails(item) : {})), form };
}

/** Whether a citation is all of a text: `see @key` is in the sentence only by lack of brackets. */
function isAll({ start, end }: { readonly start: number; readonly end: number }, text: string): boolean {
  return start === 0 && end >= text.length;
}

function plainDetails({ prefix, locator, suffix, suppressAuthor }: CiteItem): CiteDetails {
  const plain = (note: string) => SYNTAXES.pandoc.notes.plain(note);
  return {
    prefix: prefix && plain(prefix),
    locator: locator && plain(locator),
    suffix: suffix && plain(suffix),
    suppressAuthor,
  };
}
