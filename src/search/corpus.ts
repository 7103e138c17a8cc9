import type { SearchDocument } from './contract';
import { Dictionary } from './index/dictionary';
import { enlarged } from './index/growing';
import { Lexicon } from './index/lexicon';
import { LiveIndex } from './index/liveIndex';
import { mergeSegments } from './index/merge';
import type { Segment } from './index/segment';
import { Vocabulary } from './index/vocabulary';
import { WordUses } from './index/wordUses';
import { IndexWriter } from './index/writer';
import { analyzersFor, fieldValues, PAPER_SCHEMA } from './paperSchema';
import type { Filter, ValueFilter } from './query/ast';
import type { Slot } from './protocol';
import { ByteLog, type NewLog } from './store/byteLog';
import { DocumentStore } from './store/documentStore';
import { FacetTable } from './store/facets';
import { Facts } from './store/facts';

/** A delta of so many papers is merged, or one of this part of the main segment where that is more. */
const MERGE_FROM = 500;
const MERGE_SHARE = 0.05;

/** What a corpus starts from when it does not start empty. */
export interface CorpusParts {
  readonly segment: Segment;
  readonly lexicon: Lexicon;
  readonly store: DocumentStore;
  readonly facts: Facts;
  readonly facets: FacetTable;
  /** By document. */
  readonly slots: Uint32Array;
}

/**
 * The papers and their index. Changes are taken in at once and searched from the next `commit` on; inside, a paper is a
 * document with a number, and a paper that is replaced is a new document.
 */
export class Corpus {
  #index: LiveIndex;
  #main: Segment;
  #store: DocumentStore;
  #facts: Facts;
  readonly #facets: FacetTable;
  /** By document. */
  #slots: Uint32Array;
  /** By document: whether it is there as of the next commit. */
  #alive: Uint8Array;
  /** By slot: the paper's document plus one, or 0. */
  #documents = new Uint32Array(64);
  #living: number;
  #writer = new IndexWriter(PAPER_SCHEMA);
  /** The documents that went since the last commit. */
  #gone: number[] = [];
  #changes = 0;
  #committed = 0;

  readonly #newLog: NewLog;

  /** @param newLog gives the place for texts */
  constructor(newLog: NewLog = () => new ByteLog(), parts = emptyParts(newLog())) {
    this.#newLog = newLog;
    this.#main = parts.segment;
    this.#store = parts.store;
    this.#facts = parts.facts;
    this.#facets = parts.facets;
    this.#slots = parts.slots;
    this.#alive = new Uint8Array(parts.segment.count).fill(1);
    this.#living = parts.slots.length;
    this.#noteSlots();
    this.#index = new LiveIndex(PAPER_SCHEMA, parts.lexicon, parts.segment);
  }

  /** The index as of the last commit. */
  get index(): LiveIndex {
    return this.#index;
  }

  /** What is known of the papers besides their documents; set at any time, seen at once. */
  get facets(): FacetTable {
    return this.#facets;
  }

