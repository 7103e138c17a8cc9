import type { RankablePaper } from '../../../src/search/digest/contract';
import { Random } from '../search/random';
import { DAY, NOW, type OwnPaper, type Scene, type SceneCandidate } from './scene';
import { Language, type Topic } from './topics';
import { FORMER, PUT_THERE, usage, WORKED_ON } from './uses';

const CANDIDATES = 300;
const NOT_FOR_ME = 10;
const FORMERLY = 0.4;
/** A paper has a second topic so often. */
const SECOND_TOPIC = 0.35;

/**
 * A user of papers that are made of topics: works on two to four topics, some of them of one field, and wants the new papers about
 * these, but not those of the other topics of that field, which read much alike.
 */
export function generatedScene(seed: number): Scene {
  return sceneOf(seed, undefined);
}

/** The same user, who said no to papers of one topic only, which is of a field that the user works in. */
export function generatedLearning(seed: number): Scene {
  return sceneOf(seed, 'one topic');
}

function sceneOf(seed: number, refusing: 'one topic' | undefined): Scene {
  const random = new Random(seed * 104729);
  const language = new Language(random);
  const writer = new Writer(language, random);
  const fields = random.sample(language.fields, 2);
  const near = fields.flat();
  const worked = random.sample(near, 2 + random.below(3));
  const [former] = random.chance(FORMERLY) ? random.sample(apart(language.topics, worked), 1) : [];
  const size = Math.floor(40 * 2 ** (random.next() * 4));
  const library: OwnPaper[] = [];
  const put = (topic: Topic, habits: typeof WORKED_ON) =>
    library.push({ ...writer.paper(topic).paper, ...usage(`own${library.length}`, habits, random) });
  for (let i = 0; i < size; i++) {
    const share = random.next();
    if (share < 0.45) put(random.pick(worked), WORKED_ON);
    else if (share < 0.6 && former) put(former, FORMER);
    else put(random.pick(random.chance(0.3) ? near : language.topics), PUT_THERE);
  }
  const isWanted = (topics: readonly Topic[]): boolean => topics.some((topic) => worked.includes(topic));
  const popular = new Map(language.topics.map((topic) => [topic, random.next() ** 3]));
  const [refused] = apart(near, worked);
  const candidates = Array.from({ length: CANDIDATES }, (): SceneCandidate => {
    const topic = random.pick(random.chance(0.25) ? near : language.topics);
    const { paper, topics } = writer.paper(topic);
    const upvotes = Math.floor((popular.get(topic)! + 0.1) * 40 * random.next() ** 2);
    const date = new Date(NOW - random.below(3) * DAY).toISOString();
    const isRefused = topics.includes(refused);
    return { ...paper, upvotes, date, gain: isWanted(topics) ? 1 : 0, isRefused };
  });
  const unwanted = refusing
    ? Array.from({ length: NOT_FOR_ME }, () => writer.paper(refused).paper)
    : writer.refused(near, worked, isWanted);
  return { now: NOW, library, unwanted, candidates };
}

function apart(topics: readonly Topic[], from: readonly Topic[]): Topic[] {
  return topics.filter((topic) => !from.includes(topic));
}

/** Writes papers about topics. */
class Writer {
  readonly #language: Language;
  readonly #random: Random;

  constructor(language: Language, random: Random) {
    this.#language = language;
    this.#random = random;
  }

  paper(topic: Topic): { paper: RankablePaper; topics: readonly Topic[] } {
    const random = this.#random;
    const topics = random.chance(SECOND_TOPIC) ? [topic, random.pick(this.#language.topics)] : [topic];
    // The second topic is what the paper uses, the first one what it is about.
    const about = () => (topics.length > 1 && random.chance(0.25) ? topics[1] : topics[0]);
    const words = (count: number, telling: number): string =>
      Array.from({ length: count }, () => this.#language.word(about(), telling)).join(' ');
    // So few that the baselines do about as well on these papers as on real ones.
    const title = words(5 + random.below(7), 0.25);
    const abstract = words(80 + random.below(140), 0.08);
    return { paper: { title, abstract }, topics: topics.slice(0, 1) };
  }

  /** Papers that were shown and said no to: half of them of the fields of what is worked on. */
  refused(near: readonly Topic[], worked: readonly Topic[], isWanted: (topics: readonly Topic[]) => boolean) {
    const papers: RankablePaper[] = [];
    const others = [apart(near, worked), apart(this.#language.topics, worked)];
    while (papers.length < NOT_FOR_ME) {
      const { paper, topics } = this.paper(this.#random.pick(others[papers.length % 2]));
      if (!isWanted(topics)) papers.push(paper);
    }
    return papers;
  }
}
