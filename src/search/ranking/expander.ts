import { FIELDS, fieldBit } from '../fields';
import { NO_TERM } from '../index/lexicon';
import type { LiveIndex } from '../index/liveIndex';
import type { PrefixRange } from '../index/vocabulary';
import { inverseDocumentFrequency } from '../index/weights';
import type { WordNode } from '../query/ast';
import { isStopWord, stem } from '../text/analysis';
import { LONGEST_WORD } from '../text/fold';
import type { Leaf, WordMatch } from './leaf';
import { FEWEST_BEGINNINGS, RANKING, RARE_BEGINNING, SHORTEST_TWO_TYPOS, SHORTEST_TYPO } from './settings';
import { TermBoosts } from './termBoosts';

const ANY_FIELD = (1 << FIELDS.length) - 1;
const AUTHORS = fieldBit('authors');
const RUNNING_TEXT = fieldBit('title') | fieldBit('abstract') | fieldBit('note');
const NAMES = ANY_FIELD & ~RUNNING_TEXT & ~fieldBit('keywords') & ~fieldBit('noteTags');
const RARITIES_KEPT = 1024;
const NOTHING: PrefixRange = { low: 0, high: 0, added: [] };

/** Turns the words of queries into terms of an index. */
export class Expander {
  readonly #index: LiveIndex;
  readonly #boosts: TermBoosts;
  /** Of the word at work: the number of its exact terms, and what they are worth in running text. */
  #exact = 0;
  #inText = 1;
  /** By frequency; 0 for what was not computed yet. */
  readonly #rarities = new Float64Array(RARITIES_KEPT);

  constructor(index: LiveIndex) {
    this.#index = index;
    this.#boosts = new TermBoosts(index.lexicon.terms.size);
  }

