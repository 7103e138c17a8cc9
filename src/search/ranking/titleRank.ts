import { matchesWord, type WordMatch } from './leaf';
import { RANKING } from './settings';

/**
 * The factor by which a score grows for how the words of a query stand in a title: how many of them, how many in the
 * order of the query, and whether the title begins with all of them.
 * @param title the words of the title by number
 */
export function titleFactor(title: Uint32Array, query: readonly WordMatch[]): number {
  if (query.length === 0 || title.length === 0) return 1;
  let inTitle = 0;
  let inOrder = 0;
  let previous = -1;
  for (const match of query) {
    const next = previous + 1;
    const follows = next < title.length && matchesWord(match, title[next]);
    const at = follows ? next : title.findIndex((word) => matchesWord(match, word));
    if (at >= 0) inTitle++;
    if (follows) inOrder++;
    if (at >= 0) previous = at;
  }
  const share = inTitle / query.length;
  const order = query.length > 1 ? inOrder / query.length : 0;
  const start = startsWith(title, query) ? RANKING.atStart : 0;
  return 1 + RANKING.inTitle * share * share + RANKING.inOrder * order + start;
}

function startsWith(title: Uint32Array, query: readonly WordMatch[]): boolean {
  return query.length <= title.length && query.every((match, i) => matchesWord(match, title[i]));
}
