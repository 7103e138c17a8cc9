import type { TermVector } from './vectors';

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

  constructor(vectors: readonly TermVector[], size: number) {
    const starts = new Uint32Array(size + 1);
    for (const { terms } of vectors) for (const term of terms) starts[term + 1]++;
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
  }

  /** The nearest ones, nearest first, of those that are as near as `least`. */
  to({ terms, weights }: TermVector, count: number, least: number): NearPaper[] {
    const sums = this.#sums.fill(0);
    for (let i = 0; i < terms.length; i++) {
      const weight = weights[i];
      for (let at = this.#starts[terms[i]]; at < this.#starts[terms[i] + 1]; at++) {
        sums[this.#places[at]] += weight * this.#weights[at];
      }
    }
    const near: NearPaper[] = [];
    for (let place = 0; place < sums.length; place++) {
      const likeness = sums[place];
      if (likeness < least || (near.length === count && likeness <= near[count - 1].likeness)) continue;
      let rank = near.length;
      while (rank > 0 && near[rank - 1].likeness < likeness) rank--;
      near.splice(rank, 0, { place, likeness });
      if (near.length > count) near.pop();
    }
    return near;
  }
}
