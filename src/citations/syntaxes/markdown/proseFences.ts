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

  /** Whether a fence of this length, behind which its line goes on from `start` to `end`, opens or closes one. */
  take(length: number, start: number, end: number): boolean {
    const isBare = skipSpace(this.#text, start, end) === end;
    const open = this.#open;
    if (isBare && open.length > 0 && length >= open[open.length - 1]) open.pop();
    else if (opensProse(this.#text, start, end)) open.push(length);
    else return false;
    return true;
  }
}
