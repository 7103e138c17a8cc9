import type { Unfound } from './leftInBox';

/** A text that the box for papers offers, and where it is from. */
export interface BoxOffer {
  readonly text: string;
  readonly from: string;
}

/** Of texts that say the same, but for blanks, the first one; none that was left before and stands there with its reason. */
export function distinctOffers(offers: readonly BoxOffer[], left: readonly Unfound[]): readonly BoxOffer[] {
  const shown = new Set(left.map(({ text }) => bare(text)));
  return offers.filter(({ text }) => !shown.has(bare(text)) && shown.add(bare(text)));
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
