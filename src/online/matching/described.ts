import { yearOf } from '../../library/formats/cslItem';
import type { Description, Found } from '../found';
import { authorOverlap, familyKeys, keyOf } from './authors';
import { isWithoutSubtitle, titleSimilarity } from './titles';

/** Titles this near are the same but for a slip. */
const SAME_TITLE = 0.93;
/** A preprint may be so many years older than what people cite. */
const YEARS_APART = 4;

/**
 * The paper that is the described one, of those that services offered; undefined rather than one that only looks like it. The title has
 * to be the same but for slips and a subtitle, an author has to be shared where both name some, and the years must be near.
 */
export function describedOne(description: Description, offered: readonly Found[]): Found | undefined {
  const judged = offered
    .map((found) => ({ found, score: likeness(description, found) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return judged.at(0)?.found;
}

function likeness({ title, authors, year }: Description, { item }: Found): number {
  const similarity = titleSimilarity(title, item.title ?? '');
  const isSame = similarity >= SAME_TITLE || isWithoutSubtitle(title, item.title ?? '');
  if (!isSame) return 0;
  const overlap = authorOverlap((authors ?? []).map(keyOf), familyKeys(item.author ?? []));
  if (overlap === 0) return 0;
  const found = yearOf(item.issued);
  const apart = year === undefined || found === undefined ? 0 : Math.abs(year - found);
  if (apart > YEARS_APART) return 0;
  return similarity + (overlap ?? 0.5) - apart / 10;
}
