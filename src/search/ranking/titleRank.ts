import { closeness, type WordMatch } from './leaf';
import { RANKING } from './settings';

/** The words of a title, by number: those from `start` up to `end`. */
export interface Title {
  readonly words: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/**
 * The factor by which a score grows for how the words of a query stand in a title: how many of them, how many in the
 * order of the query, and whether the title begins with all of them.
 * @param stemOf the term of a word's stem
 */
export function titleFactor(
  { words, start, end }: Title,
  query: readonly WordMatch[],
  stemOf: (word: number) => number,
): number {
  if (query.length === 0 || start === end) return 1;
  let inTitle = 0;
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
    if (close > 0) previous = at;
    atStart = at === start + i ? atStart * close : 0;
  }
  const share = inTitle / query.length;
  const order = query.length > 1 ? inOrder / query.length : 0;
  return 1 + RANKING.inTitle * share * share + RANKING.inOrder * order + RANKING.atStart * atStart;
}
