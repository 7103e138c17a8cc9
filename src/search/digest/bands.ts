import type { Band } from './contract';

/** From which scores on a paper is likely, or maybe, for the user. */
export interface BandLimits {
  readonly likely: number;
  readonly maybe: number;
}

/** A paper is likely where it fits as well as this share of the user's own papers fit with the others, … */
const LIKELY = 0.5;
/** … and maybe where it fits as well as this share of them. */
const MAYBE = 0.8;
/** Fewer own papers do not tell how well a paper must fit. */
const FEWEST = 5;
/** Less than this is chance. */
const LEAST_SCORE = 0.03;

/**
 * The limits, from how well the user's own papers fit: the score of each of them where it is not among those that tell.
 * So they do not depend on what else came in.
 */
export function bandLimits(own: readonly number[]): BandLimits {
  if (own.length < FEWEST) return { likely: Infinity, maybe: LEAST_SCORE };
  const sorted = [...own].sort((a, b) => b - a);
  const at = (share: number) => Math.max(LEAST_SCORE, sorted[Math.floor(share * (sorted.length - 1))]);
  return { likely: at(LIKELY), maybe: at(MAYBE) };
}

export function bandOf(score: number, { likely, maybe }: BandLimits): Band {
  return score >= likely ? 'likely' : score >= maybe ? 'maybe' : 'other';
}
