import { readingStage } from '../../library/model/readingStage';
import type { Interest, PaperUse } from '../../search/digest/contract';

/** What is known of how a user used a paper. Times are in milliseconds since 1970. */
export interface UsedPaper {
  readonly id: string;
  /** How often documents cite it. */
  readonly cited: number;
  readonly hasNote: boolean;
  readonly rating?: number;
  readonly status?: string;
  /** When anything was done with it last, where that is known. */
  readonly usedAt?: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** A paper that was used so many days before the one that was used last tells half of what that one tells … */
const HALF_LIFE = 120;
/** … but never less than this part. */
const LEAST_OF_OLD = 0.03;
/** What is known of no time tells so much of what the paper that was used last tells. */
const UNKNOWN_TIME = 0.5;
/** How much each use tells. */
const WEIGHTS: Readonly<Record<PaperUse, number>> = { cited: 4, noted: 3, rated: 2, read: 1.5, listed: 0.25 };
/** Ratings go from 1 to this. */
const BEST_RATING = 5;
/** A rating below this says that the user does not care for the paper. */
const MIDDLE_RATING = 2.5;

/**
 * What the papers that a user used tell of what the user works on. Papers that are only listed need not be named.
 * @param now in milliseconds since 1970
 */
export function interestsOf(used: Iterable<UsedPaper>, now: number): Interest[] {
  const papers = [...used];
  const latest = latestUse(papers, now);
  return papers.map((paper) => interestOf(paper, latest)).filter(({ use }) => use !== 'listed');
}

function interestOf(paper: UsedPaper, latest: number): Interest {
  const { id, cited, rating } = paper;
  const use = useOf(paper);
  const liked = rating === undefined || !(rating >= 0) ? 1 : likingOf(rating);
  // What is cited often tells more, though not so many times more.
  const times = use === 'cited' ? 1 + Math.log2(cited) / 4 : 1;
  const weight =
    WEIGHTS[use] * times * recency(paper.usedAt, latest) * (use === 'cited' ? Math.max(liked, 0.5) : liked);
  return { id, use, weight };
}

/** The most telling thing that was done with a paper. */
function useOf({ cited, hasNote, rating, status }: UsedPaper): PaperUse {
  if (cited > 0) return 'cited';
  if (hasNote) return 'noted';
  if (rating !== undefined) return 'rated';
  const stage = status === undefined ? undefined : readingStage(status);
  return stage === 'read' || stage === 'reading' ? 'read' : 'listed';
}

/** From −0.5 for the worst rating to 1.5 for the best one. */
function likingOf(rating: number): number {
  const from = Math.min(BEST_RATING, rating) - MIDDLE_RATING;
  return from < 0 ? from / (2 * MIDDLE_RATING) : 0.75 + (0.75 * from) / (BEST_RATING - MIDDLE_RATING);
}

/** When a paper was used last: now, where a clock was ahead. Who was away for a year goes on with what was used before. */
function latestUse(used: readonly UsedPaper[], now: number): number {
  const times = used.map(({ usedAt }) => usedAt).filter((time) => time !== undefined && Number.isFinite(time));
  return times.reduce<number>((latest, time) => Math.max(latest, Math.min(now, time!)), -Infinity);
}

function recency(usedAt: number | undefined, latest: number): number {
  if (usedAt === undefined || !Number.isFinite(usedAt)) return UNKNOWN_TIME;
  const days = Math.max(0, latest - usedAt) / DAY;
  return Math.max(LEAST_OF_OLD, 0.5 ** (days / HALF_LIFE));
}
