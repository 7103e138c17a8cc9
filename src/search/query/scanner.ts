import type { OffsetRange } from '../../base/position';

/** The pieces of a typed query. Every character that is no white space belongs to one. */
export type Token = OffsetRange &
  (
    | { readonly kind: 'open' | 'close' | 'or' }
    /** `+`, `-` or `NOT` before something. */
    | { readonly kind: 'sign'; readonly presence: 'must' | 'not' }
    /** `title:`; a name before a colon with something behind it. */
    | { readonly kind: 'field'; readonly name: string }
    /** Text in quotes; `closed` tells whether the second quote is there. */
    | { readonly kind: 'quoted'; readonly text: string; readonly closed: boolean }
    | { readonly kind: 'word'; readonly text: string }
  );

const QUOTES = '"“”„';
const SPACE = /\s/;
/** A name before a colon; what follows `://` is an address. */
const LONGEST_FIELD = 24;
const FIELD = /^([A-Za-z]{1,20}):(?!\/\/)/;

/** Cuts a query into tokens. Never throws; always advances. */
export function scanQuery(query: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at < query.length;) {
    if (SPACE.test(query[at])) {
      at++;
      continue;
    }
    const token = tokenAt(query, at, depth);
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(query: string, start: number, depth: number): Token {
  const char = query[start];
  const one = { start, end: start + 1 };
  const followed = start + 1 < query.length && !SPACE.test(query[start + 1]);
  if (char === '(') return { kind: 'open', ...one };
  if (char === ')' && depth > 0) return { kind: 'close', ...one };
  if (QUOTES.includes(char)) return quotedAt(query, start);
  if (char === '+' && followed) return { kind: 'sign', presence: 'must', ...one };
  if (char === '-' && followed) return { kind: 'sign', presence: 'not', ...one };
  const name = FIELD.exec(query.slice(start, start + LONGEST_FIELD))?.[1];
  if (name !== undefined) return { kind: 'field', name, start, end: start + name.length + 1 };
  const end = chunkEnd(query, start, depth);
  return wordOrOperator(query.slice(start, end), start, end);
}

function quotedAt(query: string, start: number): Token {
  let end = start + 1;
  while (end < query.length && !QUOTES.includes(query[end])) end++;
  const closed = end < query.length;
  return { kind: 'quoted', text: query.slice(start + 1, end), closed, start, end: closed ? end + 1 : end };
}

/** A chunk goes on to white space, a quote, or a parenthesis that means something there. */
function chunkEnd(query: string, start: number, depth: number): number {
  let end = start + 1;
  let inner = 0;
  for (; end < query.length; end++) {
    const char = query[end];
    if (SPACE.test(char) || QUOTES.includes(char)) break;
    if (char === '(') {
      if (query[end - 1] === ':') break;
      inner++;
    }
    if (char === ')') {
      if (inner === 0 && depth > 0) break;
      inner--;
    }
  }
  return end;
}

function wordOrOperator(text: string, start: number, end: number): Token {
  if (text === 'OR') return { kind: 'or', start, end };
  if (text === 'NOT') return { kind: 'sign', presence: 'not', start, end };
  return { kind: 'word', text, start, end };
}
