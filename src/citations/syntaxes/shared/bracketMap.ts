import { lineEnd } from './characters';

/**
 * Where brackets close. A stretch of text (a line, a paragraph) is looked through once, when first asked about, so that
 * text full of unclosed brackets takes linear time. A backslash takes the next character's meaning away. Braces bind
 * more strongly than square brackets, and these than parentheses: a closing one also ends the weaker ones left open.
 */
export class BracketMap {
  readonly #text: string;
  readonly #kinds: string;
  readonly #stretchEnd: (text: string, at: number) => number;
  #start = 0;
  #end = 0;
  /** Distance from an opening bracket to its closing one, 0 where there is none. */
  #distance = new Int32Array(0);

  /** `kinds` are the opening brackets that count; `stretchEnd` tells how far the closing one may be. */
  constructor(text: string, kinds = '([{', stretchEnd: (text: string, at: number) => number = paragraphEnd) {
    this.#text = text;
    this.#kinds = kinds;
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
          if (this.#kinds.includes(text[i])) open.push(i);
          break;
        case 41: // )
          this.#close(open, i, '(', '');
          break;
        case 93: // ]
          this.#close(open, i, '[', '(');
          break;
        case 125: // }
          this.#close(open, i, '{', '([');
      }
    }
  }

  #close(open: number[], at: number, opening: string, weaker: string): void {
    if (!this.#kinds.includes(opening)) return;
    const text = this.#text;
    while (open.length > 0 && weaker.includes(text[open[open.length - 1]])) open.pop();
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
