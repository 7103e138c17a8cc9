import type { UsedPaper } from '../../../src/workflows/newPapers/interests';
import type { Random } from '../search/random';
import { DAY, NOW } from './scene';
import { anyPlace, distance, nearness, placeNear, type Place } from './wordMap';

const MOST_LINES = 3;
/** So far a line of work goes in a month. */
const STEP = 0.01;
/** A line of work ends so often in a month; so many new ones begin beside it, so far away, the others anywhere. */
const ENDS = 1 / 20;
const BESIDE_IT = 0.5;
const BESIDE = 0.15;
/** Of the papers that come into the library so many have to do with what is worked on, and so many with what was. */
const OF_WORK = 0.6;
const OF_BEFORE = 0.12;
/** So far around a line of work papers are found, and so far away they are of use. */
const AROUND = 0.05;
const OF_USE = 0.07;
/** What is done with a paper that is all to the point, and with any paper. */
const CITED = [0.35, 0.02];
const NOTED = [0.3, 0.05];
const READ = [0.5, 0.12];
const RATED = [0.2, 0.05];
/** Days after which a paper that is of use was used last, in the mean. */
const USED_FOR = 60;

/** Somebody who works on a few things at a time, which change month by month. */
export class DriftingUser {
  readonly #random: Random;
  readonly #perMonth: number;
  readonly #before: Place[] = [];
  #lines: readonly Place[];

  constructor(random: Random) {
    this.#random = random;
    this.#perMonth = 1 + random.below(8);
    this.#lines = Array.from({ length: 1 + random.below(MOST_LINES) }, () => anyPlace(random));
  }

  /** Where the user works now. */
  get lines(): readonly Place[] {
    return this.#lines;
  }

  /** How far a place is from where the user works now. */
  away(place: Place): number {
    return Math.min(...this.#lines.map((line) => distance(line, place)));
  }

  /** Lets a month pass. */
  liveOn(): void {
    const random = this.#random;
    this.#before.push(...this.#lines);
    this.#lines = this.#lines.map((line) => {
      if (!random.chance(ENDS)) return placeNear(line, STEP, random);
      return random.chance(BESIDE_IT) ? placeNear(line, BESIDE, random) : anyPlace(random);
    });
  }

  /** The places of the papers that come into the library in a month. */
  papersFound(): Place[] {
    const random = this.#random;
    return Array.from({ length: 1 + random.below(2 * this.#perMonth) }, () => {
      const why = random.next();
      if (why < OF_WORK) return placeNear(random.pick(this.#lines), AROUND, random);
      return why < OF_WORK + OF_BEFORE ? placeNear(random.pick(this.#before), AROUND, random) : anyPlace(random);
    });
  }

  /** What is done with a paper that came into the library this month, and when that was done last. */
  used(id: string, place: Place, addedAt: number): UsedPaper {
    const random = this.#random;
    const use = nearness(this.away(place), OF_USE);
    const isDone = ([most, least]: readonly number[]) => random.chance(least + (most - least) * use);
    const [isCited, hasNote, isRead, isRated] = [CITED, NOTED, READ, RATED].map(isDone);
    const rating = isRated ? Math.max(1, Math.min(5, Math.round(1.5 + 3 * use + random.next()))) : undefined;
    const usedAt = Math.min(NOW, addedAt - Math.log(1 - random.next()) * USED_FOR * DAY);
    return {
      id,
      cited: isCited ? 1 + random.below(6) : 0,
      hasNote: hasNote || isRated,
      rating,
      status: isRead ? 'read' : undefined,
      usedAt: isCited || hasNote || isRead || isRated ? usedAt : undefined,
    };
  }
}
