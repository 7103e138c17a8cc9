import { foldDiacritics } from '../../base/fold';
import type { Choice, RankablePaper } from './contract';
import type { PaperTerms, TermReader } from './terms';

/** What of a choice a paper has. */
export interface Chosen {
  /** As the choice names them. */
  readonly authors: readonly string[];
  readonly words: readonly string[];
}

const NONE: Chosen = { authors: [], words: [] };

/** Finds followed or muted authors and words in papers. */
export class ChoiceFinder {
  readonly #authors: { readonly name: string; readonly parts: readonly string[] }[];
  readonly #words: { readonly word: string; readonly terms: readonly number[] }[];
  readonly #reader: TermReader;

  constructor({ authors = [], words = [] }: Choice, reader: TermReader) {
    this.#reader = reader;
    this.#authors = authors.map((name) => ({ name, parts: nameParts(name) })).filter(({ parts }) => parts.length > 0);
    this.#words = words
      .map((word) => ({ word, terms: termsOf(reader.wordsOf(word), reader) }))
      .filter(({ terms }) => terms.length > 0);
  }

  in({ authors = [] }: RankablePaper, { words }: PaperTerms): Chosen {
    if (this.#authors.length === 0 && this.#words.length === 0) return NONE;
    const names = this.#authors.length === 0 ? [] : authors.map(nameParts);
    const terms = this.#words.length === 0 ? [] : termsOf(words, this.#reader);
    return {
      authors: this.#authors
        .filter(({ parts }) => names.some((name) => isSameName(parts, name)))
        .map(({ name }) => name),
      words: this.#words.filter((one) => has(terms, one.terms)).map(({ word }) => word),
    };
  }
}

/** The terms of words, without those that say nothing; -1 between texts. */
function termsOf(words: ArrayLike<number>, reader: TermReader): number[] {
  const terms: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const term = reader.termOf(words[i]);
    if (term >= 0 || words[i] < 0) terms.push(term);
  }
  return terms;
}

/** Whether terms follow one another among others. */
function has(all: readonly number[], wanted: readonly number[]): boolean {
  for (let at = all.indexOf(wanted[0]); at >= 0; at = all.indexOf(wanted[0], at + 1)) {
    if (wanted.every((term, i) => all[at + i] === term)) return true;
  }
  return false;
}

/** The parts of a name in lower case, the family name last: `He, Kaiming` is `kaiming he`. */
function nameParts(name: string): string[] {
  const [family, given] = name.split(',', 2);
  const text = given === undefined ? name : `${given} ${family}`;
  return foldDiacritics(text.toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Whether two names may be those of one person: the family name is the same, and the first name, or its first letter where one has no more. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (b.length === 0 || a.at(-1) !== b.at(-1)) return false;
  if (a.length === 1 || b.length === 1) return a.length === b.length;
  const [first, other] = [a[0], b[0]];
  return first === other || ((first.length === 1 || other.length === 1) && first[0] === other[0]);
}
