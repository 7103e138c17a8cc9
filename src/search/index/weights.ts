import type { Schema } from './schema';
import type { Segment } from './segment';

/** Weights are kept in thousandths, the precision to which lunr rounds them. */
export const WEIGHT_UNIT = 0.001;

/** What a weight depends on besides its own posting; over all living documents of all segments. */
export interface CollectionStatistics {
  readonly documents: number;
  /** By field. */
  readonly averageLengths: Float64Array;
}

/** lunr's inverse document frequency (`lunr.idf`); `frequency` counts each field of a document for itself. */
export function inverseDocumentFrequency(frequency: number, documents: number): number {
  return Math.log(1 + Math.abs((documents - frequency + 0.5) / (frequency + 0.5)));
}

/**
 * The weights of a segment's postings, exactly as lunr 2.3.9 computes and rounds them in `createFieldVectors`, in
 * thousandths. A term's weights are computed when the term is first asked for, and again once the statistics changed.
 */
export class Weights {
  readonly #segment: Segment;
  readonly #schema: Schema;
  #values: Uint16Array | Uint32Array;
  /** By place of the term: the generation of the statistics that its weights are of. */
  readonly #generations: Uint32Array;
  #generation = 1;
  #statistics: CollectionStatistics;

  constructor(segment: Segment, schema: Schema, statistics: CollectionStatistics) {
    this.#segment = segment;
    this.#schema = schema;
    this.#statistics = statistics;
    this.#generations = new Uint32Array(segment.postings.runs.length - 1);
    this.#values = this.#column();
  }

  /** The weights of all postings, of which those of weighed terms are valid until the statistics change. */
  get values(): Uint16Array | Uint32Array {
    return this.#values;
  }

  /** Takes new statistics over: all weights are computed anew when they are needed. */
  changeStatistics(statistics: CollectionStatistics): void {
    this.#statistics = statistics;
    this.#generation++;
    const column = this.#column();
    if (column.BYTES_PER_ELEMENT > this.#values.BYTES_PER_ELEMENT) this.#values = column;
  }

  /** Computes the weights of a term where they are not valid, from its frequency over all segments. */
  weigh(place: number, frequency: () => number): void {
    if (this.#generations[place] === this.#generation) return;
    this.#generations[place] = this.#generation;
    const { postings, lengths } = this.#segment;
    const { fields, k1 } = this.#schema;
    const { documents, averageLengths } = this.#statistics;
    const idf = inverseDocumentFrequency(frequency(), documents);
    for (let run = postings.runs[place]; run < postings.runs[place + 1]; run++) {
      const field = postings.field[run];
      const { b = this.#schema.b } = fields[field];
      const average = averageLengths[field];
      for (let i = postings.from[run]; i < postings.from[run + 1]; i++) {
        const count = postings.counts[i];
        const length = lengths[postings.documents[i] * fields.length + field];
        const weight = (idf * ((k1 + 1) * count)) / (k1 * (1 - b + b * (length / average)) + count);
        this.#values[i] = Math.round(weight * 1000);
      }
    }
  }

  /** An empty column in which the largest possible weight has room. */
  #column(): Uint16Array | Uint32Array {
    const { k1 } = this.#schema;
    const largest = inverseDocumentFrequency(1, this.#statistics.documents) * (k1 + 1) * 1000;
    const size = this.#segment.postings.documents.length;
    return largest < 0xffff ? new Uint16Array(size) : new Uint32Array(size);
  }
}
