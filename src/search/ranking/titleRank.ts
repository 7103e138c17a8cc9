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
    const next = previous + 1;
    let at = next;
    let close = next < title.length ? closeness(query[i], title[next], stemOf) : 0;
    if (close > 0) inOrder += close;
    else for (at = 0; at < title.length && close === 0; at++) close = closeness(query[i], title[at], stemOf);
    if (close > 0) {
      inTitle += close;
      previous = at === next ? next : at - 1;
    }
    atStart *= atStart === 0 || previous !== i || close === 0 ? 0 : close;
  }
  const share = inTitle / query.length;
  const order = query.length > 1 ? inOrder / query.length : 0;
  return 1 + RANKING.inTitle * share * share + RANKING.inOrder * order + RANKING.atStart * atStart;
}
