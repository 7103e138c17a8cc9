import { NO_TERM, type Lexicon } from '../index/lexicon';
import { TITLE } from '../paperSchema';
import { stem } from '../text/analysis';

/** The stems of words in titles, as terms. */
export class TitleStems {
  readonly #lexicon: Lexicon;
  /** Of words that stand in titles of other languages only. */
  readonly #others = new Map<number, number>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** The term of a word's stem; `NO_TERM` where it is none of the index. */
  readonly of = (word: number): number => {
    const term = this.#lexicon.term(word, TITLE);
    return term === NO_TERM ? this.#ofOther(word) : term;
  };

  #ofOther(word: number): number {
    let term = this.#others.get(word);
    if (term === undefined) {
      term = this.#lexicon.terms.find(stem(this.#lexicon.words.word(word)));
      this.#others.set(word, term);
    }
    return term;
  }
}
