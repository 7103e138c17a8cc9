import type { IndexPart, LiveIndex } from '../index/liveIndex';
import { WEIGHT_UNIT } from '../index/weights';
import { FIELDS } from '../fields';
import type { Leaf } from './leaf';
import { FIELD_BOOSTS } from './settings';

const BOOSTS = Float64Array.from(FIELDS, (field) => FIELD_BOOSTS[field] * WEIGHT_UNIT);

/**
 * Adds up what the leaves of a query find. Its columns are by document and are used again for the next query; between
 * queries they are all 0.
 */
export class Accumulator {
  readonly #index: LiveIndex;
  readonly scores: Float64Array;
  /** Fields and leaves that matched, as bits. */
  readonly marks: Int32Array;
  /** The documents that anything matched: the first `count`. */
  readonly touched: Uint32Array;
  count = 0;

  constructor(index: LiveIndex) {
    this.#index = index;
    this.scores = new Float64Array(index.size);
    this.marks = new Int32Array(index.size);
    this.touched = new Uint32Array(index.size);
  }

  /**
   * Adds the documents of a leaf, marking them with its bit.
   * @param needed only documents that have these bits already are looked at; 0 for all
   */
  add(leaf: Leaf, bit: number, needed = 0): void {
    const { terms, boosts, fields, scored } = leaf;
    for (let i = 0; i < terms.length; i++) this.#addTerm(terms[i], scored ? boosts[i] : 0, fields, bit, needed);
  }

  /** Takes all documents in that nothing matched. */
  addAll(): void {
    const { marks, touched } = this;
    for (let document = 0; document < marks.length; document++) {
      if (marks[document] === 0) touched[this.count++] = document;
    }
  }

  clear(): void {
    const { touched, scores, marks, count } = this;
    for (let i = 0; i < count; i++) {
      scores[touched[i]] = 0;
      marks[touched[i]] = 0;
    }
    this.count = 0;
  }

  #addTerm(term: number, boost: number, fields: number, bit: number, needed: number): void {
    for (const part of this.#index.parts) {
      const place = this.#index.weighed(part, term);
      if (place < 0) continue;
      const { runs, field } = part.segment.postings;
      for (let run = runs[place]; run < runs[place + 1]; run++) {
        const fieldBit = 1 << field[run];
        if ((fields & fieldBit) === 0) continue;
        const factor = boost * BOOSTS[field[run]];
        if (needed === 0) this.#addRun(part, run, factor, bit | fieldBit);
        else this.#addToMarked(part, run, factor, bit | fieldBit, needed);
      }
    }
  }

  #addRun({ segment, weights, first }: IndexPart, run: number, factor: number, bits: number): void {
    const { documents, from } = segment.postings;
    const { values } = weights;
    const { scores, marks, touched } = this;
    const end = from[run + 1];
    let { count } = this;
    for (let i = from[run]; i < end; i++) {
      const document = first + documents[i];
      const mark = marks[document];
      if ((mark & bits) !== bits) {
        if (mark === 0) touched[count++] = document;
        marks[document] = mark | bits;
      }
      scores[document] += values[i] * factor;
    }
    this.count = count;
  }

  #addToMarked(part: IndexPart, run: number, factor: number, bits: number, needed: number): void {
    const { documents, from } = part.segment.postings;
    const { values } = part.weights;
    const { scores, marks } = this;
    const end = from[run + 1];
    for (let i = from[run]; i < end; i++) {
      const document = part.first + documents[i];
      const mark = marks[document];
      if ((mark & needed) !== needed) continue;
      marks[document] = mark | bits;
      scores[document] += values[i] * factor;
    }
  }
}
