import { findWords, noBounds } from '../text/scan';
import { Dictionary } from './dictionary';
import { dictionaryOrder } from './dictionaryOrder';
import { GrowingUint32, enlarged } from './growing';
import { Lexicon, NO_TERM } from './lexicon';
import { invert, type EntryStream } from './postings';
import type { Schema } from './schema';
import type { Segment, WordRows } from './segment';
import { Vocabulary } from './vocabulary';
import { WordTable } from './wordTable';

/** The texts of a document by field; a missing one is as an empty one. */
export type FieldValues = readonly (string | undefined)[];

/** What stands for a term in the table of known terms: nothing yet, no term, or the term and `FIRST_TERM`. */
const NOT_ASKED = 0;
const FIRST_TERM = 2;
const LARGEST_COUNT = 0xffff;

/**
 * Takes documents in and turns them into a segment. Each word is analysed once, however often it comes; what is kept
 * of a text is a stream of (term, count) entries.
 */
export class IndexWriter {
  readonly #schema: Schema;
  /** Words as they stand, in lower case; and folded words, which are words of the same table. */
  readonly #words = new WordTable();
  readonly #folded = new GrowingUint32();
  readonly #terms = new WordTable();
  /** By analyzer: the term of each word, plus `FIRST_TERM`. */
  readonly #known: Uint32Array[];
  readonly #entryTerms = new GrowingUint32();
  #entryCounts = new Uint16Array(1024);
  readonly #ends = new GrowingUint32();
  readonly #lengths = new GrowingUint32();
  readonly #sequenceWords = new GrowingUint32();
  readonly #sequenceEnds = new GrowingUint32();
  /** For each term: the last field in which it was met, counted from 1, and its entry there. */
  #met = new Uint32Array(2048);
  #fieldsRead = 0;
  readonly #bounds = noBounds();

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#known = schema.analyzers.map(() => new Uint32Array(1024));
  }

  /** Number of documents taken in. */
  get count(): number {
    return this.#sequenceEnds.length;
  }

  /**
   * Takes a document in; the first is number 0.
   * @param analyzers the analyzer of each field, where not that of the schema
   */
  add(values: FieldValues, analyzers?: readonly number[]): void {
    const { fields, sequenceField } = this.#schema;
    for (const [field, { analyzer }] of fields.entries()) {
      const text = values[field];
      this.#lengths.push(text ? this.#addField(text, analyzers?.[field] ?? analyzer, field === sequenceField) : 0);
      this.#ends.push(this.#entryTerms.length);
    }
    this.#sequenceEnds.push(this.#sequenceWords.length);
  }

  /** All documents as a segment with a lexicon of their own. The writer is of no use afterwards. */
  finish(): { segment: Segment; lexicon: Lexicon } {
    const termOrder = dictionaryOrder(this.#terms.words());
    const termPlace = inverse(termOrder, this.#terms.size);
    const wordOrder = this.#wordOrder();
    const wordPlace = inverse(wordOrder, this.#words.size);
    const terms = new Vocabulary(Dictionary.of(this.#terms.words(), termOrder));
    const words = new Vocabulary(Dictionary.of(this.#words.words(), wordOrder));
    const wordTerms = this.#known.map((known) =>
      Int32Array.from(wordOrder, (word) => (known[word] < FIRST_TERM ? NO_TERM : termPlace[known[word] - FIRST_TERM])),
    );
    const segment = {
      count: this.count,
      postings: invert(this.#stream(), termPlace, termOrder.length),
      lengths: this.#lengths.view().slice(),
      sequences: this.#sequences(wordPlace),
    };
    return { segment, lexicon: new Lexicon(words, terms, wordTerms) };
  }

  /** The living documents as a segment under a lexicon, which gets the words and terms that are new to it. */
  segment(lexicon: Lexicon, isAlive: (document: number) => boolean): Segment {
    const wordNumbers = this.#shareWords(lexicon);
    const termNumbers = this.#shareTerms(lexicon, wordNumbers);
    const order = Uint32Array.from(termNumbers, (_, i) => i).sort((a, b) => termNumbers[a] - termNumbers[b]);
    const stream = withoutDead(this.#stream(), isAlive);
    return {
      count: this.count,
      postings: invert(stream, inverse(order, order.length), order.length),
      terms: Uint32Array.from(order, (term) => termNumbers[term]),
      lengths: this.#lengths.view().slice(),
      sequences: this.#sequences(wordNumbers),
    };
  }

  #addField(text: string, analyzer: number, keepOrder: boolean): number {
    const lower = text.toLowerCase();
    const words = findWords(lower, this.#schema.classes, this.#bounds);
    const { starts, ends, hashes } = this.#bounds;
    const reading = ++this.#fieldsRead;
    this.#entryTerms.reserve(words);
    this.#entryCounts = enlarged(this.#entryCounts, this.#entryTerms.length + words);
    let known = this.#known[analyzer];
    let length = 0;
    for (let i = 0; i < words; i++) {
      const surface = this.#words.number(lower, starts[i], ends[i], hashes[i]);
      if (surface === this.#folded.length) this.#fold(lower.slice(starts[i], ends[i]), surface);
      if (keepOrder && ends[i] > starts[i]) this.#sequenceWords.push(this.#folded.at(surface));
      let term = (known[surface] ?? NOT_ASKED) - FIRST_TERM;
      if (term === NOT_ASKED - FIRST_TERM) {
        term = this.#analyze(lower.slice(starts[i], ends[i]), surface, analyzer);
        known = this.#known[analyzer];
      }
      if (term < 0) continue;
      length++;
      if (this.#met[2 * term] === reading) this.#countAgain(this.#met[2 * term + 1]);
      else this.#addEntry(term, reading);
    }
    return length;
  }

  #addEntry(term: number, reading: number): void {
    const entry = this.#entryTerms.length;
    this.#met[2 * term] = reading;
    this.#met[2 * term + 1] = entry;
    this.#entryTerms.push(term);
    this.#entryCounts[entry] = 1;
  }

  #countAgain(entry: number): void {
    if (this.#entryCounts[entry] < LARGEST_COUNT) this.#entryCounts[entry]++;
  }

  /** Notes the folded form of a new word. */
  #fold(word: string, number: number): void {
    const folded = this.#schema.fold(word);
    this.#folded.push(number);
    this.#known.forEach((known, analyzer) => (this.#known[analyzer] = enlarged(known, number + 2)));
    if (folded === word) return;
    const foldedNumber = this.#words.number(folded);
    if (foldedNumber === this.#folded.length) this.#folded.push(foldedNumber);
    this.#folded.set(number, foldedNumber);
  }

  /** The term of a word, asked of the analyzer for its folded form and noted for both. */
  #analyze(word: string, number: number, analyzer: number): number {
    const text = this.#schema.analyzers[analyzer](this.#schema.fold(word));
    const term = text === undefined ? NO_TERM : this.#terms.number(text);
    this.#known[analyzer][number] = term + FIRST_TERM;
    this.#known[analyzer][this.#folded.at(number)] = term + FIRST_TERM;
    this.#met = enlarged(this.#met, 2 * term + 2);
    return term;
  }

  /** The folded words in dictionary order. */
  #wordOrder(): Uint32Array {
    const order = dictionaryOrder(this.#words.words());
    return order.filter((word) => this.#folded.at(word) === word);
  }

  #stream(): EntryStream {
    return {
      terms: this.#entryTerms.view(),
      counts: this.#entryCounts,
      ends: this.#ends.view(),
      fieldCount: this.#schema.fields.length,
    };
  }

  #sequences(wordPlace: Uint32Array): WordRows {
    return {
      ends: this.#sequenceEnds.view().slice(),
      words: this.#sequenceWords.view().map((word) => wordPlace[word]),
    };
  }

  #shareWords(lexicon: Lexicon): Uint32Array {
    const numbers = new Uint32Array(this.#words.size);
    for (let word = 0; word < numbers.length; word++) {
      if (this.#folded.at(word) === word) numbers[word] = lexicon.words.add(this.#words.word(word));
    }
    return numbers;
  }

  #shareTerms(lexicon: Lexicon, wordNumbers: Uint32Array): Uint32Array {
    const numbers = Uint32Array.from({ length: this.#terms.size }, (_, term) =>
      lexicon.terms.add(this.#terms.word(term)),
    );
    for (const [analyzer, known] of this.#known.entries()) {
      for (let word = 0; word < wordNumbers.length; word++) {
        if (known[word] >= FIRST_TERM) lexicon.setTerm(wordNumbers[word], analyzer, numbers[known[word] - FIRST_TERM]);
      }
    }
    return numbers;
  }
}

/** Of an order, the place of each thing in it; things that are not in it have place 0. */
function inverse(order: Uint32Array, size: number): Uint32Array {
  const places = new Uint32Array(size);
  for (let place = 0; place < order.length; place++) places[order[place]] = place;
  return places;
}

/** The stream with the entries of dead documents left out; the documents keep their numbers. */
function withoutDead(stream: EntryStream, isAlive: (document: number) => boolean): EntryStream {
  const terms = new GrowingUint32(stream.terms.length);
  const counts = new Uint16Array(stream.terms.length);
  const ends = new Uint32Array(stream.ends.length);
  let entry = 0;
  for (let i = 0; i < ends.length; i++) {
    const alive = isAlive(Math.floor(i / stream.fieldCount));
    for (; entry < stream.ends[i]; entry++) {
      if (!alive) continue;
      counts[terms.length] = stream.counts[entry];
      terms.push(stream.terms[entry]);
    }
    ends[i] = terms.length;
  }
  return { ...stream, terms: terms.view(), counts, ends };
}
