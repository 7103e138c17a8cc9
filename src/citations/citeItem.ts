/** One cited key with what stands around it. */
export interface CiteItem {
  readonly key: string;
  readonly prefix?: string;
  /** As written: `pp. 33-35`. */
  readonly locator?: string;
  readonly suffix?: string;
  /** What stands between locator and suffix; a comma where it is left out. */
  readonly between?: string;
  /** Only this item is to read without its author; the form `year` says so of all. */
  readonly suppressAuthor?: boolean;
}
