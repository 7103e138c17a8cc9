import { NEWLINE } from '../shared/characters';
import { BRACE_CLOSE, BRACKET_CLOSE, PARENTHESIS_CLOSE } from './lexemes';

// What the text is, by the code of the character that ends it; a number, as hostile text opens half a million brackets.
export const OUTSIDE = 0;
export const MARKUP = BRACKET_CLOSE;
export const ARGUMENTS = PARENTHESIS_CLOSE;
export const BLOCK = BRACE_CLOSE;
/** A statement such as `#let`, which ends with its line. */
export const STATEMENT = NEWLINE;
/** One such as `#if`, which ends with its last block; no character closes it. */
export const BLOCKS = 1;

/** The brackets and statements around a place in a Typst text. */
export class Frames {
  #codes = new Uint8Array(64);
  #depth = 0;
  #innermost = OUTSIDE;

  get depth(): number {
    return this.#depth;
  }

  /** The code of the innermost. */
  get innermost(): number {
    return this.#innermost;
  }

  /** Whether it is a statement. */
  get isStatement(): boolean {
    return this.#innermost === STATEMENT || this.#innermost === BLOCKS;
  }

  /** Whether the text is code here, and not markup. */
  get isCode(): boolean {
    return this.#innermost !== OUTSIDE && this.#innermost !== MARKUP;
  }

  push(code: number): void {
    if (this.#depth === this.#codes.length) this.#codes = doubled(this.#codes);
    this.#codes[this.#depth++] = code;
    this.#innermost = code;
  }

  pop(): void {
    this.#depth--;
    this.#innermost = this.#depth > 0 ? this.#codes[this.#depth - 1] : OUTSIDE;
  }
}

function doubled(list: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(2 * list.length);
  longer.set(list);
  return longer;
}
