/** So much more than its surroundings a line of code is indented. */
const CODE = 4;

/** The list items, footnotes and definitions around a line. */
export class Containers {
  /** By how much their text is indented, the innermost last. */
  readonly #columns: number[] = [];

  get isInside(): boolean {
    return this.#columns.length > 0;
  }

  /** Leaves those that a line with this indentation does not belong to. */
  leave(indent: number): void {
    const columns = this.#columns;
    while (columns.length > 0 && columns[columns.length - 1] > indent) columns.pop();
  }

  /** A marker with this indentation, whose text is indented by `column`. */
  enter(indent: number, column: number): void {
    this.leave(indent);
    this.#columns.push(column);
  }

  /** Whether a line with this indentation that starts a block is code. */
  isCode(indent: number): boolean {
    return indent - (this.#columns.at(-1) ?? 0) >= CODE;
  }
}
