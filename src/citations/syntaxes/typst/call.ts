import type { OffsetRange } from '../../../base/position';
import type { CitationForm } from '../../syntax';
import type { BracketMap } from '../shared/bracketMap';
import { isLetter, oneOf, skipSpace } from '../shared/characters';
import { labelEnd } from './label';

/** A call of `cite` with its key; `range` starts at the `#` where there is one. */
export interface CiteCall {
  readonly range: OffsetRange;
  /** The text of the label. A `label("…")` with escapes is not read: `key` holds what it names. */
  readonly keyRange: OffsetRange;
  readonly key: string;
  /** The whole label, with `<>` or `label("")`. */
  readonly labelRange: OffsetRange;
  readonly form: CitationForm;
  readonly supplement?: OffsetRange;
}

/** The forms that Typst names (reference of `cite`), as ours. */
const FORMS: Readonly<Record<string, CitationForm>> = {
  '"prose"': 'narrative',
  '"year"': 'year',
  '"author"': 'author',
  none: 'nocite',
};

/** How far the arguments of a call may reach. */
const LONGEST = 2000;

/** Reads `cite(<key>, form: …, supplement: […])` whose arguments open at `open`; undefined where it is something else. */
export function readCiteCall(text: string, start: number, open: number, brackets: BracketMap): CiteCall | undefined {
  if (text[open] !== '(') return undefined;
  const limit = Math.min(text.length, open + LONGEST);
  const label = readLabel(text, skipSpace(text, open + 1, limit), limit);
  const rest = label && readArguments(text, label.labelRange.end, limit, brackets);
  return rest && { ...label, form: rest.form, supplement: rest.supplement, range: { start, end: rest.end } };
}

type Label = Pick<CiteCall, 'key' | 'keyRange' | 'labelRange'>;

function readLabel(text: string, at: number, end: number): Label | undefined {
  if (text[at] === '<') {
    const stop = labelEnd(text, at + 1);
    if (stop === at + 1 || stop >= end || text[stop] !== '>') return undefined;
    const key = text.slice(at + 1, stop);
    return { key, keyRange: { start: at + 1, end: stop }, labelRange: { start: at, end: stop + 1 } };
  }
  if (!text.startsWith('label', at)) return undefined;
  const open = skipSpace(text, at + 5, end);
  const quote = text[open] === '(' ? skipSpace(text, open + 1, end) : end;
  const stop = text[quote] === '"' ? closingQuote(text, quote, end) : -1;
  const close = stop < 0 ? end : skipSpace(text, stop + 1, end);
  if (close >= end || text[close] !== ')' || stop === quote + 1) return undefined;
  return {
    key: text.slice(quote + 1, stop).replace(/\\(["\\])/g, '$1'),
    keyRange: { start: quote + 1, end: stop },
    labelRange: { start: at, end: close + 1 },
  };
}

function closingQuote(text: string, quote: number, end: number): number {
  for (let at = quote + 1; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/** What cannot stand between the arguments of a call. */
const isForeign = oneOf('#@]};$`');

interface Arguments extends Pick<CiteCall, 'form' | 'supplement'> {
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** The form and the supplement among the named arguments; others are passed over. */
function readArguments(text: string, from: number, limit: number, brackets: BracketMap): Arguments | undefined {
  let form: CitationForm = 'parenthetical';
  let supplement: OffsetRange | undefined;
  for (let at = skipSpace(text, from, limit); at < limit; at = skipSpace(text, at, limit)) {
    if (text[at] === ')') return { form, supplement, end: at + 1 };
    if (isForeign(text.charCodeAt(at))) return undefined;
    const value = valueStart(text, at, limit);
    const end = valueEnd(text, value, limit, brackets);
    if (end < 0) return undefined;
    const name = value > at ? text.slice(at, wordEnd(text, at)) : '';
    if (name === 'form') form = FORMS[text.slice(value, end)] ?? 'parenthetical';
    if (name === 'supplement' && text[value] === '[') supplement = { start: value + 1, end: end - 1 };
    at = Math.max(end, at + 1);
  }
  return undefined;
}

/** Behind the name and colon of a named argument; `at` where there is no name. */
function valueStart(text: string, at: number, limit: number): number {
  const colon = skipSpace(text, wordEnd(text, at), limit);
  return isLetter(text.charCodeAt(at)) && text[colon] === ':' ? skipSpace(text, colon + 1, limit) : at;
}

/** The end of a value; -1 where it is not closed. */
function valueEnd(text: string, at: number, limit: number, brackets: BracketMap): number {
  if (text[at] === '"') {
    const quote = closingQuote(text, at, limit);
    return quote < 0 ? -1 : quote + 1;
  }
  if (text[at] === '[' || text[at] === '(' || text[at] === '{') {
    const close = brackets.close(at);
    return close < 0 || close >= limit ? -1 : close + 1;
  }
  return wordEnd(text, at);
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (isLetter(text.charCodeAt(end)) || text[end] === '-') end++;
  return end;
}
