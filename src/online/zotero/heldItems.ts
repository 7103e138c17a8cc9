import { Cooperation } from '../../base/cooperate';
import { hash53 } from '../../base/hash';
import type { ZoteroItem } from './items';
import { isAnnotationLine, lineOf, type Snapshot, type SnapshotHead } from './snapshot';

/** The items of a library while they are brought up to date. */
export class HeldItems {
  readonly lines: Map<string, string>;
  readonly #cooperation = new Cooperation();
  #latest: string;
  #latestItems: Record<string, number>;
  #isChanged = false;
  #hasNewFiles = false;

  constructor(before?: Snapshot) {
    this.lines = before?.lines ?? new Map<string, string>();
    this.#latest = before?.head.latest ?? '';
    this.#latestItems = { ...before?.head.latestItems };
  }

  /** When items were changed last, and which. */
  get latest(): Pick<SnapshotHead, 'latest' | 'latestItems'> {
    return { latest: this.#latest, latestItems: this.#latestItems };
  }

  /** Whether any item is another than before. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Whether there are attachments that were not there before. */
  get hasNewFiles(): boolean {
    return this.#hasNewFiles;
  }

  /** Takes items as they are now. Lets others run meanwhile. */
  async take(items: readonly ZoteroItem[]): Promise<void> {
    for (const item of items) {
      await this.#cooperation.yieldIfDue();
      if (item.deleted) this.drop(item.key);
      else this.#keep(item);
      this.#date(item);
    }
  }

  drop(key: string): void {
    if (this.lines.delete(key)) this.#isChanged = true;
  }

  /** Tells the sets of items apart; annotations do not count where they are not in the list that is followed. */
  keysText(withAnnotations: boolean): string {
    const own = withAnnotations ? this.lines : [...this.lines].filter(([, line]) => !isAnnotationLine(line));
    return keysText(Array.from(own, ([key]) => key));
  }

  #keep(item: ZoteroItem): void {
    const line = lineOf(item);
    const before = this.lines.get(item.key);
    if (before === line) return;
    this.#isChanged = true;
    if (before === undefined && item.itemType === 'attachment') this.#hasNewFiles = true;
    this.lines.set(item.key, line);
  }

  #date({ key, version, dateModified = '' }: ZoteroItem): void {
    if (dateModified > this.#latest) {
      this.#latest = dateModified;
      this.#latestItems = {};
    }
    if (dateModified === this.#latest) this.#latestItems[key] = version;
  }
}

/** Tells sets of keys apart, in whatever order they come. */
export function keysText(keys: readonly string[]): string {
  // What would be rounded would depend on the order.
  let sum = 0;
  for (const key of keys) sum = (sum + (hash53(key) % 2 ** 32)) % 2 ** 32;
  return `${keys.length}-${sum.toString(36)}`;
}
