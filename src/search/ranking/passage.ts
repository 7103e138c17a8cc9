import { FIELDS } from '../fields';
import type { LiveIndex } from '../index/liveIndex';
import type { DocumentNumbers } from '../index/postings';
import { placeOfTerm } from '../index/segment';
import { inverseDocumentFrequency } from '../index/weights';
import type { ParsedQuery, Part, WordNode } from '../query/ast';
import type { SearchField } from '../contract';
import { isStopWord, stem } from '../text/analysis';
import { isEverydayStem } from '../text/everydayWords';
import { kindredStems } from '../text/kindredWords';
import { type Accumulator, isZero } from './accumulator';
import type { Leaf } from './leaf';

/** A query with so many telling words that no paper has together is read as a passage. */
const FEWEST_WORDS = 4;
/** Postings that are looked at for one passage: the rarest words come first, those that are left say little. */
const MOST_POSTINGS = 25_000;
/** The power of a word's rarity: a word of one paper says more than one of ten papers, but not much more. */
const RARITY = 0.7;
/** Postings of words that say about the same as those of the passage. */
const MOST_KINDRED = 6_000;
/** What such a word is worth where the word itself is not there, relative to one as rare. */
const KINDRED = 0.4;
/** What a word of everyday English is worth, relative to another one as rare. */
const EVERYDAY = 0.6;
/** What it adds that a word stands in a paper at all, however often, and however long the paper is (BM25+ of Lv and Zhai, 2011). */
const PRESENCE = 0.5;
/**
 * How soon it tells nothing more that a word comes once more: lower than for other queries, as who writes a passage has written
 * many words, and a paper with one of them five times says less of it than one with two of them once.
 */
const K1 = 0.8;
/** The fields whose words make a paper long. */
const TEXTS: readonly SearchField[] = ['title', 'abstract', 'keywords', 'note'];

/**
 * The telling words of a query, each once, where it is so many plain words that it is what somebody wrote, not what somebody
 * looks for; undefined for another query. Parentheses and quotation marks of a text mean nothing to the search.
 */
export function passageWords({ parts }: ParsedQuery): Part[] | undefined {
  const told = new Map<string, Part>();
  let outside = 0;
  for (const part of parts) {
    const words = wordsOfPart(part);
    if (!words) return undefined;
    for (const word of words) {
      if (isStopWord(word.text) || told.has(word.text)) continue;
      told.set(word.text, { presence: 'should', node: word });
      if (part.node.kind !== 'phrase') outside++;
    }
  }
  return outside >= FEWEST_WORDS ? [...told.values()] : undefined;
}

/** The words of a part that has no sign, field or operator. */
function wordsOfPart({ presence, node }: Part): readonly WordNode[] | undefined {
  if (presence !== 'should') return undefined;
  switch (node.kind) {
    case 'word':
      return !node.fields && (node.match === 'word' || node.match === 'open') ? [node] : undefined;
    case 'phrase':
      return node.fields ? undefined : node.words;
    case 'and': {
      const words = node.parts.map(wordsOfPart);
      return words.every((some) => some !== undefined) ? words.flat() : undefined;
    }
    case 'or':
    case 'filter':
      return undefined;
  }
}

/**
 * Scores papers for a passage. Somebody who remembers what a paper said uses its words wherever they stood, so that all
 * fields are one text (BM25F of Robertson, Zaragoza and Taylor, 2004, with equal fields): a word in the title counts once more,
 * not several times. A word weighs by its rarity, one of everyday English by half of it; how many of the words a paper has counts for nothing
 * by itself. In the papers that so are found, words count too that say about the same as one that is missing.
 */
export class PassageScores {
  readonly #index: LiveIndex;
  /** By document: what the length of its text makes of `K1`. */
  #damping: Float32Array | undefined;
  /** By document: how often the word at work stands in it. */
  readonly #counts: Float32Array;
  readonly #holders: Uint32Array;
  /** By document: what words add that say about the same as one of the passage, and which of its words stood there last. */
  readonly #kindred: Float32Array;
  readonly #last: Uint16Array;
  /** By stem: the terms that say about the same. */
  readonly #kindredOf = new Map<string, readonly number[]>();

  constructor(index: LiveIndex) {
    this.#index = index;
    this.#counts = new Float32Array(index.size);
    this.#holders = new Uint32Array(index.size);
    this.#kindred = new Float32Array(index.size);
    this.#last = new Uint16Array(index.size);
  }

