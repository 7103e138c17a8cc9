import { closeness, type WordMatch } from './leaf';
import { RANKING } from './settings';

/**
 * The factor by which a score grows for how the words of a query stand in a title: how many of them, how many in the
 * order of the query, and whether the title begins with all of them.
 * @param title the words of the title by number
 * @param stemOf the term of a word's stem
 */
export function titleFactor(title: Uint32Array, query: readonly WordMatch[], stemOf: (word: number) => number): number {
  if (query.length === 0 || title.length === 0) return 1;
  let inTitle = 0;
  let inOrder = 0;
  let atStart = query.length <= title.length ? 1 : 0;
  let previous = -1;
  for (let i = 0; i < query.length; i++) {
    let at = previous + 1;
    let close = at < title.length ? closeness(query[i], title[at], stemOf) : 0;
    inOrder += close;
    for (let other = 0; close === 0 && other < title.length; other++) {
      close = closeness(query[i], title[other], stemOf);
      at = other;
    }
    inTitle += close;
    if (close > 0) previous = at;
    atStart = at === i ? atStart * close : 0;
  }
  const share = inTitle / query.length;
  const order = query.length > 1 ? inOrder / query.length : 0;
  return 1 + RANKING.inTitle * share * share + RANKING.inOrder * order + RANKING.atStart * atStart;
}