  /** Whether a word, its stem, or for an open word a beginning, is in the index. */
  isKnown(node: WordNode): boolean {
    if (node.match === 'near' || node.match === 'pattern') return true;
    if (this.#exactTerms(node.text).length > 0) return true;
    if (node.match === 'word') return false;
    const { low, high, added } = this.#prefix(node.text);
    for (let word = low; word < high; word++) if (this.#index.lexicon.isUsed(word)) return true;
    return added.length > 0;
  }

  /**
   * The terms that a word stands for.
   * @param guess whether to look for typos: `unknown` for unknown words only
   */
  expand(node: WordNode, scored: boolean, guess: 'unknown' | 'always'): Leaf {
    this.#exact = 0;
    this.#inText = 1;
    const match = this.#collect(node, guess);
    const { terms, boosts } = this.#boosts.take();
    if (node.boost !== 1) for (let i = 0; i < boosts.length; i++) boosts[i] *= node.boost;
    const fields = node.fields ? maskOf(node.fields) : ANY_FIELD;
    return { word: node.text, terms, boosts, exact: this.#exact, inText: this.#inText, fields, scored, match };
  }

  /** Whether a word is a name, or part of one, of an author. */
  isName(word: string): boolean {
    const term = this.#index.lexicon.terms.find(word);
    return term >= 0 && this.#index.frequencyIn(term, AUTHORS) > 0;
  }

  /** Whether a word stands more often in names, keys and tags than its stem does in running text. */
  #isMostlyName(text: string, stemTerm: number): boolean {
    const term = this.#index.lexicon.terms.find(text);
    const names = term < 0 ? 0 : this.#index.frequencyIn(term, NAMES);
    return names > 0 && (stemTerm < 0 || names > this.#index.frequencyIn(stemTerm, RUNNING_TEXT));
  }

  /** The two words that an unknown word may be made of, where both are known. */
  split({ text }: WordNode): [string, string] | undefined {
    let best: [string, string] | undefined;
    let bestFrequency = 0;
    for (let at = 2; at <= text.length - 2; at++) {
      const pair: [string, string] = [text.slice(0, at), text.slice(at)];
      const frequency = Math.min(...pair.map((word) => this.#frequency(word) * word.length));
      if (frequency > bestFrequency) [best, bestFrequency] = [pair, frequency];
    }
    return best;
  }

  #collect(node: WordNode, guess: 'unknown' | 'always'): WordMatch {
    const { words } = this.#index.lexicon;
    if (node.match === 'pattern') return this.#matchOf(this.#addWords(this.#used(words.glob(node.text)), 1));
    if (node.match === 'near') return this.#matchOf(this.#addWords(this.#near(node.text, node.distance ?? 1), 1));
    const exact = this.#index.lexicon.findUsed(node.text);
    const stemTerm = this.#addExact(node.text, exact);
    this.#exact = this.#boosts.count;
    const isOpen = node.match !== 'word';
    const range = isOpen ? this.#addPrefix(node) : NOTHING;
    const known = this.#exact > 0 || node.match === 'prefix' || this.#isCommon();
    const others = known && guess === 'unknown' ? [] : this.#addTypos(node.text, isOpen);
    return { exact, stem: stemTerm, ...range, others, telling: !isStopWord(node.text) };
  }

  /** Adds the terms of a word itself; returns that of its stem, or `NO_TERM` where the stem says little of the word. */
  #addExact(text: string, word: number): number {
    const { lexicon } = this.#index;
    const stemTerm = this.#stemTerm(text, word);
    const isStopping = isStopWord(text);
    const isStrange = word >= 0 && this.#isMostlyName(text, stemTerm);
    if (stemTerm !== NO_TERM) this.#putLiving(stemTerm, isStrange ? RANKING.strangeStem : 1);
    const term = lexicon.terms.find(text);
    if (term !== NO_TERM) this.#putLiving(term, 1);
    this.#inText = isStrange ? RANKING.strangeStem : isStopping ? RANKING.stopWord : 1;
    return isStrange ? NO_TERM : stemTerm;
  }

  /** The term of a word's stem, or `NO_TERM`: the stem of `iseful` is `is`, which says nothing of a word that is in no text. */
  #stemTerm(text: string, word: number): number {
    const stemmed = stem(text);
    if (word < 0 && stemmed !== text && isStopWord(stemmed)) return NO_TERM;
    const term = this.#index.lexicon.terms.find(stemmed);
    return term >= 0 && this.#index.frequency(term) > 0 ? term : NO_TERM;
  }

  #putLiving(term: number, boost: number): void {
    if (this.#index.frequency(term) > 0) this.#boosts.put(term, boost);
  }

  #matchOf(others: readonly number[]): WordMatch {
    return { exact: -1, stem: -1, ...NOTHING, others, telling: true };
  }

  /** The living terms of a word itself: as it is, and by its stem. */
  #exactTerms(word: string): number[] {
    const { lexicon } = this.#index;
    const [term, stemTerm] = [lexicon.terms.find(word), this.#stemTerm(word, lexicon.findUsed(word))];
    const found = [term, stemTerm === term ? NO_TERM : stemTerm];
    return found.filter((term) => term >= 0 && this.#index.frequency(term) > 0);
  }

  #frequency(word: string): number {
    return this.#exactTerms(word).reduce((sum, term) => sum + this.#index.frequency(term), 0);
  }

  /**
   * Adds the words that begin as the typed one. Together they weigh as one term that stands wherever one of them does:
   * otherwise the rarest continuation would come first.
   */
  #addPrefix({ text, match }: WordNode): PrefixRange {
    const { lexicon } = this.#index;
    const range = this.#prefix(text);
    const before = this.#boosts.count;
    const full = match === 'prefix' ? 1 : RANKING.prefix;
    const decay = match === 'prefix' ? 0 : RANKING.prefixDecay;
    const boostOf = (length: number): number => (full * text.length) / (text.length + decay * (length - text.length));
    for (const [analyzer, terms] of lexicon.wordTerms.entries()) {
      const uses = lexicon.uses[analyzer];
      for (let word = range.low; word < range.high; word++) {
        if (terms[word] !== NO_TERM && uses[word] > 0)
          this.#boosts.put(terms[word], boostOf(lexicon.words.base.length(word)));
      }
    }
    for (const word of range.added) this.#addWord(word, boostOf(lexicon.words.word(word).length));
    this.#blend(before);
    return range;
  }

