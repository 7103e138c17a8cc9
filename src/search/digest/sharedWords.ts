import type { PaperTerms, TermReader } from './terms';
import type { TermVector } from './vectors';

/** So many are told. */
const TOLD = 3;
/** A word that adds less to the score is not told. */
const LEAST_PART = 0.004;

/** The words and pairs of words that speak most for a paper, as they stand in it, in lower case; none twice. */
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
  const told: string[] = [];
  const used = new Set<number>();
  for (const { term } of best) {
    if (told.length === TOLD) break;
    const place = placeOf(term, words, reader);
    if (!place) continue;
    const [from, to] = place;
    const own = [reader.termOf(words[from]), reader.termOf(words[to])];
    if (own.every((one) => used.has(one))) continue;
    for (const one of own) used.add(one);
    told.push(Array.from(words.subarray(from, to + 1), (word) => reader.wordText(word)).join(' '));
  }
  return told;
}

/** The first and the last word of the first place where a term stands. */
function placeOf(term: number, words: Int32Array, reader: TermReader): [number, number] | undefined {
  const isPair = reader.stems[term] === '';
  let [before, at] = [-1, -1];
  for (let i = 0; i < words.length; i++) {
    const own = reader.termOf(words[i]);
    if (words[i] < 0) before = -1;
    if (own < 0) continue;
    if (!isPair && own === term) return [i, i];
    if (isPair && before >= 0 && reader.pairOf(before, own) === term) return [at, i];
    [before, at] = [own, i];
  }
  return undefined;
}
