import type { WordRow } from '../index/segment';
import { closeness, type WordMatch } from './leaf';
import { RANKING } from './settings';

/**
 * The factor by which a score grows for how the words of a query stand in a title: how many of them, how many in the
 * order of the query, and whether the title begins with all of them. Stop words alone say nothing.
 * @param stemOf the term of a word's stem
 */
export function titleFactor(
  { words, start, end }: WordRow,
  query: readonly WordMatch[],
  stemOf: (word: number) => number,
): number {
  if (query.length === 0 || start === end) return 1;
  let inTitle = 0;
  let isTold = query.every((match) => !match.telling);
  let inOrder = 0;
  let atStart = query.length <= end - start ? 1 : 0;
  let previous = start - 1;
  for (let i = 0; i < query.length; i++) {
    let at = previous + 1;
    let close = at < end ? closeness(query[i], words[at], stemOf) : 0;
    inOrder += close;
    for (let other = start; close === 0 && other < end; other++) {
      close = closeness(query[i], words[other], stemOf);
      at = other;
    }
    inTitle += close;
    if (close > 0) {
      previous = at;
      isTold ||= query[i].telling;
    }
    atStart = at === start + i ? atStart * close : 0;
  }
  if (!isTold) return 1;
  const share = inTitle / query.length;
  const order = query.length > 1 ? inOrder / query.length : 0;
  return 1 + RANKING.inTitle * share * share + RANKING.inOrder * order + RANKING.atStart * atStart;
}

/** Whether a query that is a text may be meant as a title: it says nearly all of it, or little besides. */
export function mayMeanTitle(
  { words, start, end }: WordRow,
  query: readonly WordMatch[],
  stemOf: (word: number) => number,
): boolean {
  const said = new Set<number>();
  let meant = 0;
  for (const match of query) {
    let isMet = false;
    for (let at = start; at < end; at++) {
      if (closeness(match, words[at], stemOf) === 0) continue;
      said.add(at);
      isMet = true;
    }
    if (isMet) meant++;
  }
  return said.size >= (end - start) * RANKING.titleSaid || meant >= query.length * RANKING.saidInTitle;
}

/** Whether all words of a query stand in a title, as they are or nearly so. */
export function holdsAll(
  { words, start, end }: WordRow,
  query: readonly WordMatch[],
  stemOf: (word: number) => number,
): boolean {
  return query.every((match) => {
    for (let at = start; at < end; at++) if (closeness(match, words[at], stemOf) > 0) return true;
    return false;
  });
}