  /** Whether the terms so far stand in so many papers that they are hardly there by chance. */
  #isCommon(): boolean {
    const { documents } = this.#index.statistics;
    let frequency = 0;
    for (let place = 0; place < this.#boosts.count; place++) {
      frequency += this.#index.frequency(this.#boosts.term(place));
    }
    return frequency > Math.max(FEWEST_BEGINNINGS, documents * RARE_BEGINNING);
  }

  /** Scales the terms from a place of the list on to the weight of a term as frequent as all of them. */
  #blend(from: number): void {
    const { documents } = this.#index.statistics;
    const { count } = this.#boosts;
    const frequencies = new Uint32Array(count - from);
    let sum = 0;
    for (let place = from; place < count; place++) {
      sum += frequencies[place - from] = this.#index.frequency(this.#boosts.term(place));
    }
    const together = this.#rarity(Math.min(sum, documents));
    for (let place = from; place < count; place++) {
      const rarity = this.#rarity(frequencies[place - from]);
      if (together < rarity) this.#boosts.scale(place, together / rarity);
    }
  }

  /** The inverse document frequency, which is kept as most terms share a few frequencies. */
  #rarity(frequency: number): number {
    const kept = this.#rarities[frequency];
    if (kept > 0) return kept;
    const rarity = inverseDocumentFrequency(frequency, this.#index.statistics.documents);
    if (frequency < this.#rarities.length) this.#rarities[frequency] = rarity;
    return rarity;
  }

  /** Adds the words that a word may be a typo of, and tells them. */
  #addTypos(text: string, isOpen: boolean): number[] {
    if (text.length < SHORTEST_TYPO || text.length > LONGEST_WORD) return [];
    const { words } = this.#index.lexicon;
    // A slip that made another word is looked for where it is likely and cheap to find: not in the first letter.
    const near = this.#near(text, 1, this.#exact > 0 ? text[0] : '');
    if (near.length > 0) return this.#addWords(near, RANKING.oneEdit);
    const beginnings = isOpen ? this.#used(words.nearBeginnings(text, 1, text[0])) : [];
    if (beginnings.length > 0) return this.#addWords(beginnings, RANKING.oneEdit * RANKING.prefix);
    return text.length < SHORTEST_TWO_TYPOS ? [] : this.#addWords(this.#near(text, 2, text[0]), RANKING.twoEdits);
  }

  /** The words with a prefix; the added ones are those that stand in a living document. */
  #prefix(text: string): PrefixRange {
    const range = this.#index.lexicon.words.prefix(text);
    return { ...range, added: this.#used(range.added) };
  }

  #near(text: string, distance: number, prefix?: string): number[] {
    return this.#used(this.#index.lexicon.words.near(text, distance, prefix));
  }

  #used(words: readonly number[]): number[] {
    return words.filter((word) => this.#index.lexicon.isUsed(word));
  }

  #addWords(words: number[], boost: number): number[] {
    for (const word of words) this.#addWord(word, boost);
    return words;
  }

  #addWord(word: number, boost: number): void {
    const { lexicon } = this.#index;
    for (let analyzer = 0; analyzer < lexicon.wordTerms.length; analyzer++) {
      const term = lexicon.term(word, analyzer);
      if (term !== NO_TERM) this.#boosts.put(term, boost);
    }
  }
}

function maskOf(fields: NonNullable<WordNode['fields']>): number {
  return fields.reduce((mask, field) => mask | fieldBit(field), 0);
}
