import { lineEnd } from './characters';

const BACKSLASH = 92;
const ROUND = 40;
const ROUND_CLOSE = 41;
const SQUARE = 91;
const SQUARE_CLOSE = 93;
const CURLY = 123;
const CURLY_CLOSE = 125;

/**
 * Where brackets close. A stretch of text (a line, a paragraph) is looked through once, when first asked about, so that
 * text full of unclosed brackets takes linear time. A backslash takes the next character's meaning away. Braces bind
 * more strongly than square brackets, and these than parentheses: a closing one also ends the weaker ones left open.
 */
export class BracketMap {
  readonly #text: string;
  readonly #round: boolean;
  readonly #square: boolean;
  readonly #curly: boolean;
  readonly #stretchEnd: (text: string, at: number) => number;
  #start = 0;
  #end = 0;
  /** Distance from an opening bracket to its closing one, 0 where there is none. */
  #distance = new Int32Array(1024);
  readonly #open: number[] = [];

  /** `kinds` are the opening brackets that count; `stretchEnd` tells how far the closing one may be. */
  constructor(text: string, kinds = '([{', stretchEnd: (text: string, at: number) => number = paragraphEnd) {
    this.#text = text;
    this.#round = kinds.includes('(');
    this.#square = kinds.includes('[');
    this.#curly = kinds.includes('{');
    this.#stretchEnd = stretchEnd;
  }

  /** The offset of the bracket that closes the one at `at`, or -1. Ask in rising order. */
  close(at: number): number {
    if (at < this.#start || at >= this.#end) this.#read(at);
    const distance = this.#distance[at - this.#start];
    return distance > 0 ? at + distance : -1;
  }

  #read(at: number): void {
    const text = this.#text;
    const end = Math.max(this.#stretchEnd(text, at), at + 1);
    this.#start = at;
    this.#end = end;
    if (this.#distance.length < end - at) this.#distance = new Int32Array(2 * (end - at));
    else this.#distance.fill(0, 0, end - at);
    this.#open.length = 0;
    for (let i = at; i < end; i++) {
      switch (text.charCodeAt(i)) {
        case BACKSLASH:
          i++;
          break;
        case ROUND:
          if (this.#round) this.#open.push(i);
          break;
        case SQUARE:
          if (this.#square) this.#open.push(i);
          break;
        case CURLY:
          if (this.#curly) this.#open.push(i);
          break;
        case ROUND_CLOSE:
          if (this.#round) this.#close(i, ROUND);
          break;
        case SQUARE_CLOSE:
          if (this.#square) this.#close(i, SQUARE);
          break;
        case CURLY_CLOSE:
          if (this.#curly) this.#close(i, CURLY);
      }
    }
  }

  /** The codes of the brackets rise with how strongly they bind. */
  #close(at: number, kind: number): void {
    const open = this.#open;
    while (open.length > 0 && this.#text.charCodeAt(open[open.length - 1]) < kind) open.pop();
    const start = open.at(-1);
    if (start === undefined || this.#text.charCodeAt(start) !== kind) return;
    open.pop();
    this.#distance[start - this.#start] = at - start;
  }
}

/** The end of the paragraph around `at`: the next blank line, or the end of the text. */
export function paragraphEnd(text: string, at: number): number {
  for (let end = lineEnd(text, at); end < text.length; end = lineEnd(text, end + 1)) {
    let next = end + 1;
    while (text[next] === ' ' || text[next] === '\t' || text[next] === '\r') next++;
    if (next >= text.length || text[next] === '\n') return end;
  }
  return text.length;
}
