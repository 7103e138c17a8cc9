import { Dictionary } from './dictionary';
import { Lexicon, NO_TERM } from './lexicon';
import type { IndexPart, LiveIndex } from './liveIndex';
import {
  documentNumbers,
  type DocumentNumbers,
  LARGEST_COUNT,
  type PostingColumns,
  termCounts,
  type TermCounts,
} from './postings';
import { placeOfTerm, type Segment, totalLengths, type WordRows, wordRow } from './segment';
import { Vocabulary } from './vocabulary';

/** So many terms are merged between two pauses. */
const TERMS_PER_STEP = 2000;

/** What a merge makes. */
export interface Merged {
  readonly segment: Segment;
  readonly lexicon: Lexicon;
  /** The old numbers of the documents, in the order of their new ones. */
  readonly documents: Uint32Array;
}

/**
 * Makes one segment of the living documents of all segments; words and terms get their places in a new dictionary.
 * Yields now and then, so that other work can go on in between; the index must not change meanwhile.
 */
export function* mergeSegments(index: LiveIndex): Generator<void, Merged> {
  const { lexicon, schema } = index;
  const documents = livingDocuments(index);
  const terms = reorder(lexicon.terms, (term) => index.frequency(term) > 0);
  yield;
  const words = reorder(lexicon.words, (word) => lexicon.isUsed(word));
  yield;
  const postings = yield* mergePostings(index, terms.order, numbering(documents, index.size));
  const wordTerms = schema.analyzers.map((_, analyzer) =>
    Int32Array.from(words.order, (word) => {
      const term = lexicon.term(word, analyzer);
      return term === NO_TERM ? NO_TERM : terms.places[term];
    }),
  );
  yield;
  const lengths = mergeLengths(index, documents);
  const segment: Segment = {
    count: documents.length,
    postings,
    lengths,
    totals: totalLengths(lengths, schema.fields.length),
    sequences: mergeSequences(index, documents, words.places),
  };
  const uses = schema.analyzers.map((_, analyzer) => words.order.map((word) => lexicon.usesOf(word, analyzer)));
  const vocabularies = [words, terms].map(({ dictionary }) => new Vocabulary(dictionary));
  return { segment, lexicon: new Lexicon(vocabularies[0], vocabularies[1], wordTerms, uses), documents };
}

function livingDocuments({ alive }: LiveIndex): Uint32Array {
  const living = new Uint32Array(alive.reduce((sum, one) => sum + one, 0));
  let count = 0;
  for (let document = 0; document < alive.length; document++) if (alive[document]) living[count++] = document;
  return living;
}

/** By old number the new one; only valid for documents that stay. */
function numbering(documents: Uint32Array, size: number): Uint32Array {
  const numbers = new Uint32Array(size);
  for (let i = 0; i < documents.length; i++) numbers[documents[i]] = i;
  return numbers;
}

interface Reordered {
  readonly dictionary: Dictionary;
  /** The old numbers in their new order. */
  readonly order: Uint32Array;
  /** By old number the new place, or `NO_TERM` for what was left out. */
  readonly places: Int32Array;
}

/** The vocabulary with its added words sorted in, without those that `keep` does not want. */
function reorder(vocabulary: Vocabulary, keep: (number: number) => boolean): Reordered {
  const { base, added } = vocabulary;
  const sorted = added.map((word, i) => ({ word, number: base.size + i })).sort((a, b) => (a.word < b.word ? -1 : 1));
  const order = new Uint32Array(vocabulary.size);
  let count = 0;
  const take = (number: number): void => {
    if (keep(number)) order[count++] = number;
  };
  let place = 0;
  for (const { word, number } of sorted) {
    for (const end = base.lowerBound(word); place < end; place++) take(place);
    take(number);
  }
  for (; place < base.size; place++) take(place);
  const kept = order.slice(0, count);
  const places = new Int32Array(vocabulary.size).fill(NO_TERM);
  kept.forEach((number, i) => (places[number] = i));
  return { dictionary: Dictionary.ofTexts(kept, (number) => vocabulary.word(number)), order: kept, places };
}

