import type { IndexPart, LiveIndex } from '../index/liveIndex';
import type { DocumentNumbers } from '../index/postings';
import { WEIGHT_UNIT } from '../index/weights';
import { FIELDS } from '../fields';
import { PAPER_SCHEMA, PLAIN } from '../paperSchema';
import type { Leaf } from './leaf';
import { FIELD_BOOSTS } from './settings';

/** By field: 1 for running text. */
const IS_TEXT = Uint8Array.from(PAPER_SCHEMA.fields, ({ analyzer }) => (analyzer === PLAIN ? 0 : 1));
const BOOSTS = Float64Array.from(FIELDS, (field) => FIELD_BOOSTS[field] * WEIGHT_UNIT);

/** Where more than this share of the documents is touched, clearing the whole columns is faster. */
const MANY = 0.25;
/** A run this much longer than the list of documents that count is searched for each of them. */
const MUCH_LONGER = 16;

/**
 * Adds up what the leaves of a query find. Its columns are by document and are used again for the next query; between
 * queries they are all 0.
 */
export class Accumulator {
  readonly #index: LiveIndex;
  readonly scores: Float64Array;
  /** Fields and leaves that matched, as bits. */
  readonly marks: Int32Array;
  /** The documents that anything matched: the first `count`. There is room for one more. */
  readonly touched: Uint32Array;
  count = 0;

  constructor(index: LiveIndex) {
    this.#index = index;
    this.scores = new Float64Array(index.size);
    this.marks = new Int32Array(index.size);
    this.touched = new Uint32Array(index.size + 1);
  }

  /**
   * Adds the documents of a leaf, marking them with its bit.
   * @param needed only documents that have these bits already are looked at; 0 for all
   */
  add(leaf: Leaf, bit: number, needed = 0): void {
    const { terms, boosts, exact, inText, fields, scored } = leaf;
    for (let i = 0; i < terms.length; i++) {
      const boost = scored ? boosts[i] : 0;
      this.#addTerm(terms[i], boost, i < exact ? boost * inText : boost, fields, bit, needed);
    }
  }

  /** Takes all documents in that nothing matched. */
  addAll(): void {
    const { marks } = this;
    for (let document = 0; document < marks.length; document++) {
      if (marks[document] === 0) this.touched[this.count++] = document;
    }
  }

  clear(): void {
    const { scores, marks } = this;
    if (this.count > marks.length * MANY) {
      scores.fill(0);
      marks.fill(0);
    } else {
      for (let i = 0; i < this.count; i++) scores[this.touched[i]] = marks[this.touched[i]] = 0;
    }
    this.count = 0;
  }

  #addTerm(term: number, boost: number, textBoost: number, fields: number, bit: number, needed: number): void {
    for (const part of this.#index.parts) {
      const place = this.#index.weighed(part, term);
      if (place < 0) continue;
      const { runs, field } = part.segment.postings;
      for (let run = runs[place]; run < runs[place + 1]; run++) {
        const fieldBit = 1 << field[run];
        if ((fields & fieldBit) === 0) continue;
        const factor = (IS_TEXT[field[run]] === 1 ? textBoost : boost) * BOOSTS[field[run]];
        if (needed !== 0) this.#addToMarked(part, run, factor, bit | fieldBit, needed);
        else this.#addRun(part, run, factor, bit | fieldBit);
      }
    }
  }

  /** Each document is written to the end of the list, which moves on where it was new: a branch would be guessed wrong. */
  #addRun({ segment, weights, first }: IndexPart, run: number, factor: number, bits: number): void {
    const { documents, from } = segment.postings;
    const { values } = weights;
    const { scores, marks, touched } = this;
    const end = from[run + 1];
    let { count } = this;
    for (let i = from[run]; i < end; i++) {
      const document = first + documents[i];
      const mark = marks[document];
      touched[count] = document;
      count += isZero(mark);
      marks[document] = mark | bits;
      scores[document] += values[i] * factor;
    }
    this.count = count;
  }

  #addToMarked(part: IndexPart, run: number, factor: number, bits: number, needed: number): void {
    const { documents, from } = part.segment.postings;
    const { values } = part.weights;
    const { scores, marks } = this;
    const end = from[run + 1];
    if (end - from[run] > this.count * MUCH_LONGER) {
      return this.#addWhereMarked(part, run, factor, bits, needed);
    }
    for (let i = from[run]; i < end; i++) {
      const document = part.first + documents[i];
      const mark = marks[document];
      const counts = isZero(needed & ~mark);
      marks[document] = mark | (bits & -counts);
      scores[document] += values[i] * factor * counts;
    }
  }

  /** The same for few documents: looks each of them up in the run. */
  #addWhereMarked(part: IndexPart, run: number, factor: number, bits: number, needed: number): void {
    const { documents, from } = part.segment.postings;
    const { scores, marks } = this;
    for (let i = 0; i < this.count; i++) {
      const document = this.touched[i];
      if ((marks[document] & needed) !== needed) continue;
      const wanted = document - part.first;
      const at = lowerBound(documents, wanted, from[run], from[run + 1]);
      if (at === from[run + 1] || documents[at] !== wanted) continue;
      marks[document] |= bits;
      scores[document] += part.weights.values[at] * factor;
    }
  }
}

/** 1 for 0 and 0 for any other mark, without a branch. */
export function isZero(mark: number): number {
  return ((mark | -mark) >>> 31) ^ 1;
}

/** The first place, from `low` up to `high`, whose number is not below `wanted`. */
function lowerBound(numbers: DocumentNumbers, wanted: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
