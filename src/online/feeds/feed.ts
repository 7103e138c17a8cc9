import type { CslItem } from '../../library/model/csl';

/** Where new papers come from, as the setting states it. */
export type Feed = { readonly name?: string } & (
  | { readonly kind: 'huggingface-daily' | 'huggingface-trending' }
  | { readonly kind: 'arxiv'; readonly categories: readonly string[] }
  | { readonly kind: 'biorxiv' | 'medrxiv'; readonly category?: string }
  | { readonly kind: 'rss'; readonly url: string }
  | { readonly kind: 'list'; readonly path: string }
  | { readonly kind: 'semanticscholar'; readonly from: 'recent' | 'all-cs' }
);

export type FeedKind = Feed['kind'];

/** A paper as a feed tells it. */
export interface FeedPaper {
  readonly item: CslItem;
  /** The web page where a person can look at it. */
  readonly url?: string;
  /** By which its feed tells it from others, on whatever day; nothing of another feed has the same. */
  readonly guid?: string;
  /** The date as its feed states it: with its page it tells it from what that page shows later. */
  readonly dated?: string;
  readonly upvotes?: number;
  /** Where its code is. */
  readonly code?: string;
  /** Categories and keywords. */
  readonly categories?: readonly string[];
  /** The version of the paper, from 1 on, where the feed says it. */
  readonly version?: number;
  /** Whether the feed says that this is another version of a paper that has been out before. */
  readonly isReplacement?: boolean;
}

/** What a feed is asked for. */
export interface FeedQuestion {
  /** The day where the user is: `2026-01-31`. */
  readonly today: string;
  /** The day on which it was last asked, where it was. */
  readonly since?: string;
  /** Papers that the user works with, by which services that recommend papers are asked: DOIs and arXiv identifiers. */
  readonly examples?: readonly Example[];
}

/** A paper by which others are recommended. */
export type Example = { readonly doi: string } | { readonly arxiv: string };

/** What a feed gave. */
export interface FeedAnswer {
  /** In its order. */
  readonly papers: readonly FeedPaper[];
  /** How many more it had than are taken at once. */
  readonly leftOut: number;
}

/** No more papers of a feed are taken at once; more are a mistake, or an attack. */
export const MOST_PAPERS = 5000;

/** How many of so many papers are left out. */
export function leftOutOf(count: number, most = MOST_PAPERS): number {
  return Math.max(0, count - most);
}

/** The most bytes of one answer. */
export const LARGEST_FEED = 30_000_000;
