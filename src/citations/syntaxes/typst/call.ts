import type { OffsetRange } from '../../../base/position';
import type { CitationForm } from '../../syntax';
import type { BracketMap } from '../shared/bracketMap';
import { codeAt, isLetter, oneOf, skipSpace } from '../shared/characters';
import { labelEnd } from './label';
import { BACKSLASH, BRACE, BRACKET, COLON, GREATER, LESS, PARENTHESIS, PARENTHESIS_CLOSE, QUOTE } from './lexemes';

/** A call of `cite` with its key; `range` starts at the `#` where there is one. */
export interface CiteCall {
  readonly range: OffsetRange;
  /** The text of the label. */
  readonly keyRange: OffsetRange;
  /** Whether that is of a string, in which it may be written with escapes. */
  readonly isEscaped: boolean;
  /** The whole label, with `<>` or `label("")`. */
  readonly labelRange: OffsetRange;
  readonly form: CitationForm;
  readonly supplement?: OffsetRange;
}

/** Whether something may be cited in a supplement, which is then read as other content is. */
export function mayCite(text: string, supplement: OffsetRange | undefined): boolean {
  if (!supplement) return false;
  for (let at = supplement.start; at < supplement.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 64 /* @ */ || code === 35 /* # */) return true;
  }
  return false;
}

/** The forms that Typst names (reference of `cite`), as ours. */
const FORMS: ReadonlyMap<string, CitationForm> = new Map([
  ['"prose"', 'narrative'],
  ['"year"', 'year'],
  ['"author"', 'author'],
  ['none', 'nocite'],
]);

/** How far the arguments of a call may reach. */
export const LONGEST = 2000;

/**
 * Reads `cite(<key>, form: …, supplement: […])` whose arguments open at `open`, in any order; undefined where it is something
 * else.
 */
export function readCiteCall(text: string, start: number, open: number, brackets: BracketMap): CiteCall | undefined {
  if (codeAt(text, open) !== PARENTHESIS) return undefined;
  const limit = Math.min(text.length, open + LONGEST);
  const read = readArguments(text, open + 1, limit, brackets);
  if (!read?.label) return undefined;
  const { label, form, supplement, end } = read;
  const { keyRange, isEscaped } = labelledKey(text, label);
  return { range: { start, end }, keyRange, isEscaped, labelRange: label, form, supplement };
}

/** The key of a label, `<key>` or `label("key")`, and where it stands. */
export function labelledKey(text: string, { start, end }: OffsetRange): Pick<CiteCall, 'isEscaped' | 'keyRange'> {
  return { keyRange: keyIn(text, start, end), isEscaped: codeAt(text, start) !== LESS };
}

/** Behind the label that starts at `at`, or -1. */
export function labelAt(text: string, at: number, limit: number): number {
  return codeAt(text, at) === LESS ? behindLabel(text, at, limit) : behindLabelCall(text, at, limit);
}

/** The name in `label("name")` whose name is between `at` and `open`; undefined where it is something else. */
export function readLabelCall(text: string, at: number, open: number) {
  if (open - at !== 5 || codeAt(text, open) !== PARENTHESIS) return undefined;
  const end = behindLabelCall(text, at, Math.min(text.length, open + LONGEST));
  return end < 0 ? undefined : { keyRange: keyIn(text, at, end), end };
}

/** Behind `<key>`, or -1. */
function behindLabel(text: string, at: number, end: number): number {
  const stop = labelEnd(text, at + 1);
  return stop > at + 1 && stop < end && text.charCodeAt(stop) === GREATER ? stop + 1 : -1;
}

/** Behind `label("key")`, or -1. */
function behindLabelCall(text: string, at: number, end: number): number {
  if (!text.startsWith('label', at)) return -1;
  const open = skipSpace(text, at + 5, end);
  const quote = codeAt(text, open) === PARENTHESIS ? skipSpace(text, open + 1, end) : end;
  const stop = codeAt(text, quote) === QUOTE ? closingQuote(text, quote, end) : -1;
  const close = stop <= quote + 1 ? end : skipSpace(text, stop + 1, end);
  return close < end && text.charCodeAt(close) === PARENTHESIS_CLOSE ? close + 1 : -1;
}

/** The key of the label between these offsets. */
function keyIn(text: string, start: number, end: number): OffsetRange {
  if (codeAt(text, start) === LESS) return { start: start + 1, end: end - 1 };
  return { start: text.indexOf('"', start) + 1, end: text.lastIndexOf('"', end) };
}

function closingQuote(text: string, quote: number, end: number): number {
  for (let at = quote + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return -1;
}

/** What cannot stand between the arguments of a call. */
const isForeign = oneOf('#@]};$`');

interface Arguments extends Pick<CiteCall, 'form' | 'supplement'> {
  /** The first argument without a name that is a label. */
  readonly label: OffsetRange | undefined;
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** The label, the form and the supplement among the arguments; others are passed over. */
function readArguments(text: string, from: number, limit: number, brackets: BracketMap): Arguments | undefined {
  let form: CitationForm = 'parenthetical';
  let supplement: OffsetRange | undefined;
  // Where the label stands; it is behind the opening parenthesis.
  let start = 0;
  let stop = 0;
  for (let at = skipSpace(text, from, limit); at < limit; at = skipSpace(text, at, limit)) {
    const code = text.charCodeAt(at);
    if (code === PARENTHESIS_CLOSE)
      return { label: stop > 0 ? { start, end: stop } : undefined, form, supplement, end: at + 1 };
    if (isForeign(code)) return undefined;
    const behind = stop > 0 ? -1 : labelAt(text, at, limit);
    if (behind > 0) {
      start = at;
      at = stop = behind;
      continue;
    }
    const value = valueStart(text, at, limit);
    const end = valueEnd(text, value, limit, brackets);
    if (end < 0) return undefined;
    if (value > at && isName(text, at, 'form')) form = FORMS.get(text.slice(value, end)) ?? 'parenthetical';
    const isText = codeAt(text, value) === BRACKET || codeAt(text, value) === QUOTE;
    if (value > at && isText && isName(text, at, 'supplement')) supplement = { start: value + 1, end: end - 1 };
    at = Math.max(end, at + 1);
  }
  return undefined;
}

/** Behind the name and colon of a named argument; `at` where there is no name. */
function valueStart(text: string, at: number, limit: number): number {
  const colon = skipSpace(text, wordEnd(text, at), limit);
  return isLetter(codeAt(text, at)) && codeAt(text, colon) === COLON ? skipSpace(text, colon + 1, limit) : at;
}

/** The end of a value; -1 where it is not closed. */
function valueEnd(text: string, at: number, limit: number, brackets: BracketMap): number {
  const code = codeAt(text, at);
  if (code === QUOTE) {
    const quote = closingQuote(text, at, limit);
    return quote < 0 ? -1 : quote + 1;
  }
  if (code === BRACKET || code === PARENTHESIS || code === BRACE) {
    const close = brackets.close(at);
    return close < 0 || close >= limit ? -1 : close + 1;
  }
  return wordEnd(text, at);
}

/** Whether the word at an offset is this one. */
function isName(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && wordEnd(text, at) === at + name.length;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(codeAt(text, end)) || codeAt(text, end) === 45 /* - */) end++;
  return end;
}
