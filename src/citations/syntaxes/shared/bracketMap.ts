import { CARRIAGE_RETURN, codeAt, isBlank, lineEnd, NEWLINE } from './characters';

const BACKSLASH = 92;

/** The brackets, opening and closing; those that bind more strongly come later. */
const PAIRS = ['()', '[]', '{}'];

/** How far a closing bracket is looked for before the whole stretch is: most brackets are short. */
const IN_SIGHT = 64;
/** So many brackets in the one that is looked for are followed. */
const MOST_INSIDE = 8;

const NONE = new Int32Array(0);
const tables = new Map<string, Int8Array>();

/** What a character is: 1 to 3 for an opening bracket by how strongly it binds, the negative of that for a closing one. */
function tableOf(openings: string): Int8Array {
  const known = tables.get(openings);
  if (known) return known;
  const table = new Int8Array(128);
  PAIRS.forEach((pair, i) => {
    if (!openings.includes(pair[0])) return;
    table[pair.charCodeAt(0)] = i + 1;
    table[pair.charCodeAt(1)] = -(i + 1);
  });
  tables.set(openings, table);
  return table;
}

/**
 * Where brackets close. A stretch of text (a line, a paragraph) is looked through once, when first asked about a bracket that
 * does not close in sight, so that text full of unclosed brackets takes linear time. A backslash takes the next character's
 * meaning away. Braces bind more strongly than square brackets, and these than parentheses: a closing one also ends the weaker
 * ones left open.
 */
export class BracketMap {
  readonly #text: string;
  readonly #kinds: Int8Array;
  readonly #stretchEnd: (text: string, at: number) => number;
  readonly #escape: number;
  #start = 0;
  #end = 0;
  /** Behind the last bracket of the stretch that closes: what opens from there on stays open. */
  #lastClose = 0;
  /** The same of the whole text, once it is known: text that closes nothing need not be divided into stretches. */
  #lastCloseOfAll: number | undefined;
  /** Distance from an opening bracket to its closing one, 0 where there is none. */
  #distance: Int32Array = NONE;
  /** The kinds of the brackets left open in sight. */
  readonly #inside = new Int8Array(MOST_INSIDE);
  /** The brackets left open: the distance from the start of the stretch times four, and the kind. */
  #open: Int32Array = NONE;

  /**
   * `kinds` are the opening brackets that count; `stretchEnd` tells how far the closing one may be; `escape` is the code of
   * the character that takes a bracket's meaning away, 0 for none.
   */
  constructor(
    text: string,
    kinds = '([{',
    stretchEnd: (text: string, at: number) => number = paragraphEnd,
    escape = BACKSLASH,
  ) {
    this.#escape = escape;
    this.#text = text;
    this.#stretchEnd = stretchEnd;
    this.#kinds = tableOf(kinds);
  }

  /** The offset of the bracket that closes the one at `at`, or -1. Ask in rising order. */
  close(at: number): number {
    this.#lastCloseOfAll ??= this.#behindLastClose(0, this.#text.length);
    if (at >= this.#lastCloseOfAll) return -1;
    if (at < this.#start || at >= this.#end) {
      const close = this.#closeInSight(at);
      if (close > 0) return close;
      this.#read(at);
    }
    if (at >= this.#lastClose) return -1;
    const distance = this.#distance[at - this.#start];
    return distance > 0 ? at + distance : -1;
  }

  /** The bracket that closes the one at `at` a few characters on in the same line; -1 where that needs a closer look. */
  #closeInSight(at: number): number {
    const text = this.#text;
    const kinds = this.#kinds;
    const inside = this.#inside;
    const end = Math.min(text.length, at + IN_SIGHT);
    let depth = 0;
    for (let i = at; i < end; i++) {
      let code = text.charCodeAt(i);
      if (code === this.#escape) code = codeAt(text, ++i) === NEWLINE ? NEWLINE : code;
      if (code === NEWLINE) return -1;
      const kind = code < 128 ? kinds[code] : 0;
      if (kind > 0) {
        if (depth === MOST_INSIDE) return -1;
        inside[depth++] = kind;
      } else if (kind < 0) {
        while (depth > 0 && inside[depth - 1] < -kind) depth--;
        if (depth === 0) return -1;
        if (inside[depth - 1] === -kind && --depth === 0) return i;
      }
    }
    return -1;
  }

  #read(at: number): void {
    const text = this.#text;
    const kinds = this.#kinds;
    let open = this.#open;
    this.#start = at;
    this.#end = Math.max(this.#stretchEnd(text, at), at + 1);
    const end = (this.#lastClose = this.#behindLastClose(at, this.#end));
    const distance = this.#cleared(end - at);
    let depth = 0;
    for (let i = at; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === this.#escape) i++;
      const kind = code < 128 ? kinds[code] : 0;
      if (kind > 0) {
        if (depth === open.length) open = longer(open);
        open[depth++] = ((i - at) << 2) | kind;
      } else if (kind < 0) {
        while (depth > 0 && (open[depth - 1] & 3) < -kind) depth--;
        if (depth === 0 || (open[depth - 1] & 3) > -kind) continue;
        const start = open[--depth] >> 2;
        distance[start] = i - at - start;
      }
    }
    this.#open = open;
  }

  /** Behind the last closing bracket before `end`, or `start` where there is none. */
  #behindLastClose(start: number, end: number): number {
    let at = end;
    for (; at > start; at--) {
      const code = this.#text.charCodeAt(at - 1);
      if (code < 128 && this.#kinds[code] < 0) break;
    }
    return at;
  }

  /** Room for this many distances, all 0. */
  #cleared(length: number): Int32Array {
    if (this.#distance.length < length) {
      this.#distance = new Int32Array(Math.max(length, Math.min(2 * length, 100_000)));
    } else this.#distance.fill(0, 0, length);
    return this.#distance;
  }
}

function longer(list: Int32Array): Int32Array {
  const copy = new Int32Array(Math.max(16, 2 * list.length));
  copy.set(list);
  return copy;
}

/** The end of the paragraph around `at`: the next blank line, or the end of the text. */
export function paragraphEnd(text: string, at: number): number {
  for (let end = lineEnd(text, at); end < text.length; end = lineEnd(text, end + 1)) {
    let next = end + 1;
    while (isBlank(codeAt(text, next)) || codeAt(text, next) === CARRIAGE_RETURN) next++;
    if (next >= text.length || codeAt(text, next) === NEWLINE) return end;
  }
  return text.length;
}
