import type { Random } from '../search/random';

/** A place on the map, each way from 0 to 1. It has no edges: who leaves it on one side comes back on the other one. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const ONSETS = 'b br c cl d dr f fl g gr h j k l m n p pl pr qu r s sc sp st t th tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ea ie oo ou'.split(' ');
const CODAS = 'b ck d ft g l lm m n nd p rm rt s sk t x zz'.split(' ');
/** One word in its forms is one word to whoever reads. */
const ENDINGS = ['', '', '', 's', 'ed', 'ing'];
const GENERAL_WORDS = 2200;
const PLACED_WORDS = 5300;
/** How far around its place a word is used: that of a small matter, and that of a whole field. */
const [NARROW, WIDE] = [0.04, 0.1];
const NARROW_SHARE = 0.6;
/** Where it is used at all, the word of a small matter is used so many times as often. */
const OF_NARROW = 4;
/** Farther than so many times its reach no word is used. */
const FARTHEST = 3;
/** What a text has said once it says again so often. */
const AGAIN = 0.3;

interface PlacedWord {
  readonly stem: string;
  readonly place: Place;
  readonly reach: number;
  readonly weight: number;
}

/** Words without bounds between subjects: each has a place on a map, and is used near it; some are used everywhere. */
export class WordMap {
  readonly #random: Random;
  readonly #general: readonly string[];
  readonly #generalSums: Float64Array;
  readonly #placed: readonly PlacedWord[];

  constructor(random: Random) {
    this.#random = random;
    const stems = new Set<string>();
    const syllable = () => random.pick(ONSETS) + random.pick(VOWELS);
    while (stems.size < GENERAL_WORDS + PLACED_WORDS) {
      const parts = Array.from({ length: 1 + random.below(3) }, syllable);
      stems.add(parts.join('') + random.pick(CODAS));
    }
    const [general, placed] = [[...stems].slice(0, GENERAL_WORDS), [...stems].slice(GENERAL_WORDS)];
    this.#general = general;
    // The law of Zipf and Mandelbrot: the first words are less far ahead of the next ones.
    this.#generalSums = sums(general.map((_, rank) => (rank + 8) ** -1.05));
    this.#placed = placed.map((stem) => {
      const isNarrow = random.chance(NARROW_SHARE);
      const weight = Math.exp(normal(random)) * (isNarrow ? OF_NARROW : 1);
      return { stem, place: anyPlace(random), reach: isNarrow ? NARROW : WIDE, weight };
    });
  }

  /**
   * A text of somebody who works at a place.
   * @param telling the share of words that are used there more than elsewhere
   */
  text(place: Place, words: number, telling: number): string {
    const random = this.#random;
    const near = this.#placed.filter((word) => distance(word.place, place) < FARTHEST * word.reach);
    const nearSums = sums(near.map(({ weight, reach, place: at }) => weight * nearness(distance(at, place), reach)));
    const said: string[] = [];
    const text: string[] = [];
    while (text.length < words) {
      let stem = this.#general[drawn(this.#generalSums, random)];
      if (near.length > 0 && random.chance(telling)) {
        stem = said.length > 0 && random.chance(AGAIN) ? random.pick(said) : near[drawn(nearSums, random)].stem;
        said.push(stem);
      }
      text.push(stem + random.pick(ENDINGS));
    }
    return text.join(' ');
  }
}

export function anyPlace(random: Random): Place {
  return { x: random.next(), y: random.next() };
}

/** A place about so far away from another one. */
export function placeNear({ x, y }: Place, away: number, random: Random): Place {
  return { x: wrapped(x + away * normal(random)), y: wrapped(y + away * normal(random)) };
}

export function distance(a: Place, b: Place): number {
  return Math.hypot(apart(a.x, b.x), apart(a.y, b.y));
}

/** From 1 for no distance down to 0. */
export function nearness(away: number, reach: number): number {
  return Math.exp(-(away ** 2) / (2 * reach ** 2));
}

/** A random number with mean 0 and deviation 1 (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function apart(a: number, b: number): number {
  const away = Math.abs(a - b);
  return Math.min(away, 1 - away);
}

function wrapped(value: number): number {
  return value - Math.floor(value);
}

function sums(weights: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

/** A place in a list, drawn by the weights whose sums are given. */
function drawn(all: Float64Array, random: Random): number {
  const wanted = random.next() * all[all.length - 1];
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
