import type { Lexicon } from './lexicon';
import { documentFrequency } from './postings';
import type { Schema } from './schema';
import { placeOfTerm, type Segment, type WordRow, wordRow } from './segment';
import { Weights, type CollectionStatistics } from './weights';

/** A segment in use: its documents follow those of the segments before it. */
export interface IndexPart {
  readonly segment: Segment;
  readonly weights: Weights;
  /** The number that the segment's document 0 has in the index. */
  readonly first: number;
}

/**
 * A large segment and a small one of what came later, with the documents that are gone from them. Document frequencies,
 * average lengths and the number of documents are those of all living documents, so that weights are the same as if all
 * were one segment.
 */
export class LiveIndex {
  readonly parts: readonly IndexPart[];
  /** By document: 1 where it is there, 0 where it was removed or replaced. */
  readonly alive: Uint8Array;
  /** Number of documents, also of those that are gone. */
  readonly size: number;
  readonly statistics: CollectionStatistics;
  /** By term of the main segment: how often it stands in documents that are gone. */
  readonly #gone: ReadonlyMap<number, number>;

  /**
   * @param delta a segment made for the same lexicon, without the postings of its documents that are gone
   * @param alive by document, first those of `main`, then those of `delta`
   * @param before the index that this one follows; what can be kept of it is
   */
  constructor(
    readonly schema: Schema,
    readonly lexicon: Lexicon,
    main: Segment,
    delta?: Segment,
    alive?: Uint8Array,
    before?: LiveIndex,
  ) {
    this.size = main.count + (delta?.count ?? 0);
    this.alive = alive ?? new Uint8Array(this.size).fill(1);
    this.statistics = this.#count(delta ? [main, delta] : [main]);
    this.#gone = this.#countGone(main);
    const kept = before?.parts[0].segment === main ? before.parts[0].weights : undefined;
    kept?.changeStatistics(this.statistics);
    const weights = kept ?? new Weights(main, schema, this.statistics);
    const parts = [{ segment: main, weights, first: 0 }];
    if (delta) {
      parts.push({ segment: delta, weights: new Weights(delta, schema, this.statistics), first: main.count });
    }
    this.parts = parts;
  }

  /** Number of fields of living documents in which a term stands. */
  frequency(term: number): number {
    if (this.parts.length === 1 && this.#gone.size === 0)
      return documentFrequency(this.parts[0].segment.postings, term);
    let frequency = -(this.#gone.get(term) ?? 0);
    for (const { segment } of this.parts) {
      const place = placeOfTerm(segment, term);
      if (place >= 0) frequency += documentFrequency(segment.postings, place);
    }
    return frequency;
  }

  /** Number of living documents with a term, in each of the fields of a mask. */
  frequencyIn(term: number, fields: number): number {
    const noneGone = this.statistics.documents === this.size;
    let frequency = 0;
    for (const { segment, first } of this.parts) {
      const place = placeOfTerm(segment, term);
      if (place < 0) continue;
      const { runs, field, from, documents } = segment.postings;
      for (let run = runs[place]; run < runs[place + 1]; run++) {
        if ((fields & (1 << field[run])) === 0) continue;
        if (noneGone) frequency += from[run + 1] - from[run];
        else for (let i = from[run]; i < from[run + 1]; i++) frequency += this.alive[first + documents[i]];
      }
    }
    return frequency;
  }

  /** The place of a term in the postings of a part, with its weights made valid; -1 where the part has no such term. */
  weighed(part: IndexPart, term: number): number {
    const place = placeOfTerm(part.segment, term);
    if (place >= 0) part.weights.weigh(place, () => this.frequency(term));
    return place;
  }

  /** A row of words of a document; `row` is the place of its field among the sequence fields. */
  row(document: number, row: number): WordRow {
    const [main, delta] = this.parts;
    const { segment, first } = delta && document >= delta.first ? delta : main;
    return wordRow(segment.sequences, (document - first) * this.schema.sequenceFields.length + row);
  }

  #count(segments: readonly Segment[]): CollectionStatistics {
    const fieldCount = this.schema.fields.length;
    const totals = new Float64Array(fieldCount);
    let documents = this.size;
    let first = 0;
    for (const { count, lengths, totals: ofSegment } of segments) {
      for (let field = 0; field < fieldCount; field++) totals[field] += ofSegment[field];
      const alive = this.alive.subarray(first, first + count);
      for (let gone = alive.indexOf(0); gone >= 0; gone = alive.indexOf(0, gone + 1)) {
        documents--;
        for (let field = 0; field < fieldCount; field++) totals[field] -= lengths[gone * fieldCount + field];
      }
      first += count;
    }
    return { documents, averageLengths: totals.map((total) => total / documents) };
  }

  #countGone({ count, postings }: Segment): Map<number, number> {
    const gone = new Map<number, number>();
    if (!this.alive.subarray(0, count).includes(0)) return gone;
    for (let term = 0; term < postings.runs.length - 1; term++) {
      const end = postings.from[postings.runs[term + 1]];
      let dead = 0;
      for (let i = postings.from[postings.runs[term]]; i < end; i++) dead += 1 - this.alive[postings.documents[i]];
      if (dead > 0) gone.set(term, dead);
    }
    return gone;
  }
}
