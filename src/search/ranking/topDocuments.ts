/** Documents with their scores, in parallel. */
export interface ScoredDocuments {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
}

/** Documents are numbered below this; a score and a number then fit into one exact float. */
const DOCUMENT_RANGE = 2 ** 21;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/**
 * The best documents, best first; equal ones by number.
 * @param documents the first `count` are looked at
 * @param scores by document, not negative
 */
export function topDocuments(
  documents: Uint32Array,
  count: number,
  scores: Float64Array,
  limit: number,
): ScoredDocuments {
  const best = limit < count ? new Heap(limit).best(documents, count, scores) : allSorted(documents, count, scores);
  return { documents: best, scores: Float64Array.from(best, (document) => scores[document]) };
}

/** Sorts numbers that hold the score in their upper and the document in their lower part: no comparisons in JavaScript. */
function allSorted(documents: Uint32Array, count: number, scores: Float64Array): Uint32Array {
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    float[0] = scores[documents[i]];
    keys[i] = documents[i] - bits[0] * DOCUMENT_RANGE;
  }
  keys.sort();
  return Uint32Array.from(keys, (key) => ((key % DOCUMENT_RANGE) + DOCUMENT_RANGE) % DOCUMENT_RANGE);
}

/** A heap of the best documents so far, the worst of them on top. */
class Heap {
  readonly #documents: Uint32Array;
  readonly #scores: Float64Array;
  #size = 0;

  constructor(limit: number) {
    this.#documents = new Uint32Array(limit);
    this.#scores = new Float64Array(limit);
  }

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
    const order = Array.from({ length: this.#size }, (_, i) => i);
    order.sort((a, b) => this.#scores[b] - this.#scores[a] || this.#documents[a] - this.#documents[b]);
    return Uint32Array.from(order, (i) => this.#documents[i]);
  }

  #isWorse(document: number, score: number, other: number, otherScore: number): boolean {
    return score < otherScore || (score === otherScore && document > other);
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
