import { Dictionary } from './dictionary';

/** In a pattern, matches any one character. */
const ANY = 42; // *

/**
 * The places of the words that lie within an edit distance of a pattern, found by walking the sorted dictionary as a
 * trie. Insertion, deletion, substitution and transposition of neighbours cost one each, exactly as in lunr's
 * `TokenSet.fromFuzzyString`: there a letter moved behind its neighbour may be edited further. `*` stands for any one
 * character. Looks only at places from `low` up to `high`.
 */
export function nearWords(
  dictionary: Dictionary,
  pattern: string,
  distance: number,
  low = 0,
  high = dictionary.size,
): number[] {
  return new NearWalk(dictionary, pattern, distance).places(low, high);
}

/** The same for words of which a beginning lies within the distance of the pattern. */
export function nearBeginnings(
  dictionary: Dictionary,
  pattern: string,
  distance: number,
  low = 0,
  high = dictionary.size,
): number[] {
  return new NearWalk(dictionary, pattern, distance, true).places(low, high);
}

/** Whether one word lies within an edit distance of a pattern, in the same sense. */
export function isNear(word: string, pattern: string, distance: number): boolean {
  return nearWords(Dictionary.ofWord(word), pattern, distance).length > 0;
}

/** One walk. A row says what is left to match after the letters so far. */
class NearWalk {
  readonly #dictionary: Dictionary;
  readonly #pattern: Uint16Array;
  readonly #distance: number;
  /** States in a row: `held` letters moved back × places in the pattern, see `#state`. */
  readonly #width: number;
  /** By depth in the trie: for each state one more than the edits left, or 0 where it is not reached. */
  readonly #rows: Uint8Array[] = [];
  /** The letters that led to each row. */
  readonly #path: number[] = [];

  readonly #beginnings: boolean;

  /** @param beginnings whether a word matches already where a beginning of it does */
  constructor(dictionary: Dictionary, pattern: string, distance: number, beginnings = false) {
    this.#beginnings = beginnings;
    this.#dictionary = dictionary;
    this.#pattern = Uint16Array.from({ length: pattern.length }, (_, i) => pattern.charCodeAt(i));
    this.#distance = Math.min(distance, 254);
    this.#width = pattern.length + 1;
  }

  places(low: number, high: number): number[] {
    const { letters, offsets } = this.#dictionary;
    const found: number[] = [];
    let depth = 0; // rows 0 to depth belong to the path
    this.#rows[0] = this.#firstRow();
    for (let place = low; place < high;) {
      const start = offsets[place];
      const length = offsets[place + 1] - start;
      depth = this.#sharedDepth(start, Math.min(depth, length));
      let next = place + 1;
      while (depth < length) {
        const letter = letters[start + depth];
        if (this.#step(depth, letter)) {
          this.#path[depth++] = letter;
          if (!this.#beginnings || !this.#accepts(depth)) continue;
          next = this.#seek(place, depth, 0x10000, high);
          for (let match = place; match < next; match++) found.push(match);
          break;
        }
        next = this.#nextPlace(place, depth, letter, high);
        break;
      }
      if (!this.#beginnings && depth === length && length > 0 && this.#accepts(depth)) found.push(place);
      place = next;
    }
    return found;
  }

  #sharedDepth(start: number, limit: number): number {
    const { letters } = this.#dictionary;
    let depth = 0;
    while (depth < limit && letters[start + depth] === this.#path[depth]) depth++;
    return depth;
  }

  /** State: the letter at `at` comes next, then those from `at + 1 + held` on; `held` letters before were moved up. */
  #state(held: number, at: number): number {
    return held * this.#width + at;
  }

  #firstRow(): Uint8Array {
    const row = this.#newRow();
    row[0] = this.#distance + 1;
    this.#delete(row, 0);
    return row;
  }

