/** What tells a paper, beside its citekeys. */
export interface KnownPaper {
  readonly citekey: string;
  readonly title: string;
  readonly doi?: string;
  readonly arxiv?: string;
}

/** The papers that notes can be about. */
export interface PaperLookup {
  /** Whether the papers have been read: before, no note is said to be about none. */
  readonly isReady: boolean;
  /** The main citekey of the paper that a key names; undefined for no paper, or several. */
  citekeyOf(key: string): string | undefined;
  /** The title of the paper that has this main citekey. */
  titleOf(citekey: string): string | undefined;
  papers(): readonly KnownPaper[];
}

/** For notes without a library: nothing is known. */
export const NO_PAPERS: PaperLookup = {
  isReady: false,
  citekeyOf: () => undefined,
  titleOf: () => undefined,
  papers: () => [],
};
