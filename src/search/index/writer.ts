import { findWords, noBounds } from '../text/scan';
import { Utf8Text } from '../text/utf8';
import { Dictionary } from './dictionary';
import { dictionaryOrder } from './dictionaryOrder';
import { GrowingUint32, enlarged } from './growing';
import { Lexicon, NO_TERM } from './lexicon';
import { invert, LARGEST_COUNT, type EntryStream } from './postings';
import type { Schema } from './schema';
import { type Segment, totalLengths, type WordRows } from './segment';
import { Vocabulary } from './vocabulary';
import { WordTable } from './wordTable';

/** The texts of a document by field; a missing one is as an empty one. */
export type FieldValues = readonly (string | undefined)[];

/** What stands for a term in the table of known terms: nothing yet, no term, or the term and `FIRST_TERM`. */
const NOT_ASKED = 0;
const FIRST_TERM = 2;
/** In the table of folded forms: the word does not stand in a text, but is a term. */
const NO_WORD = 0xffffffff;

/**
 * Takes documents in and turns them into a segment. Each word is analysed once, however often it comes; what is kept
 * of a text is a stream of (term, count) entries.
 */
export class IndexWriter {
  readonly #schema: Schema;
  /** The words as they stand, in lower case; folded words and terms are words of the same table. */
  readonly #words = new WordTable();
  /** By word: its folded form, which may be itself, or `NO_WORD`. */
  readonly #folded = new GrowingUint32();
  /** By analyzer: the term of each word, plus `FIRST_TERM`. */
  readonly #known: Uint32Array[];
  /** The entries so far: the first `#entries`. */
  #entryTerms = new Uint32Array(1024);
  #entryCounts = new Uint16Array(1024);
  #entries = 0;
  /** By analyzer and word of the table: how often it was met, and how much of that a lexicon knows. */
  readonly #uses: Uint32Array[];
  readonly #shared: Uint32Array[];
  readonly #ends = new GrowingUint32();
  readonly #lengths = new GrowingUint32();
  readonly #sequenceWords = new GrowingUint32();
  readonly #sequenceEnds = new GrowingUint32();
  /** For each term, plus `FIRST_TERM`: the last field in which it was met, counted from 1, and its entry there. */
  #met = new Uint32Array(2048);
  #fieldsRead = 0;
  #count = 0;
  readonly #text = new Utf8Text();
  readonly #bounds = noBounds();

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#known = schema.analyzers.map(() => new Uint32Array(1024));
    this.#uses = schema.analyzers.map(() => new Uint32Array(1024));
    this.#shared = schema.analyzers.map(() => new Uint32Array(1024));
  }

  /** Number of documents taken in. */
  get count(): number {
    return this.#count;
  }

  /**
   * Takes a document in; the first is number 0.
   * @param analyzers the analyzer of each field, where not that of the schema
   */
  add(values: FieldValues, analyzers?: readonly number[]): void {
    const { fields, sequenceFields } = this.#schema;
    for (let field = 0; field < fields.length; field++) {
      const text = values[field];
      const analyzer = analyzers?.[field] ?? fields[field].analyzer;
      const keepOrder = sequenceFields.includes(field);
      this.#lengths.push(text ? this.#addField(text, analyzer, keepOrder) : 0);
      this.#ends.push(this.#entries);
      if (keepOrder) this.#sequenceEnds.push(this.#sequenceWords.length);
    }
    this.#count++;
  }

  /** All documents as a segment with a lexicon of their own. The writer is of no use afterwards. */
  finish(): { segment: Segment; lexicon: Lexicon } {
    const texts = this.#words.words();
    const order = dictionaryOrder(texts);
    const isTerm = this.#termFlags();
    const termOrder = order.filter((word) => isTerm[word] === 1);
    const wordOrder = order.filter((word) => this.#isWord(word));
    const wordPlace = inverse(wordOrder, texts.size);
    const terms = new Vocabulary(Dictionary.of(texts, termOrder));
    const words = new Vocabulary(Dictionary.of(texts, wordOrder));
    const segment = {
      ...this.#lengthColumns(),
      count: this.count,
      postings: invert(this.#stream(), termOrder),
      sequences: this.#sequences(wordPlace),
    };
    const wordTerms = this.#wordTerms(wordOrder, inverse(termOrder, texts.size));
    return { segment, lexicon: new Lexicon(words, terms, wordTerms, this.#wordUses(wordPlace, wordOrder.length)) };
  }

  /** The living documents as a segment under a lexicon, which gets the words and terms that are new to it. */
  segment(lexicon: Lexicon, isAlive: (document: number) => boolean): Segment {
    const texts = this.#words.words();
    const wordNumbers = this.#shareWords(lexicon, texts);
    const isTerm = this.#termFlags();
    const terms = Uint32Array.from(isTerm.keys()).filter((term) => isTerm[term] === 1);
    const termNumbers = this.#shareTerms(lexicon, texts, terms, wordNumbers);
    const order = terms.sort((a, b) => termNumbers[a] - termNumbers[b]);
    return {
      ...this.#lengthColumns(),
      count: this.count,
      postings: invert(withoutDead(this.#stream(), isAlive), order),
      terms: order.map((term) => termNumbers[term]),
      sequences: this.#sequences(wordNumbers),
    };
  }

  /** Takes the text of a field in; returns its number of terms. */
  #addField(text: string, analyzer: number, keepOrder: boolean): number {
    const lower = this.#text.set(text.toLowerCase());
    const count = findWords(lower, this.#schema.classes, this.#bounds);
    this.#makeRoom(count);
    const { starts, ends } = this.#bounds;
    const words = this.#words;
    let uses = this.#uses[analyzer];
    const entryTerms = this.#entryTerms;
    const entryCounts = this.#entryCounts;
    const reading = ++this.#fieldsRead;
    let known = this.#known[analyzer];
    let met = this.#met;
    let entry = this.#entries;
    let length = 0;
    for (let i = 0; i < count; i++) {
      const word = words.number(lower, starts[i], ends[i]);
      let term = word < known.length ? known[word] : NOT_ASKED;
      if (term === NOT_ASKED) {
        term = this.#analyze(lower.slice(starts[i], ends[i]), word, analyzer);
        known = this.#known[analyzer];
        met = this.#met;
        uses = this.#uses[analyzer];
      }
      uses[word]++;
      if (keepOrder) this.#sequenceWords.push(this.#folded.at(word));
      if (term < FIRST_TERM) continue;
      length++;
      if (met[2 * term] === reading) {
        const before = met[2 * term + 1];
        if (entryCounts[before] < LARGEST_COUNT) entryCounts[before]++;
      } else {
        met[2 * term] = reading;
        met[2 * term + 1] = entry;
        entryTerms[entry] = term - FIRST_TERM;
        entryCounts[entry++] = 1;
      }
    }
    this.#entries = entry;
    return length;
  }

  #makeRoom(entries: number): void {
    this.#entryTerms = enlarged(this.#entryTerms, this.#entries + entries);
    this.#entryCounts = enlarged(this.#entryCounts, this.#entries + entries);
  }

  /** The term of a word plus `FIRST_TERM`, asked of the analyzer for its folded form and noted for both. */
  #analyze(word: string, number: number, analyzer: number): number {
    const folded = this.#schema.fold(word);
    const foldedNumber = folded === word ? number : this.#words.numberOf(folded);
    const text = this.#schema.analyzers[analyzer](folded);
    const termNumber = text === undefined ? NO_TERM : text === folded ? foldedNumber : this.#words.numberOf(text);
    const term = termNumber + FIRST_TERM;
    this.#noteWords();
    this.#folded.set(number, foldedNumber);
    this.#folded.set(foldedNumber, foldedNumber);
    const known = this.#known[analyzer];
    known[number] = term;
    known[foldedNumber] = term;
    return term;
  }

  /** Makes room for what is noted of words that are new to the table. */
  #noteWords(): void {
    const { size } = this.#words;
    while (this.#folded.length < size) this.#folded.push(NO_WORD);
    for (const columns of [this.#known, this.#uses, this.#shared]) {
      for (let i = 0; i < columns.length; i++) columns[i] = enlarged(columns[i], size);
    }
    this.#met = enlarged(this.#met, 2 * (size + FIRST_TERM));
  }

  /** Whether a word of the table is the folded form of words that stand in the texts. */
  #isWord(word: number): boolean {
    return this.#folded.at(word) === word;
  }

  /** By word of the table: 1 where it is a term. */
  #termFlags(): Uint8Array {
    const flags = new Uint8Array(this.#words.size);
    for (let entry = 0; entry < this.#entries; entry++) flags[this.#entryTerms[entry]] = 1;
    return flags;
  }

  /** By analyzer: the place of the term of each word. */
  #wordTerms(wordOrder: Uint32Array, termPlace: Uint32Array): Int32Array[] {
    return this.#known.map((known) => {
      const terms = new Int32Array(wordOrder.length);
      for (let place = 0; place < terms.length; place++) {
        const term = known[wordOrder[place]];
        terms[place] = term < FIRST_TERM ? NO_TERM : termPlace[term - FIRST_TERM];
      }
      return terms;
    });
  }

  /** By analyzer: how often each word was met, by its place. */
  #wordUses(wordPlace: Uint32Array, count: number): Uint32Array[] {
    return this.#uses.map((met) => {
      const uses = new Uint32Array(count);
      for (let word = 0; word < this.#words.size; word++) {
        if (met[word] > 0) uses[wordPlace[this.#folded.at(word)]] += met[word];
      }
      return uses;
    });
  }

  #lengthColumns(): Pick<Segment, 'lengths' | 'totals'> {
    const lengths = this.#lengths.view().slice();
    return { lengths, totals: totalLengths(lengths, this.#schema.fields.length) };
  }

  #stream(): EntryStream {
    return {
      terms: this.#entryTerms.subarray(0, this.#entries),
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

  /** By word of the table: its number in the lexicon's words. */
  #shareWords(lexicon: Lexicon, texts: Dictionary): Uint32Array {
    const numbers = new Uint32Array(texts.size);
    for (let word = 0; word < texts.size; word++) {
      if (this.#isWord(word)) numbers[word] = lexicon.words.add(texts.word(word));
    }
    for (const [analyzer, uses] of this.#uses.entries()) {
      const shared = this.#shared[analyzer];
      for (let word = 0; word < texts.size; word++) {
        if (uses[word] > shared[word]) lexicon.use(numbers[this.#folded.at(word)], analyzer, uses[word] - shared[word]);
        shared[word] = uses[word];
      }
    }
    return numbers;
  }

  /** By term: its number in the lexicon's terms. */
  #shareTerms(lexicon: Lexicon, texts: Dictionary, terms: Uint32Array, wordNumbers: Uint32Array): Uint32Array {
    const numbers = new Uint32Array(texts.size);
    for (const term of terms) numbers[term] = lexicon.terms.add(texts.word(term));
    for (const [analyzer, known] of this.#known.entries()) {
      for (let word = 0; word < texts.size; word++) {
        if (!this.#isWord(word) || known[word] < FIRST_TERM) continue;
        lexicon.setTerm(wordNumbers[word], analyzer, numbers[known[word] - FIRST_TERM]);
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
