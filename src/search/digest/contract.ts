/* What is asked of the ranking of papers by what a user works on, and what is answered. */

/** A paper that need not be in the library, as far as the ranking looks at it. */
export interface RankablePaper {
  readonly title: string;
  readonly abstract?: string;
  /** As people write them: `Ada Lovelace`. */
  readonly authors?: readonly string[];
  /** Keywords and categories. */
  readonly keywords?: readonly string[];
  readonly upvotes?: number;
  /** When it appeared, as ISO 8601; what begins alike is as old. */
  readonly date?: string;
}

/** What a user did with a paper, the most telling first. */
export const USES = ['cited', 'noted', 'rated', 'read', 'listed'] as const;
export type PaperUse = (typeof USES)[number];

/** A paper of the library that tells what the user works on. */
export interface Interest {
  /** The citekey. */
  readonly id: string;
  /** The most telling thing that was done with it. */
  readonly use: PaperUse;
  /** How much it tells, above 0; below 0 for a paper that the user does not care for; 0 for one that is to tell nothing. */
  readonly weight: number;
}

/** Authors by their names, and words or groups of words (`state space`), as a user chose them. */
export interface Choice {
  readonly authors?: readonly string[];
  readonly words?: readonly string[];
}

/** What papers are ranked by. */
export interface RankingWishes {
  /** Papers of the library; those that are not named are merely listed. */
  readonly interests: readonly Interest[];
  /** Papers that were said to be not for the user. */
  readonly unwanted?: readonly RankablePaper[];
  readonly followed?: Choice;
  /** What is muted comes last, whatever else speaks for it. */
  readonly muted?: Choice;
}

/** How likely a paper is for the user. */
export type Band = 'likely' | 'maybe' | 'other';

/** Why a paper stands where it stands. */
export type RankingReason =
  /** It is like these papers of the library, the nearest first; at most `NEAREST_TOLD`. */
  | { readonly kind: 'like'; readonly papers: readonly { readonly id: string; readonly use: PaperUse }[] }
  /** Words that it shares with what the user works on, as they stand in it, the most telling first. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'followed-author'; readonly name: string }
  | { readonly kind: 'followed-word'; readonly word: string }
  | { readonly kind: 'muted'; readonly what: string }
  /** It is like papers that were said to be not for the user; a place in `unwanted`. */
  | { readonly kind: 'unlike'; readonly unwanted: number }
  /** Too few papers tell what the user works on: followed authors and words count most, then upvotes. */
  | { readonly kind: 'little-known'; readonly upvotes?: number };

/** A candidate in its place. */
export interface RankedPaper {
  /** Its place among the candidates. */
  readonly index: number;
  /** A higher score is better; scores compare within one answer only. */
  readonly score: number;
  readonly band: Band;
  /** The strongest first; far down, only what was followed or muted. */
  readonly reasons: readonly RankingReason[];
}

/** So many near papers are told. */
export const NEAREST_TOLD = 3;