  /** The test that a filter is, by document; undefined for a filter that needs the document's text. */
  test(filter: Filter): ((document: number) => boolean) | undefined {
    const ofSlot = this.#facets.test(filter);
    return ofSlot ? (document) => ofSlot(this.#slots[document]) : this.#facts.test(filter);
  }

  /** The values that a filter chooses among. */
  values(kind: ValueFilter['kind']): string[] {
    if (kind === 'status') return this.#facets.statuses();
    return kind === 'cited' ? this.#facets.citingFiles() : this.#facts.values(kind);
  }

  /** Counts the changes since the start. */
  get changes(): number {
    return this.#changes;
  }

  /** The paper of a document. */
  document(number: number): SearchDocument {
    return this.#store.get(number);
  }

  slot(document: number): Slot {
    return this.#slots[document];
  }

  /** The document of a paper, if there is one. */
  find(slot: Slot): number | undefined {
    const document = (this.#documents[slot] ?? 0) - 1;
    return document < 0 ? undefined : document;
  }

  /** The documents that are there. */
  livingDocuments(): number[] {
    return Array.from({ length: this.#store.count }, (_, i) => i).filter((document) => this.#alive[document] === 1);
  }

  put(slot: Slot, paper: SearchDocument): void {
    this.remove(slot);
    const document = this.#store.count;
    this.#store.add(paper);
    this.#facts.add(paper);
    this.#writer.add(fieldValues(paper), analyzersFor(paper));
    this.#slots = enlarged(this.#slots, document + 1);
    this.#alive = enlarged(this.#alive, document + 1);
    this.#slots[document] = slot;
    this.#alive[document] = 1;
    this.#documents = enlarged(this.#documents, slot + 1);
    this.#documents[slot] = document + 1;
    this.#living++;
    this.#changes++;
  }

  remove(slot: Slot): void {
    const document = this.find(slot);
    if (document === undefined) return;
    this.#gone.push(document);
    this.#alive[document] = 0;
    this.#documents[slot] = 0;
    this.#living--;
    this.#changes++;
  }

  /** Makes all changes so far visible to the index. */
  commit(): void {
    if (this.#committed === this.#changes) return;
    this.#committed = this.#changes;
    const alive = this.#alive.slice(0, this.#store.count);
    if (this.#main.count === 0) {
      const { segment, lexicon } = this.#writer.finish();
      this.#forgetWords(lexicon);
      this.#main = segment;
      this.#writer = new IndexWriter(PAPER_SCHEMA);
      this.#index = new LiveIndex(PAPER_SCHEMA, lexicon, segment, undefined, alive);
      return;
    }
    const { lexicon } = this.#index;
    const first = this.#main.count;
    const delta =
      this.#writer.count === 0 ? undefined : this.#writer.segment(lexicon, (document) => alive[first + document] === 1);
    this.#forgetWords(lexicon);
    this.#index = new LiveIndex(PAPER_SCHEMA, lexicon, this.#main, delta, alive, this.#index);
  }

  /** Takes the words of documents that went out of what is known to be used. */
  #forgetWords(lexicon: Lexicon): void {
    if (this.#gone.length === 0) return;
    const uses = new WordUses(PAPER_SCHEMA);
    for (const document of this.#gone) {
      const paper = this.document(document);
      uses.add(fieldValues(paper), analyzersFor(paper));
    }
    this.#gone = [];
    uses.each((word, counts) => {
      const number = lexicon.words.find(word);
      for (let analyzer = 0; analyzer < counts.length; analyzer++) {
        if (counts[analyzer] > 0) lexicon.use(number, analyzer, -counts[analyzer]);
      }
    });
  }

  /** Whether so much changed since the last merge that searching would gain from another. */
  get wantsMerge(): boolean {
    const behind = this.#store.count - this.#main.count + (this.#store.count - this.#living);
    return behind > Math.max(MERGE_FROM, this.#main.count * MERGE_SHARE);
  }

  /**
   * Makes one segment of all papers, in steps. Between the steps the index can be searched, but nothing may be put,
   * removed or committed.
   */
  *merge(): Generator<void, void> {
    const { segment, lexicon, documents } = yield* mergeSegments(this.#index);
    const { log } = this.#store;
    this.#store = this.#store.select(documents, this.#newLog());
    log.close();
    this.#facts = this.#facts.select(documents);
    this.#slots = documents.map((document) => this.#slots[document]);
    this.#alive = new Uint8Array(documents.length).fill(1);
    this.#noteSlots();
    this.#main = segment;
    this.#writer = new IndexWriter(PAPER_SCHEMA);
    this.#index = new LiveIndex(PAPER_SCHEMA, lexicon, segment);
  }

  #noteSlots(): void {
    const slots = this.#slots;
    let largest = -1;
    for (let document = 0; document < slots.length; document++) largest = Math.max(largest, slots[document]);
    this.#documents = enlarged(this.#documents, largest + 1);
    for (let document = 0; document < slots.length; document++) this.#documents[slots[document]] = document + 1;
  }

  /** What the corpus is made of, where all is in one segment and nothing is gone; otherwise undefined. */
  parts(): CorpusParts | undefined {
    if (this.#index.parts.length > 1 || this.#living !== this.#main.count) return undefined;
    const { lexicon } = this.#index;
    const [segment, store, facts, facets] = [this.#main, this.#store, this.#facts, this.#facets];
    return { segment, lexicon, store, facts, facets, slots: this.#slots };
  }
}

function emptyParts(log: ByteLog): CorpusParts {
  const { analyzers } = PAPER_SCHEMA;
  const [words, terms] = [new Vocabulary(Dictionary.empty), new Vocabulary(Dictionary.empty)];
  const lexicon = new Lexicon(
    words,
    terms,
    analyzers.map(() => new Int32Array()),
    analyzers.map(() => new Uint32Array()),
  );
  const { segment } = new IndexWriter(PAPER_SCHEMA).finish();
  return {
    segment,
    lexicon,
    store: new DocumentStore(log),
    facts: new Facts(),
    facets: new FacetTable(),
    slots: new Uint32Array(),
  };
}
