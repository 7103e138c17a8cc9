import type { RankablePaper } from '../../../src/search/digest/contract';
import type { UsedPaper } from '../../../src/workflows/newPapers/interests';

/** A paper of a simulated library, with what its user did with it. */
export interface OwnPaper extends RankablePaper {
  readonly used: UsedPaper;
  /** When it came into the library, in milliseconds since 1970. */
  readonly addedAt: number;
}

/** A paper that is to be ranked, and what it is worth to the user: 0 where it is not wanted. */
export interface SceneCandidate extends RankablePaper {
  readonly gain: number;
  /** Whether it is of the one subject that the user said no to, in a scene of learning. */
  readonly isRefused?: boolean;
}

/** One day of one user: what the user has, what the user said, and what came in. */
export interface Scene {
  readonly now: number;
  readonly library: readonly OwnPaper[];
  readonly unwanted: readonly RankablePaper[];
  readonly candidates: readonly SceneCandidate[];
}

export const DAY = 24 * 60 * 60 * 1000;

/** The day of all simulated users. */
export const NOW = Date.UTC(2026, 0, 15);
