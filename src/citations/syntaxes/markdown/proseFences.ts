import { skipSpace } from '../shared/characters';
import { opensProse } from './blocks';

/** The directives of MyST that hold prose and are open: only the lines of their fences are no prose. */
export class ProseFences {
  readonly #text: string;
  /** Lengths of their fences, the innermost last. */
  readonly #open: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a fence of this length, behind which its line goes on from `start` to `end`, opens one or closes it; undefined where neither. */
  take(length: number, start: number, end: number): boolean | undefined {
    const isBare = skipSpace(this.#text, start, end) === end;
    const open = this.#open;
    if (isBare && open.length > 0 && length >= open[open.length - 1]) {
      open.pop();
      return false;
    }
    if (!opensProse(this.#text, start, end)) return undefined;
    open.push(length);
    return true;
  }
}
