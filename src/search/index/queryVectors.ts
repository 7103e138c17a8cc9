import type { IndexPart, LiveIndex } from './liveIndex';
import { WEIGHT_UNIT } from './weights';

/** A term in one field, by number. */
export interface ClauseTerm {
  readonly term: number;
  readonly field: number;
}

/** A document with its score. */
export interface RankedDocument {
  readonly document: number;
  readonly score: number;
}

/**
 * What lunr keeps while it runs a query: one vector of boosts for each field, the documents that every required clause
 * leaves, and those that a prohibited clause takes out.
 */
export class QueryVectors {
  readonly #index: LiveIndex;
  /** By field: the boosts of its terms. */
  readonly #vectors: Map<number, number>[];
  /** By document: how many required clauses it has met, in order. */
  #met: Uint16Array | undefined;
  #clause = 0;
  #prohibited: Uint8Array | undefined;
  #all = false;

  constructor(index: LiveIndex) {
    this.#index = index;
    this.#vectors = index.schema.fields.map(() => new Map<number, number>());
  }

  /** What is required next is required by this clause, the first being 1. */
  beginRequired(clause: number): void {
    this.#clause = clause;
    this.#met ??= new Uint16Array(this.#index.size);
  }

  require({ term, field }: ClauseTerm): void {
    const met = this.#met!;
    const clause = this.#clause;
    this.#eachRun(term, field, (part, from, to) => {
      const { documents } = part.segment.postings;
      for (let i = from; i < to; i++) {
        const document = part.first + documents[i];
        if (met[document] === clause - 1) met[document] = clause;
      }
    });
  }

  prohibit({ term, field }: ClauseTerm): void {
    const prohibited = (this.#prohibited ??= new Uint8Array(this.#index.size));
    this.#eachRun(term, field, (part, from, to) => {
      const { documents } = part.segment.postings;
      for (let i = from; i < to; i++) prohibited[part.first + documents[i]] = 1;
    });
  }

  /** Adds a boost to a term's place in the vector of a field. */
  add({ term, field }: ClauseTerm, boost: number): void {
    const vector = this.#vectors[field];
    vector.set(term, (vector.get(term) ?? 0) + boost);
  }

  /** Every document matches, with no score of its own. */
  addAll(): void {
    this.#all = true;
  }

  /** The documents that match, best first; equal ones in the order in which they were added. */
  ranked(required: number): RankedDocument[] {
    const { size, alive } = this.#index;
    const scores = new Float64Array(size);
    const matched = new Uint8Array(size);
    if (this.#all) matched.fill(1);
    for (const [field, vector] of this.#vectors.entries()) this.#score(field, vector, scores, matched);
    const ranked: RankedDocument[] = [];
    for (let document = 0; document < size; document++) {
      if (!matched[document] || !alive[document] || this.#prohibited?.[document]) continue;
      if (required > 0 && this.#met![document] !== required) continue;
      ranked.push({ document, score: scores[document] });
    }
    return ranked.sort((a, b) => b.score - a.score);
  }

  /** The terms of the vectors that stand in a document. */
  matchesOf(document: number): ClauseTerm[] {
    const matches: ClauseTerm[] = [];
    for (const [field, vector] of this.#vectors.entries()) {
      for (const term of vector.keys()) {
        this.#eachRun(term, field, (part, from, to) => {
          const run = part.segment.postings.documents.subarray(from, to);
          if (run.includes(document - part.first)) matches.push({ term, field });
        });
      }
    }
    return matches;
  }

  /** Adds the similarity of a field's vector: the dot product over its own length (`lunr.Vector.similarity`). */
  #score(field: number, vector: Map<number, number>, scores: Float64Array, matched: Uint8Array): void {
    const magnitude = Math.sqrt([...vector.values()].reduce((sum, boost) => sum + boost * boost, 0));
    for (const [term, boost] of vector) {
      const factor = magnitude === 0 ? 0 : (boost / magnitude) * WEIGHT_UNIT;
      this.#eachRun(term, field, (part, from, to) => {
        const { documents } = part.segment.postings;
        const { values } = part.weights;
        for (let i = from; i < to; i++) {
          const document = part.first + documents[i];
          matched[document] = 1;
          scores[document] += values[i] * factor;
        }
      });
    }
  }

  #eachRun(term: number, field: number, visit: (part: IndexPart, from: number, to: number) => void): void {
    for (const part of this.#index.parts) {
      const place = this.#index.weighed(part, term);
      if (place < 0) continue;
      const { runs, field: fields, from } = part.segment.postings;
      for (let run = runs[place]; run < runs[place + 1]; run++) {
        if (fields[run] === field) visit(part, from[run], from[run + 1]);
      }
    }
  }
}
