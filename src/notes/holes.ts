import type { OffsetRange } from '../base/position';
import { textOfValue } from './templateValue';

/** Marks around a hole's number: characters for private use, which are text to YAML wherever they stand. */
const [OPEN, CLOSE] = ['\u{10fa11}', '\u{10fa12}'];
const HOLE = new RegExp(`${OPEN}(\\d{1,9})${CLOSE}`, 'gu');

/** A piece of a text with holes: what stands there, or the value of a hole. */
export type Piece = OffsetRange & ({ readonly text: string } | { readonly value: unknown });

/**
 * What a template was given for the places where it writes values. The text that it makes has a hole in each such place; what
 * the values say is filled in once it is known what the place is: text, or front matter. So no value can be taken for more
 * than it is.
 */
export class Holes {
  readonly #values: unknown[] = [];

  /** The hole that stands for a value. */
  hold(value: unknown): string {
    return `${OPEN}${this.#values.push(value) - 1}${CLOSE}`;
  }

  /** A text in pieces: what is no hole, and the values of the holes, in order. */
  pieces(text: string): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    const addText = (end: number) => {
      if (end > at) pieces.push({ start: at, end, text: text.slice(at, end) });
    };
    for (const { 0: hole, 1: number, index } of text.matchAll(HOLE)) {
      if (Number(number) >= this.#values.length) continue;
      addText(index);
      at = index + hole.length;
      pieces.push({ start: index, end: at, value: this.#values[Number(number)] });
    }
    addText(text.length);
    return pieces;
  }

  /** Whether a text has a hole. */
  isIn(text: string): boolean {
    return text.includes(OPEN) && this.pieces(text).some((piece) => 'value' in piece);
  }

  /** The value where a text is one hole and nothing else. */
  only(text: string): { readonly value: unknown } | undefined {
    const [piece, ...more] = this.pieces(text);
    return piece && 'value' in piece && more.length === 0 ? piece : undefined;
  }

  /** The text with every value in it, as plain text or as it is to be written. */
  fill(text: string, write: (value: unknown) => string = textOfValue): string {
    return this.pieces(text)
      .map((piece) => ('text' in piece ? piece.text : write(piece.value)))
      .join('');
  }
}
