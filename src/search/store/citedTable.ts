import type { CitingFile } from '../contract';
import { enlarged } from '../index/growing';
import type { Slot } from '../protocol';

/** So often a paper is cited at most. */
const MOST = 0xffff;

/** Which documents cite papers and how often, by slot. */
export class CitedTable {
  #times: Uint16Array = new Uint16Array(64);
  /** By slot, the documents as places in `paths`; most papers are cited nowhere. */
  readonly #files = new Map<Slot, readonly number[]>();
  readonly #paths: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** Replaces the documents that cite a paper. */
  set(slot: Slot, citedIn: readonly CitingFile[]): void {
    this.#times = enlarged(this.#times, slot + 1);
    const times = citedIn.reduce((sum, { count }) => sum + count, 0);
    this.#times[slot] = Math.min(MOST, times);
    if (citedIn.length > 0) {
      const numbers = citedIn.map(({ path }) => this.#number(path.toLowerCase()));
      this.#files.set(slot, numbers);
    } else this.#files.delete(slot);
  }

  clear(): void {
    this.#times.fill(0);
    this.#files.clear();
  }

  /** Whether a paper is cited so often. */
  isCited(slot: Slot, from: number, to: number): boolean {
    const times = this.#times[slot] ?? 0;
    return times >= from && times <= to;
  }

  /** The test whether a document cites a paper whose path contains a text. */
  citedInFile(text: string): (slot: Slot) => boolean {
    const fits = this.#paths.map((path) => path.includes(text));
    return (slot) => this.#files.get(slot)?.some((number) => fits[number]) ?? false;
  }

  /** The paths of all documents that cite papers. */
  paths(): string[] {
    return [...new Set([...this.#files.values()].flat())].map((number) => this.#paths[number]);
  }

  #number(path: string): number {
    const known = this.#numbers.get(path);
    if (known !== undefined) return known;
    this.#numbers.set(path, this.#paths.length);
    return this.#paths.push(path) - 1;
  }
}
