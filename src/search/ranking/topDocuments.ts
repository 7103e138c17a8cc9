/** Documents with their scores, in parallel. */
export interface ScoredDocuments {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
}

/** Documents are numbered below this; a score and a number then fit into one exact float. */
const DOCUMENT_RANGE = 2 ** 21;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** Where a document stands among equal ones. */
type PlaceOf = (document: number) => number;

const BY_NUMBER: PlaceOf = (document) => document;

/**
 * The best documents, best first; equal ones by place, which is the number unless told.
 * @param documents the first `count` are looked at
 * @param scores by document, not negative
 */
export function topDocuments(
  documents: Uint32Array,
  count: number,
  scores: Float64Array,
  limit: number,
  placeOf = BY_NUMBER,
): ScoredDocuments {
  const best = limit < count ? new Heap(limit, placeOf).best(documents, count, scores) : documents.slice(0, count);
  const top = { documents: best, scores: new Float64Array(best.length) };
  for (let i = 0; i < best.length; i++) top.scores[i] = scores[best[i]];
  sortByScore(top, best.length, placeOf);
  return top;
}

/**
 * Sorts the first `count` documents, best first; equal ones by place. Scores are rounded to 32 bits: a score and a document's number
 * then make one number, and numbers are sorted without comparisons in JavaScript.
 */
export function sortByScore({ documents, scores }: ScoredDocuments, count: number, placeOf = BY_NUMBER): void {
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    float[0] = scores[i];
    keys[i] = documents[i] - bits[0] * DOCUMENT_RANGE;
  }
  keys.sort();
  for (let i = 0; i < count; i++) {
    bits[0] = Math.ceil(-keys[i] / DOCUMENT_RANGE);
    scores[i] = float[0];
    documents[i] = keys[i] + bits[0] * DOCUMENT_RANGE;
  }
  if (placeOf === BY_NUMBER) return;
  for (let start = 0, end = 1; start < count; start = end++) {
    let isInPlace = true;
    for (; end < count && scores[end] === scores[start]; end++) {
      isInPlace &&= placeOf(documents[end - 1]) < placeOf(documents[end]);
    }
    if (!isInPlace) documents.subarray(start, end).sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/** A heap of the best documents so far, the worst of them on top. */
class Heap {
  readonly #documents: Uint32Array;
  readonly #scores: Float64Array;
  readonly #placeOf: PlaceOf;
  #size = 0;

  constructor(limit: number, placeOf: PlaceOf) {
    this.#placeOf = placeOf;
    this.#documents = new Uint32Array(limit);
    this.#scores = new Float64Array(limit);
  }

  /** The best documents, in no order. */
  best(documents: Uint32Array, count: number, scores: Float64Array): Uint32Array {
    const limit = this.#documents.length;
    if (limit === 0) return this.#documents;
    let worst = -Infinity;
    for (let i = 0; i < count; i++) {
      const score = scores[documents[i]];
      if (score < worst) continue;
      if (this.#size < limit) this.#rise(this.#size++, documents[i], score);
      else if (this.#isWorse(this.#documents[0], this.#scores[0], documents[i], score)) this.#sink(documents[i], score);
      if (this.#size === limit) worst = this.#scores[0];
    }
    return this.#documents.subarray(0, this.#size);
  }

  #isWorse(document: number, score: number, other: number, otherScore: number): boolean {
    return score < otherScore || (score === otherScore && this.#placeOf(document) > this.#placeOf(other));
  }

  #rise(from: number, document: number, score: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isWorse(this.#documents[parent], this.#scores[parent], document, score)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#place(at, document, score);
  }

  #sink(document: number, score: number): void {
    let at = 0;
    for (let child = 1; child < this.#size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < this.#size && this.#isWorseAt(right, child)) child = right;
      if (!this.#isWorse(this.#documents[child], this.#scores[child], document, score)) break;
      this.#move(child, at);
      at = child;
    }
    this.#place(at, document, score);
  }

  #isWorseAt(a: number, b: number): boolean {
    return this.#isWorse(this.#documents[a], this.#scores[a], this.#documents[b], this.#scores[b]);
  }

  #move(from: number, to: number): void {
    this.#documents[to] = this.#documents[from];
    this.#scores[to] = this.#scores[from];
  }

  #place(at: number, document: number, score: number): void {
    this.#documents[at] = document;
    this.#scores[at] = score;
  }
}
