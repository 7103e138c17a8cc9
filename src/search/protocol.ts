import type { Explanation, Facets, MatchMode, QueryProblem, Shortfall } from './contract';
import type { Band, RankablePaper, RankingReason, RankingWishes } from './digest/contract';
import type { Transfer } from './transfer';

/**
 * Papers are named by slot across the threads: a small number that the client gives to each citekey and never gives to
 * another one, so that an answer is arrays of numbers, and a late answer still names the right papers.
 */
export type Slot = number;

/** The found papers of an answer, best first, as parallel columns whose buffers are moved, not copied. */
export interface HitColumns {
  readonly slots: Uint32Array;
  readonly scores: Float32Array;
  /** One bit for each field, by `fieldBit`. */
  readonly fields: Uint16Array;
}

/** An answer as it crosses the threads. */
export interface SearchReply {
  readonly mode: MatchMode;
  readonly shortfall?: Shortfall;
  readonly isPassage?: boolean;
  readonly problems: readonly QueryProblem[];
  readonly total: number;
  readonly searched: number;
  readonly hits: HitColumns;
}

/** What a cache file held: the papers that can be searched before any was sent. */
export interface OpenReply {
  /** Citekeys of slots 0, 1, …; empty without a usable cache. */
  readonly ids: readonly string[];
  /** The fingerprint of each of these papers, as `documentFingerprint` makes it. */
  readonly fingerprints: Float64Array;
}

/** Near papers, nearest first, as parallel columns. */
export interface RelatedColumns {
  readonly slots: Uint32Array;
  readonly similarities: Float32Array;
}

/** Papers that speak of a text, best first, as parallel columns. */
export interface SupportColumns {
  readonly slots: Uint32Array;
  readonly scores: Float32Array;
  readonly fields: readonly ('abstract' | 'note')[];
  readonly sentences: readonly string[];
}

/** What is to be ranked, and by what. */
export interface RankRequest extends Omit<RankingWishes, 'interests'> {
  readonly candidates: readonly RankablePaper[];
  /** In parallel; a weight below 0 is that of a paper that the user does not care for. */
  readonly interests: { readonly slots: Uint32Array; readonly weights: Float32Array };
}

/** Why a paper stands where it stands; papers of the library are named by slot. */
export type SlotReason = Exclude<RankingReason, { kind: 'like' }> | { readonly kind: 'like'; readonly slots: Slot[] };

/** The candidates, best first. */
export type RankReply = readonly {
  readonly index: number;
  readonly score: number;
  readonly band: Band;
  readonly reasons: readonly SlotReason[];
}[];

/** All that the search worker can be asked. Calls are answered in their order. */
export type SearchCalls = {
  /** The first call: the path of the cache file, if there is to be one, and whether to read it. */
  open: { request: { readonly cacheFile?: string; readonly readCache: boolean }; reply: OpenReply };
  /** Adds or replaces papers; they are searched from the next `commit` on. */
  put: { request: { readonly slots: readonly Slot[]; readonly transfer: Transfer }; reply: null };
  remove: { request: { readonly slots: readonly Slot[] }; reply: null };
  commit: { request: null; reply: null };
  /** Sets all facets of papers, seen by the next `search`; `all`: no other paper has any. */
  facets: {
    request: { readonly slots: readonly Slot[]; readonly facets: readonly Facets[]; readonly all: boolean };
    reply: null;
  };
  search: { request: { readonly query: string; readonly limit: number }; reply: SearchReply };
  explain: { request: { readonly slot: Slot; readonly query: string }; reply: Explanation | null };
  related: { request: { readonly slot: Slot; readonly limit: number }; reply: RelatedColumns };
  support: { request: { readonly text: string; readonly limit: number }; reply: SupportColumns };
  rank: { request: RankRequest; reply: RankReply };
  /** Writes the cache file where the papers changed since it was read. */
  save: { request: null; reply: null };
};

/** The buffers of an answer that can be moved to the other thread. */
export function movableBuffers(reply: unknown): ArrayBuffer[] {
  if (typeof reply !== 'object' || reply === null || !('hits' in reply)) return [];
  const { slots, scores, fields } = reply.hits as HitColumns;
  return [slots.buffer, scores.buffer, fields.buffer] as ArrayBuffer[];
}
