import type { RankablePaper } from '../../../src/search/digest/contract';
import { Random } from '../search/random';
import { DriftingUser } from './driftingUser';
import { DAY, NOW, type OwnPaper, type Scene, type SceneCandidate } from './scene';
import { anyPlace, normal, placeNear, type Place, WordMap } from './wordMap';

/*
 * A second generated library, independent of the first one: no topics, but places on a map of words; interests that wander over it month by
 * month, end, and begin elsewhere; wants of two degrees, and some that no text tells.
 *
 * Seeds: user n is drawn from the random numbers of n * 15485863. Users with odd seeds (1, 3, … 79) are there to tune the ranking by.
 * Those with even seeds (2, 4, … 80) alone count, and nothing is chosen by them. How telling texts are was set once, by what the baselines
 * reach for odd seeds, before the ranking was run on any of it.
 */

/** So long the user has read, and so many papers are new. */
const SIZE = { months: 30, newOnes: 400 };
const NOT_FOR_ME = 10;
/** So many candidates are of the categories that the user follows, so far around what the user works on. */
const OF_CATEGORY = 0.2;
const CATEGORY = 0.12;
/** What is as near as this to what the user works on is wanted much, and what is as near as this is wanted. */
const [MUCH, SOME] = [0.045, 0.085];
/** So much of what would be wanted is not, and so much is wanted for no reason that its text has. */
const [DISLIKED, STRAY] = [0.06, 0.01];
/** So much of what is said about a paper tells where it stands: in its title, and in its abstract. */
const [TITLE_TELLS, ABSTRACT_TELLS] = [0.45, 0.35];
/** So many papers have no abstract, and so many a short one. */
const [SILENT, SHORT] = [0.08, 0.15];
const FASHIONS = 5;

/** A day of a user whose interests wander. */
export function driftingScene(seed: number, { months, newOnes } = SIZE): Scene {
  const random = new Random(seed * 15485863);
  const map = new WordMap(random);
  const user = new DriftingUser(random);
  const library: OwnPaper[] = [];
  for (let month = months; month > 0; month--) {
    user.liveOn();
    for (const place of user.papersFound()) {
      const addedAt = NOW - (month - random.next()) * 30 * DAY;
      const id = `own${library.length}`;
      library.push({ ...written(map, place, random), used: user.used(id, place, addedAt), addedAt });
    }
  }
  const fashions = Array.from({ length: FASHIONS }, () => anyPlace(random));
  const candidates = Array.from({ length: newOnes }, (): SceneCandidate => {
    const place = random.chance(OF_CATEGORY) ? placeNear(random.pick(user.lines), CATEGORY, random) : anyPlace(random);
    const paper = written(map, place, random);
    const date = new Date(NOW - random.below(4) * DAY).toISOString();
    return { ...paper, date, upvotes: upvotes(place, fashions, random), gain: gainOf(user, place, random) };
  });
  return { now: NOW, library, unwanted: refused(user, map, random), candidates };
}

function gainOf(user: DriftingUser, place: Place, random: Random): number {
  const away = user.away(place);
  if (away > SOME) return random.chance(STRAY) ? 1 : 0;
  return random.chance(DISLIKED) ? 0 : away > MUCH ? 1 : 2;
}

/** What the user said no to before: half of it is beside what the user works on. */
function refused(user: DriftingUser, map: WordMap, random: Random): RankablePaper[] {
  const papers: RankablePaper[] = [];
  while (papers.length < NOT_FOR_ME) {
    const isBeside = papers.length % 2 === 0;
    const place = isBeside ? placeNear(random.pick(user.lines), CATEGORY, random) : anyPlace(random);
    if (user.away(place) > SOME) papers.push(written(map, place, random));
  }
  return papers;
}

function written(map: WordMap, place: Place, random: Random): RankablePaper {
  const title = map.text(place, 4 + random.below(9), TITLE_TELLS);
  if (random.chance(SILENT)) return { title };
  const words = random.chance(SHORT) ? 15 + random.below(30) : 90 + random.below(150);
  return { title, abstract: map.text(place, words, ABSTRACT_TELLS) };
}

/** Few papers have many, most of them those of what is in fashion. */
function upvotes(place: Place, fashions: readonly Place[], random: Random): number {
  const inFashion = fashions.some((fashion) => Math.hypot(fashion.x - place.x, fashion.y - place.y) < 0.1);
  return Math.floor(Math.exp((inFashion ? 2.5 : 1) + normal(random)));
}
