import { lineEnd } from './characters';

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Where brackets close. A stretch of text (a line, a paragraph) is looked through once, when first asked about, so that
 * text full of unclosed brackets takes linear time. A backslash takes the next character's meaning away; a closing
 * brace closes the brackets left open inside of its braces, a closing bracket or parenthesis only its own kind.
 */
export class BracketMap {
  readonly #text: string;
  readonly #stretchEnd: (text: string, at: number) => number;
  #start = 0;
  #end = 0;
  /** Distance from an opening bracket to its closing one, 0 where there is none. */
  #distance = new Int32Array(0);

  /** `stretchEnd` tells how far the closing bracket of one at an offset may be. */
  constructor(text: string, stretchEnd: (text: string, at: number) => number = paragraphEnd) {
    this.#text = text;
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
    this.#start = at;
    this.#end = Math.max(this.#stretchEnd(text, at), at + 1);
    this.#distance = new Int32Array(this.#end - at);
    const open: number[] = [];
    for (let i = at; i < this.#end; i++) {
      switch (text.charCodeAt(i)) {
        case 92: // \
          i++;
          break;
        case 40: // (
        case 91: // [
        case 123: // {
          open.push(i);
          break;
        case 41: // )
        case 93: // ]
        case 125: // }
          this.#close(open, i);
      }
    }
  }

  #close(open: number[], at: number): void {
    const text = this.#text;
    const opening = PAIRS[text[at]];
    if (opening === '{') {
      while (open.length > 0 && text[open[open.length - 1]] !== '{') open.pop();
    }
    const start = open.at(-1);
    if (start === undefined || text[start] !== opening) return;
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
