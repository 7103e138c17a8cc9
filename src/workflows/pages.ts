/** How many rows of a level are shown at first and added by "Show more". */
export const PAGE_SIZE = 300;

/** Remembers how many rows of each level of a long list are shown. */
export class Pages {
  readonly #shown = new Map<string, number>();

  /** The first rows of a level, and how many are left out. */
  take<T>(level: string, rows: readonly T[]): { readonly rows: readonly T[]; readonly left: number } {
    const count = this.#shown.get(level) ?? PAGE_SIZE;
    return { rows: rows.slice(0, count), left: Math.max(0, rows.length - count) };
  }

  /** Shows one more page of a level. */
  more(level: string): void {
    this.#shown.set(level, (this.#shown.get(level) ?? PAGE_SIZE) + PAGE_SIZE);
  }

  /** Shows at least `count` rows of a level; tells whether that needed more pages. */
  reach(level: string, count: number): boolean {
    if (count <= (this.#shown.get(level) ?? PAGE_SIZE)) return false;
    this.#shown.set(level, Math.ceil(count / PAGE_SIZE) * PAGE_SIZE);
    return true;
  }

  /** Back to the first page everywhere. */
  reset(): void {
    this.#shown.clear();
  }
}