function* mergePostings(index: LiveIndex, order: Uint32Array, numbers: Uint32Array): Generator<void, PostingColumns> {
  const sum = (measure: (columns: PostingColumns) => number): number =>
    index.parts.reduce((total, { segment }) => total + measure(segment.postings), 0);
  const wide = index.parts.some(({ segment }) => segment.postings.counts instanceof Uint16Array);
  const columns = new PostingWriter(
    order.length,
    sum((c) => c.field.length),
    termCounts(
      sum((c) => c.documents.length),
      wide ? LARGEST_COUNT : 0,
    ),
    index.size,
  );
  for (let place = 0; place < order.length; place++) {
    for (let field = 0; field < index.schema.fields.length; field++) {
      for (const part of index.parts) copyRun(part, order[place], field, index.alive, numbers, columns);
      columns.endRun(field);
    }
    columns.endTerm(place);
    if (place % TERMS_PER_STEP === 0) yield;
  }
  return columns.columns();
}

function copyRun(
  { segment, first }: IndexPart,
  term: number,
  field: number,
  alive: Uint8Array,
  numbers: Uint32Array,
  to: PostingWriter,
): void {
  const place = placeOfTerm(segment, term);
  if (place < 0) return;
  const { runs, field: fields, from, documents, counts } = segment.postings;
  for (let run = runs[place]; run < runs[place + 1]; run++) {
    if (fields[run] !== field) continue;
    for (let i = from[run]; i < from[run + 1]; i++) {
      const document = first + documents[i];
      if (alive[document]) to.add(numbers[document], counts[i]);
    }
  }
}

/** Writes posting columns in their order. */
class PostingWriter {
  readonly #runs: Uint32Array;
  readonly #field: Uint8Array;
  readonly #from: Uint32Array;
  readonly #documents: DocumentNumbers;
  readonly #counts: TermCounts;
  #run = 0;
  #at = 0;

  /**
   * @param runs the most runs there can be, `documents` likewise
   * @param counts the column of counts, with room for all postings there can be
   */
  constructor(terms: number, runs: number, counts: TermCounts, documents: number) {
    this.#runs = new Uint32Array(terms + 1);
    this.#field = new Uint8Array(runs);
    this.#from = new Uint32Array(runs + 1);
    this.#documents = documentNumbers(counts.length, documents);
    this.#counts = counts;
  }

  add(document: number, count: number): void {
    this.#documents[this.#at] = document;
    this.#counts[this.#at++] = count;
  }

  /** Ends a run; a run of nothing is none. */
  endRun(field: number): void {
    if (this.#at === this.#from[this.#run]) return;
    this.#field[this.#run++] = field;
    this.#from[this.#run] = this.#at;
  }

  endTerm(place: number): void {
    this.#runs[place + 1] = this.#run;
  }

  columns(): PostingColumns {
    return {
      runs: this.#runs,
      field: this.#field.slice(0, this.#run),
      from: this.#from.slice(0, this.#run + 1),
      documents: this.#documents.slice(0, this.#at),
      counts: this.#counts.slice(0, this.#at),
    };
  }
}

/** Visits documents by their old numbers, each with its segment and its number there. */
function eachDocument(
  index: LiveIndex,
  documents: Uint32Array,
  visit: (segment: Segment, document: number, newNumber: number) => void,
): void {
  const [main, delta] = index.parts;
  documents.forEach((document, i) => {
    const part = delta && document >= delta.first ? delta : main;
    visit(part.segment, document - part.first, i);
  });
}

function mergeLengths(index: LiveIndex, documents: Uint32Array): Uint32Array {
  const width = index.schema.fields.length;
  const lengths = new Uint32Array(documents.length * width);
  eachDocument(index, documents, (segment, document, i) => {
    lengths.set(segment.lengths.subarray(document * width, (document + 1) * width), i * width);
  });
  return lengths;
}

function mergeSequences(index: LiveIndex, documents: Uint32Array, places: Int32Array): WordRows {
  const width = index.schema.sequenceFields.length;
  const ends = new Uint32Array(documents.length * width);
  const total = index.parts.reduce((sum, { segment }) => sum + segment.sequences.words.length, 0);
  const words = new Uint32Array(total);
  let at = 0;
  eachDocument(index, documents, ({ sequences }, document, i) => {
    for (let row = 0; row < width; row++) {
      const { start, end } = wordRow(sequences, document * width + row);
      for (let j = start; j < end; j++) words[at++] = places[sequences.words[j]];
      ends[i * width + row] = at;
    }
  });
  return { ends, words: words.slice(0, at) };
}
