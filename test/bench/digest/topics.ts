import type { Random } from '../search/random';

const SYLLABLES =
  'al an bel bor chi cor den di fen gra ha in ka lin lo ma mer ne or pa qua ren sel ta tor u va wi xi zen'.split(' ');
const WORDS = 6000;
const FIELDS = 12;
const TOPICS_PER_FIELD = 5;
const WORDS_OF_FIELD = 60;
const WORDS_OF_TOPIC = 40;
/** Words of a topic or field are none of the commonest. */
const COMMON = 150;
/** Of the telling words of a paper so many are those of its field. */
const OF_FIELD = 0.45;

/** What papers are about: the words of it, and those of its field, the most usual first. */
export interface Topic {
  readonly own: readonly string[];
  readonly field: readonly string[];
}

/** Words by Zipf's law, topics that have some of them more often, and fields of topics that share words. */
export class Language {
  readonly fields: readonly (readonly Topic[])[];
  readonly #random: Random;
  readonly #words: readonly string[];

  constructor(random: Random) {
    this.#random = random;
    const words = new Set<string>();
    while (words.size < WORDS) {
      words.add(Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join(''));
    }
    this.#words = [...words];
    const some = (count: number) =>
      Array.from({ length: count }, () => this.#words[COMMON + random.below(WORDS - COMMON)]);
    this.fields = Array.from({ length: FIELDS }, () => {
      const field = some(WORDS_OF_FIELD);
      return Array.from({ length: TOPICS_PER_FIELD }, () => ({ own: some(WORDS_OF_TOPIC), field }));
    });
  }

  get topics(): readonly Topic[] {
    return this.fields.flat();
  }

  /** A word of a text about a topic; `telling` is the share of words that have to do with it. */
  word({ own, field }: Topic, telling: number): string {
    if (!this.#random.chance(telling)) return this.#zipf(this.#words);
    return this.#zipf(this.#random.chance(OF_FIELD) ? field : own);
  }

  /** One of a list, the n-th as often as one n-th of the first, about. */
  #zipf(list: readonly string[]): string {
    return list[Math.floor(list.length ** this.#random.next()) - 1] ?? list[0];
  }
}