  #newRow(): Uint8Array {
    return new Uint8Array((this.#distance + 1) * this.#width);
  }

  /** Fills the row below `depth` for a letter; false where nothing can follow. */
  #step(depth: number, letter: number): boolean {
    const from = this.#rows[depth];
    const to = (this.#rows[depth + 1] ??= this.#newRow());
    to.fill(0);
    const last = this.#lastPlace(depth);
    let alive = false;
    for (let held = 0; held <= this.#distance; held++) {
      for (let at = this.#firstPlace(depth); at <= last; at++) {
        const left = from[this.#state(held, at)];
        if (left > 0 && this.#follow(to, held, at, left, letter)) alive = true;
      }
    }
    if (alive) this.#delete(to, depth + 1);
    return alive;
  }

  /** After `depth` letters, no state is before this place in the pattern: each edit shifts it by one at most. */
  #firstPlace(depth: number): number {
    return Math.max(0, depth - 2 * this.#distance);
  }

  /** And none after this one. */
  #lastPlace(depth: number): number {
    return Math.min(this.#pattern.length, depth + this.#distance);
  }

  /** Notes where one state leads with a letter; false where it leads nowhere. */
  #follow(to: Uint8Array, held: number, at: number, left: number, letter: number): boolean {
    const rest = at + 1 + held;
    const ended = at >= this.#pattern.length;
    const matches = !ended && this.#matches(at, letter);
    if (matches && to[rest] < left) to[rest] = left;
    if (left === 1) return matches;
    const inserted = this.#state(held, at);
    if (to[inserted] < left - 1) to[inserted] = left - 1;
    if (!ended && to[rest] < left - 1) to[rest] = left - 1; // substituted
    if (rest < this.#pattern.length && this.#matches(rest, letter)) {
      const swapped = this.#state(held + 1, at);
      if (to[swapped] < left - 1) to[swapped] = left - 1;
    }
    return true;
  }

  #matches(at: number, letter: number): boolean {
    return this.#pattern[at] === letter || this.#pattern[at] === ANY;
  }

  /** Adds the states that are reached by leaving letters of the pattern out. */
  #delete(row: Uint8Array, depth: number): void {
    const length = this.#pattern.length;
    for (let at = this.#firstPlace(depth); at < length && at <= this.#lastPlace(depth); at++) {
      for (let held = 0; held <= this.#distance && at + held < length; held++) {
        const left = row[this.#state(held, at)];
        const rest = at + 1 + held;
        if (left > 1 && row[rest] < left - 1) row[rest] = left - 1;
      }
    }
  }

  #accepts(depth: number): boolean {
    return this.#rows[depth][this.#pattern.length] > 0;
  }

  /**
   * The next place that can match after a letter at `depth` that cannot: where no edit is left, only the letters of the
   * pattern that come next can follow.
   */
  #nextPlace(place: number, depth: number, letter: number, high: number): number {
    const next = this.#smallestNext(depth, letter);
    if (next === undefined) return this.#seek(place, depth, 0x10000, high);
    return this.#seek(place, depth, next, high);
  }

  #smallestNext(depth: number, letter: number): number | undefined {
    const row = this.#rows[depth];
    const last = this.#lastPlace(depth);
    let smallest: number | undefined;
    for (let held = 0; held <= this.#distance; held++) {
      for (let at = this.#firstPlace(depth); at <= last; at++) {
        const left = row[this.#state(held, at)];
        if (left === 0) continue;
        const wanted = at < this.#pattern.length ? this.#pattern[at] : 0;
        if (left > 1 || wanted === ANY) return letter + 1;
        if (wanted > letter && (smallest === undefined || wanted < smallest)) smallest = wanted;
      }
    }
    return smallest;
  }

  /** The first place from `place` on whose letter at `depth` is at least `letter`, or which leaves the shared prefix. */
  #seek(place: number, depth: number, letter: number, high: number): number {
    let low = place + 1;
    let step = 1;
    while (low < high && !this.#isPast(low, place, depth, letter)) {
      low += step;
      step *= 2;
    }
    let end = Math.min(low, high);
    let begin = Math.max(place + 1, low - (step >> 1));
    while (begin < end) {
      const middle = (begin + end) >>> 1;
      if (this.#isPast(middle, place, depth, letter)) end = middle;
      else begin = middle + 1;
    }
    return begin;
  }

  #isPast(candidate: number, place: number, depth: number, letter: number): boolean {
    const { letters, offsets } = this.#dictionary;
    const a = offsets[candidate];
    const b = offsets[place];
    const end = offsets[candidate + 1];
    for (let i = 0; i < depth; i++) if (a + i >= end || letters[a + i] !== letters[b + i]) return true;
    return a + depth < end && letters[a + depth] >= letter;
  }
}
