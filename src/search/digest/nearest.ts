import { product, type TermVector } from './vectors';

/** By so many of its heaviest terms what is near to a paper is looked for … */
const HEAVIEST = 40;
/** … and so many of what is found are compared in full. */
const COMPARED = 8;

/** A paper that is near to another one, by its place among those that were given, with the cosine of the two. */
export interface NearPaper {
  readonly place: number;
  readonly likeness: number;
}

/** Finds the nearest of some papers: by term, those that have it. */
export class NearestPapers {
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;
  readonly #weights: Float32Array;
  readonly #sums: Float64Array;
  readonly #vectors: readonly TermVector[];
  /** By term: its weight in the paper that is looked at. */
  readonly #direction: Float64Array;

  constructor(vectors: readonly TermVector[], size: number) {
    const starts = new Uint32Array(size + 1);
    for (const { terms } of vectors) for (let i = 0; i < terms.length; i++) starts[terms[i] + 1]++;
    for (let term = 0; term < size; term++) starts[term + 1] += starts[term];
    const cursor = starts.slice();
    this.#places = new Uint32Array(starts[size]);
    this.#weights = new Float32Array(starts[size]);
    for (const [place, { terms, weights }] of vectors.entries()) {
      for (let i = 0; i < terms.length; i++) {
        const at = cursor[terms[i]]++;
        this.#places[at] = place;
        this.#weights[at] = weights[i];
      }
    }
    this.#starts = starts;
    this.#sums = new Float64Array(vectors.length);
    this.#vectors = vectors;
    this.#direction = new Float64Array(size);
  }

  /**
   * The nearest ones, nearest first, of those that are as near as `least`. They are looked for by the heaviest terms, and compared by
   * all of them.
   */
  to(vector: TermVector, count: number, least: number): NearPaper[] {
    const { terms, weights } = vector;
    for (let i = 0; i < terms.length; i++) this.#direction[terms[i]] = weights[i];
    const near = this.#promising(vector).map((place) => {
      return { place, likeness: product(this.#vectors[place], this.#direction) };
    });
    for (let i = 0; i < terms.length; i++) this.#direction[terms[i]] = 0;
    near.sort((a, b) => b.likeness - a.likeness || a.place - b.place);
    return near.slice(0, count).filter(({ likeness }) => likeness >= least);
  }

  /** The papers that have most of the heaviest terms. */
  #promising({ terms, weights }: TermVector): number[] {
    const sums = this.#sums.fill(0);
    const heaviest = weights.slice().sort()[Math.max(0, weights.length - HEAVIEST)] ?? 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = weights[i];
      if (weight < heaviest) continue;
      for (let at = this.#starts[terms[i]]; at < this.#starts[terms[i] + 1]; at++) {
        sums[this.#places[at]] += weight * this.#weights[at];
      }
    }
    const best: number[] = [];
    for (let place = 0; place < sums.length; place++) {
      const sum = sums[place];
      if (sum <= 0 || (best.length === COMPARED && sum <= sums[best[COMPARED - 1]])) continue;
      let rank = best.length;
      while (rank > 0 && sums[best[rank - 1]] < sum) rank--;
      best.splice(rank, 0, place);
      if (best.length > COMPARED) best.pop();
    }
    return best;
  }
}