  /** Adds the scores of all words up. */
  add(leaves: readonly Leaf[], into: Accumulator): void {
    const sized = leaves.map((leaf) => ({ leaf, size: this.#size(leaf.terms) })).sort((a, b) => a.size - b.size);
    let postings = 0;
    let kindred = 0;
    this.#last.fill(0);
    for (const [i, { leaf, size }] of sized.entries()) {
      postings += size;
      if (postings > MOST_POSTINGS && postings > size) break;
      const term = stem(leaf.word);
      const worth = (isEverydayStem(term) ? EVERYDAY : 1) * (leaf.boosts.length > 0 ? Math.max(...leaf.boosts) : 1);
      this.#addWord(leaf.terms, worth, i + 1, into);
      const others = this.#kindredTerms(term);
      kindred += this.#size(others);
      if (others.length > 0 && kindred <= MOST_KINDRED) this.#addKindred(others, worth * KINDRED, i + 1);
    }
    this.#takeKindred(into);
  }

  #size(terms: readonly number[]): number {
    let size = 0;
    for (const term of terms) size += this.#index.frequency(term);
    return size;
  }

  #kindredTerms(term: string): readonly number[] {
    let terms = this.#kindredOf.get(term);
    if (!terms) {
      const { lexicon } = this.#index;
      terms = Array.from(kindredStems(term), (other) => lexicon.terms.find(other)).filter((found) => found >= 0);
      this.#kindredOf.set(term, terms);
    }
    return terms;
  }

  /** @param number of the word in the passage, from 1 on */
  #addWord(terms: readonly number[], worth: number, number: number, into: Accumulator): void {
    const [counts, holders, last] = [this.#counts, this.#holders, this.#last];
    const { scores } = into;
    const held = this.#count(terms, into);
    this.#weigh(held, worth);
    for (let i = 0; i < held; i++) {
      const document = holders[i];
      scores[document] += counts[document];
      last[document] = number;
      counts[document] = 0;
    }
  }

  /** Keeps what words add to the papers that do not have the word of the passage with this number, which they take the place of. */
  #addKindred(terms: readonly number[], worth: number, number: number): void {
    const [counts, holders, last, kindred] = [this.#counts, this.#holders, this.#last, this.#kindred];
    const held = this.#count(terms);
    this.#weigh(held, worth);
    for (let i = 0; i < held; i++) {
      const document = holders[i];
      if (last[document] !== number) kindred[document] += counts[document];
      counts[document] = 0;
    }
  }

  /** Adds what was kept to the papers that have a word of the passage itself. */
  #takeKindred({ touched, count, scores }: Accumulator): void {
    for (let i = 0; i < count; i++) scores[touched[i]] += this.#kindred[touched[i]];
    this.#kindred.fill(0);
  }

  /** Makes of the counts of the word at work what they add. */
  #weigh(held: number, worth: number): void {
    const [counts, holders] = [this.#counts, this.#holders];
    const damping = (this.#damping ??= this.#dampings());
    const rarity = worth * inverseDocumentFrequency(held, this.#index.statistics.documents) ** RARITY;
    for (let i = 0; i < held; i++) {
      const count = counts[holders[i]];
      counts[holders[i]] = rarity * (PRESENCE + ((K1 + 1) * count) / (count + damping[holders[i]]));
    }
  }

  /** Counts how often a word stands in each document, which then is found, if this is asked; returns the number of those that have it. */
  #count(terms: readonly number[], into?: Accumulator): number {
    const [counts, holders] = [this.#counts, this.#holders];
    const { alive, size, statistics } = this.#index;
    const allAlive = statistics.documents === size;
    let held = 0;
    for (const term of terms) {
      for (const { segment, first } of this.#index.parts) {
        const place = placeOfTerm(segment, term);
        if (place < 0) continue;
        const { runs, field, from, documents, counts: timesIn } = segment.postings;
        for (let run = runs[place]; run < runs[place + 1]; run++) {
          const [start, end] = [from[run], from[run + 1]];
          for (let i = start; i < end; i++) {
            const document = first + documents[i];
            if (!allAlive && alive[document] === 0) continue;
            if (counts[document] === 0) holders[held++] = document;
            counts[document] += timesIn[i];
          }
          if (into) this.#markFound(documents.subarray(start, end), first, 1 << field[run], into);
        }
      }
    }
    return held;
  }

  #markFound(documents: DocumentNumbers, first: number, bit: number, into: Accumulator): void {
    const { marks, touched } = into;
    const { alive } = this.#index;
    let { count } = into;
    for (let i = 0; i < documents.length; i++) {
      const document = first + documents[i];
      if (alive[document] === 0) continue;
      touched[count] = document;
      count += isZero(marks[document]);
      marks[document] |= bit;
    }
    into.count = count;
  }

  #dampings(): Float32Array {
    const { parts, schema, size, statistics } = this.#index;
    const places = TEXTS.map((name) => FIELDS.indexOf(name));
    const average = places.reduce((sum, field) => sum + statistics.averageLengths[field], 0);
    const damping = new Float32Array(size);
    for (const { segment, first } of parts) {
      for (let document = 0; document < segment.count; document++) {
        let length = 0;
        for (const field of places) length += segment.lengths[document * FIELDS.length + field];
        damping[first + document] = K1 * (1 - schema.b + schema.b * (length / average));
      }
    }
    return damping;
  }
}
