import { namedOnce } from '../text/namedOnce';
import type { PaperTerms, TermReader } from './terms';
import type { TermVector } from './vectors';

/** So many are told. */
const TOLD = 3;
/** A word that adds less to the score is not told. */
const LEAST_PART = 0.004;

/** The words and pairs of words that speak most for a paper, as they stand in it, in lower case; no word twice. */
export function sharedWords(
  { terms, weights }: TermVector,
  { words }: PaperTerms,
  direction: Float64Array,
  reader: TermReader,
): string[] {
  const best: { term: number; part: number }[] = [];
  for (let i = 0; i < terms.length; i++) {
    const part = weights[i] * direction[terms[i]];
    if (part < LEAST_PART || (best.length === 2 * TOLD && part <= best[best.length - 1].part)) continue;
    let rank = best.length;
    while (rank > 0 && best[rank - 1].part < part) rank--;
    best.splice(rank, 0, { term: terms[i], part });
    if (best.length > 2 * TOLD) best.pop();
  }
  const texts = best.map(({ term }) => textOf(term, words, reader)).filter((text) => text !== undefined);
  return namedOnce(texts, TOLD);
}

/** A word or a pair as it first stands in a paper, with what stands between the two; undefined where it does not. */
function textOf(term: number, words: Int32Array, reader: TermReader): string | undefined {
  const place = placeOf(term, words, reader);
  if (!place) return undefined;
  return Array.from(words.subarray(place[0], place[1] + 1), (word) => reader.wordText(word)).join(' ');
}

/** The first and the last word of the first place where a term stands. */
function placeOf(term: number, words: Int32Array, reader: TermReader): [number, number] | undefined {
  const pair = reader.pairOf(term);
  if (pair) return placeOfPair(pair, words, reader);
  for (let i = 0; i < words.length; i++) if (reader.termOf(words[i]) === term) return [i, i];
  return undefined;
}

/** The same of two terms that follow one another, with nothing in between that tells. */
function placeOfPair(
  { first, second }: { readonly first: number; readonly second: number },
  words: Int32Array,
  reader: TermReader,
): [number, number] | undefined {
  let at = -1;
  for (let i = 0; i < words.length; i++) {
    if (words[i] < 0) at = -1;
    const term = reader.termOf(words[i]);
    if (term < 0) continue;
    if (at >= 0 && term === second) return [at, i];
    at = term === first ? i : -1;
  }
  return undefined;
}
