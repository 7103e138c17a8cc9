import type { RankReply, RankRequest, SlotReason } from '../protocol';
import type { SlotTable } from '../slots';
import {
  type PaperUse,
  type RankablePaper,
  type RankedPaper,
  type RankingReason,
  type RankingWishes,
} from './contract';

/** More of an abstract than this says nothing new. */
const LONGEST_ABSTRACT = 5000;
const LONGEST_TITLE = 1000;
/** More authors or keywords of one paper are not looked at. */
const MOST_NAMES = 200;
const LONGEST_NAME = 200;

/** What the worker is asked, in no more room than it needs. */
export function rankRequest(
  candidates: readonly RankablePaper[],
  { interests, unwanted = [], followed, muted }: RankingWishes,
  slots: SlotTable,
): RankRequest {
  const known = interests.filter(({ id, weight }) => slots.find(id) !== undefined && Number.isFinite(weight));
  return {
    candidates: candidates.map(shortened),
    interests: {
      slots: Uint32Array.from(known, ({ id }) => slots.find(id)!),
      weights: Float32Array.from(known, ({ weight }) => weight),
    },
    unwanted: unwanted.map(shortened),
    followed,
    muted,
  };
}

function shortened({ title, abstract, authors, keywords, upvotes, date }: RankablePaper): RankablePaper {
  return {
    title: title.slice(0, LONGEST_TITLE),
    abstract: abstract?.slice(0, LONGEST_ABSTRACT),
    authors: authors && namesOf(authors),
    keywords: keywords && namesOf(keywords),
    upvotes,
    date,
  };
}

function namesOf(names: readonly string[]): readonly string[] {
  return names.slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME));
}

/** The worker's answer with papers by their citekeys. */
export function rankedPapers(reply: RankReply, { interests }: RankingWishes, slots: SlotTable): RankedPaper[] {
  const uses = new Map(interests.map(({ id, use }) => [id, use]));
  return reply.map((paper) => ({ ...paper, reasons: paper.reasons.map((reason) => namedReason(reason, uses, slots)) }));
}

function namedReason(reason: SlotReason, uses: ReadonlyMap<string, PaperUse>, slots: SlotTable): RankingReason {
  if (reason.kind !== 'like') return reason;
  const ids = reason.slots.map((slot) => slots.id(slot));
  return { kind: 'like', papers: ids.map((id) => ({ id, use: uses.get(id) ?? 'listed' })) };
}
