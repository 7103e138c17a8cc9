import type { OffsetRange, Position, Range } from './position';

/**
 * Turns UTF-16 offsets of a text into lines and columns.
 * Lines end at `\n`, `\r\n` or a lone `\r`, as in VS Code's text model.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  /** Number of lines; a text without a line break has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a zero-based line. */
  lineStart(line: number): number {
    return this.#starts[line];
  }

  /** The position of an offset; one outside the text is moved to its nearer end. */
  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - this.#starts[low] };
  }

  range({ start, end }: OffsetRange): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
