import { paragraphEnd } from '../shared/bracketMap';
import { BACKSLASH, DOLLAR } from './lexemes';

/** Where maths ends, which a paragraph holds or not: each paragraph is gone through once. */
export class MathsMap {
  readonly #text: string;
  /** End of the paragraph last looked at, and up to where no `$` closes any. */
  #paragraphEnd = 0;
  #noMaths = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset behind the maths that the `$` there opens; undefined where it opens none. */
  end(at: number): number | undefined {
    if (at < this.#noMaths) return undefined;
    if (at >= this.#paragraphEnd) this.#paragraphEnd = paragraphEnd(this.#text, at);
    const end = this.#paragraphEnd;
    for (let i = at + 1; i < end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === BACKSLASH) i++;
      else if (code === DOLLAR) return i + 1;
    }
    this.#noMaths = end;
    return undefined;
  }
}
