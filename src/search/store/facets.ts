import { readingStage } from '../../library/model/readingStage';
import type { Facets } from '../contract';
import { enlarged } from '../index/growing';
import type { Filter, HasProperty } from '../query/ast';
import type { Slot } from '../protocol';
import { CitedTable } from './citedTable';
import { facetWord, UNREAD } from './facetWord';

/** Facets in columns, and the words that the statuses point at. */
export interface FacetColumns {
  readonly notes: Uint8Array;
  /** Places in `words`. */
  readonly statuses: Uint16Array;
  /** In hundredths, plus one; 0 without a rating. */
  readonly ratings: Uint16Array;
  readonly words: readonly string[];
}

const HUNDREDTHS = 100;
const LARGEST = 0xfffe;

/**
 * What is known of papers besides their texts, in columns by slot. They stand beside the documents: setting them touches no
 * index, and what is set before its paper comes, or while it is away, is kept.
 */
export class FacetTable {
  #notes: Uint8Array = new Uint8Array(64);
  #statuses: Uint16Array = new Uint16Array(64);
  #ratings: Uint16Array = new Uint16Array(64);
  /** The statuses by number; that of papers without one is 0. */
  readonly #words: string[] = [''];
  readonly #numbers = new Map([['', 0]]);
  /** This and who cites it are told anew at each start; they are not kept. */
  #retracted: Uint8Array = new Uint8Array(64);
  readonly #cited = new CitedTable();
  #changes = 0;

  /** Counts the changes since the start. */
  get changes(): number {
    return this.#changes;
  }

  /** Replaces all facets of a paper. */
  set(slot: Slot, { hasNote = false, status = '', rating, citedIn = [], isRetracted = false }: Facets): void {
    this.#notes = enlarged(this.#notes, slot + 1);
    this.#statuses = enlarged(this.#statuses, slot + 1);
    this.#ratings = enlarged(this.#ratings, slot + 1);
    this.#retracted = enlarged(this.#retracted, slot + 1);
    this.#retracted[slot] = isRetracted ? 1 : 0;
    this.#notes[slot] = hasNote ? 1 : 0;
    this.#statuses[slot] = this.#number(facetWord(status));
    this.#ratings[slot] = rating === undefined || !(rating >= 0) ? 0 : 1 + Math.min(LARGEST, hundredths(rating));
    this.#cited.set(slot, citedIn);
    this.#changes++;
  }

  /** No paper has any facet any more. */
  clear(): void {
    for (const column of [this.#notes, this.#statuses, this.#ratings, this.#retracted]) column.fill(0);
    this.#cited.clear();
    this.#changes++;
  }

  /** The test that a filter is; undefined for a filter on something else. */
  test(filter: Filter): ((slot: Slot) => boolean) | undefined {
    if (filter.kind === 'status') {
      const isWanted = this.#words.map((word) => word === filter.value || (word === '' && filter.value === UNREAD));
      return (slot) => isWanted[this.#statuses[slot] ?? 0];
    }
    if (filter.kind === 'is') {
      const isWanted = this.#words.map((word) => (word === '' ? UNREAD : readingStage(word)) === filter.value);
      return (slot) => isWanted[this.#statuses[slot] ?? 0];
    }
    if (filter.kind === 'rating') {
      const [from, to] = [1 + hundredths(filter.from), 1 + hundredths(filter.to)];
      return (slot) => this.#ratings[slot] > 0 && this.#ratings[slot] >= from && this.#ratings[slot] <= to;
    }
    if (filter.kind === 'times') return (slot) => this.#cited.isCited(slot, filter.from, filter.to);
    if (filter.kind === 'retracted') return (slot) => this.#retracted[slot] === 1;
    if (filter.kind === 'cited') return this.#cited.citedInFile(filter.value);
    const column = filter.kind === 'has' ? this.#column(filter.property) : undefined;
    return column && ((slot) => column[slot] > 0);
  }

  /** All statuses that papers have had, and that of papers without one. */
  statuses(): string[] {
    return [UNREAD, ...this.#words.slice(1)];
  }

  /** The paths of all documents that cite papers. */
  citingFiles(): string[] {
    return this.#cited.paths();
  }

  #column(property: HasProperty): Uint8Array | Uint16Array | undefined {
    if (property === 'note') return this.#notes;
    if (property === 'status') return this.#statuses;
    return property === 'rating' ? this.#ratings : undefined;
  }

  /** Whether a paper has any facet. */
  has(slot: Slot): boolean {
    return this.#notes[slot] > 0 || this.#statuses[slot] > 0 || this.#ratings[slot] > 0;
  }

  /** The facets of these papers. */
  columns(slots: readonly Slot[]): FacetColumns {
    return {
      notes: Uint8Array.from(slots, (slot) => this.#notes[slot] ?? 0),
      statuses: Uint16Array.from(slots, (slot) => this.#statuses[slot] ?? 0),
      ratings: Uint16Array.from(slots, (slot) => this.#ratings[slot] ?? 0),
      words: this.#words,
    };
  }

  /** Sets the facets of a paper to those at a place of columns. */
  setFrom({ notes, statuses, ratings, words }: FacetColumns, place: number, slot: Slot): void {
    const rating = ratings[place] === 0 ? undefined : (ratings[place] - 1) / HUNDREDTHS;
    this.set(slot, { hasNote: notes[place] === 1, status: words[statuses[place]], rating });
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    // There are a few statuses; whoever has tens of thousands asks for none of them.
    if (this.#words.length > LARGEST) return 0;
    this.#numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}

function hundredths(rating: number): number {
  return Math.round(rating * HUNDREDTHS);
}
