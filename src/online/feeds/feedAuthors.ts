import { plainHtml } from './feedHtml';

const LONGEST_NAME = 500;
const LONGEST_LIST = 100_000;
const MOST_NAMES = 5000;

/** `ada@example.org (Ada Lovelace)`, `Ada Lovelace <ada@example.org>` (RSS 2.0, `author`), `ada@example.org` */
const MAIL_BEFORE = /^(?:mailto:)?[^\s@()<>]{1,200}@[^\s@()<>]{1,200}(?:\s*\(([^()]{0,500})\))?$/i;
const MAIL_BEHIND = /^([^<>()]{1,500}?)\s*[<(](?:mailto:)?[^\s@()<>]{1,200}@[^\s@()<>]{1,200}[>)]$/i;

const ET_AL = /(?:^|,?\s+)et\s+al\.?$/i;
const SUFFIX = /^(?:jr|sr|[iv]{2,4}|ph\.?\s?d|m\.?\s?d)\.?$/i;
/** `J.`, `A. M.`, `JA`, `J.-P.` */
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
/** `Lovelace A`, `van den Berg JM` */
const INITIALS_LAST = /^(\S.*?)\s+(\p{Lu}{1,3})$/u;

/**
 * The names that a feed states, each once: one in each element, or several in one.
 * @param stated the texts of the elements, perhaps HTML
 */
export function authorNames(stated: readonly string[]): string[] {
  const texts = stated
    .map((text) => personOf(plainHtml(text.slice(0, LONGEST_LIST)).replace(ET_AL, '')))
    .filter(Boolean);
  const names = texts.length === 1 ? namesIn(texts[0]) : texts.flatMap((text) => partsAt(text, /\s*;\s*/));
  return [...new Set(names.slice(0, MOST_NAMES).map(tidy).filter(Boolean))];
}

/** Who is meant where a mail address stands beside the name, or in its place. */
function personOf(text: string): string {
  const before = MAIL_BEFORE.exec(text);
  if (before) return (before[1] ?? '').trim();
  return MAIL_BEHIND.exec(text)?.[1] ?? text;
}

/** The names that one text holds. A comma may stand within a name: `Lovelace, Ada`. */
function namesIn(text: string): string[] {
  if (text.includes(';')) return partsAt(text, /\s*;\s*(?:and\s+)?/);
  const byWord = partsAt(text, /,?\s+(?:and|&)\s+/);
  const parts = withSuffixes(byWord.flatMap((part) => partsAt(part, /\s*,\s*/)));
  if (parts.length < 2) return parts;
  if (isPaired(parts)) return paired(parts);
  if (parts.every((part) => /\S\s+\S/.test(part))) return parts.every(isInitialled) ? parts.map(inverted) : parts;
  return byWord;
}

function partsAt(text: string, separator: RegExp): string[] {
  return text.split(separator).filter(Boolean);
}

/** `Ada Lovelace, Jr.` is one. */
function withSuffixes(parts: readonly string[]): string[] {
  const all: string[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last !== undefined && SUFFIX.test(part)) all[all.length - 1] = /^[pm]/i.test(part) ? last : `${last} ${part}`;
    else all.push(part);
  }
  return all;
}

/** `Lovelace, A., Turing, A. M.`; without initials only of single words: `Lovelace, Ada, Turing, Alan`. */
function isPaired(parts: readonly string[]): boolean {
  if (parts.length % 2 > 0) return false;
  if (parts.every((part, i) => (i % 2 === 0 ? !INITIALS.test(part) : INITIALS.test(part)))) return true;
  return parts.length > 2 && parts.every((part) => !/\s/.test(part));
}

function paired(parts: readonly string[]): string[] {
  return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1]}`] : []));
}

function isInitialled(name: string): boolean {
  return INITIALS_LAST.test(name);
}

function inverted(name: string): string {
  return name.replace(INITIALS_LAST, '$1, $2');
}

/** A name without what is none of it. */
function tidy(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .replace(/^\s*by\s+/i, '')
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/^[\s,]+|[\s,]+$/g, '');
}
