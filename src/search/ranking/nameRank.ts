import type { WordRow } from '../index/segment';
import { closeness, type WordMatch } from './leaf';
import { RANKING } from './settings';

/**
 * The factor by which a score grows for how the words of a query stand among the names of a paper's authors: all of them
 * as they are, in the order of the query, as people name the authors of a paper; and two that follow one another as the full
 * name of one author, not as names of two.
 * @param names the words of the names, with another word between two of them
 */
export function nameFactor(names: WordRow, query: readonly WordMatch[]): number {
  const all = query.every((match) => isAmong(names, match)) ? RANKING.allNames : 0;
  const ordered = all > 0 && query.length > 1 && isInOrder(names, query) ? RANKING.namesInOrder : 0;
  const full = holdsFullName(names, query) ? RANKING.fullName : 0;
  return 1 + all + ordered + full;
}

/** Whether the words of a query stand among the names one behind the other. */
function isInOrder({ words, start, end }: WordRow, query: readonly WordMatch[]): boolean {
  let at = start;
  for (const { exact } of query) {
    while (at < end && words[at] !== exact) at++;
    if (at++ >= end) return false;
  }
  return true;
}

function isAmong({ words, start, end }: WordRow, { exact }: WordMatch): boolean {
  for (let at = start; at < end; at++) if (words[at] === exact) return true;
  return false;
}

function holdsFullName({ words, start, end }: WordRow, query: readonly WordMatch[]): boolean {
  for (let at = start; at + 1 < end; at++) {
    for (let i = 0; i + 1 < query.length; i++) {
      if (isName(query[i], words[at]) && isName(query[i + 1], words[at + 1])) return true;
    }
  }
  return false;
}

function isName(match: WordMatch, word: number): boolean {
  return closeness(match, word, NO_STEM) > 0;
}

/** Names have no stems. */
const NO_STEM = (): number => -2;
