import { atOnce } from '../../base/cooperate';
import { shortHash } from '../../base/hash';
import { list, members, number, text } from '../../online/shape';
import { newPaperOf, type NewPaper } from './newPaper';
import { namesOf } from './paperNames';

/** A new version of a paper of the library. */
export interface NewVersion {
  /** arXiv identifier or DOI of the paper. */
  readonly of: string;
  readonly version: number;
  readonly day: string;
}

/** What feeds have brought: the papers of the last days, and by their names all that ever came. */
export interface SeenPapers {
  /** By day the hashes of all names, `LENGTH` characters each, one after the other, sorted. */
  readonly names: Readonly<Record<string, string>>;
  readonly papers: readonly NewPaper[];
  readonly versions: readonly NewVersion[];
}

export const NOTHING_SEEN: SeenPapers = { names: {}, papers: [], versions: [] };

/** Two of 300,000 names have one hash with a likelihood of less than a thousandth. */
const LENGTH = 9;
/** Beyond so many names the earliest days are forgotten: years of a feed that nobody could read. */
const MOST_NAMES = 300_000;
/** How much is kept. */
export interface SeenLimits {
  /** So many papers are kept at a time. */
  readonly papers: number;
}

const LIMITS: SeenLimits = { papers: 10_000 };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HASHES = new RegExp(`^(?:[0-9a-z]{${LENGTH}})*$`);

export function hashOf(name: string): string {
  return shortHash(name, LENGTH);
}

/** All hashes of a text of hashes. */
export function hashesIn(text: string): string[] {
  return text.match(new RegExp(`[0-9a-z]{${LENGTH}}`, 'g')) ?? [];
}

/** What two windows have seen, as one; in whichever order, however often. Of a paper that both have, the earlier day counts. */
export function mergedSeen(a: SeenPapers, b: SeenPapers, limits = LIMITS): SeenPapers {
  return atOnce(mergingSeen(a, b, limits));
}

/** The same in steps, none of which takes more than a moment. */
export function* mergingSeen(a: SeenPapers, b: SeenPapers, limits = LIMITS): Generator<undefined, SeenPapers> {
  return {
    names: yield* mergingNames(a.names, b.names),
    papers: latestPapers(yield* once([...a.papers, ...b.papers]), limits),
    versions: onceBy([...a.versions, ...b.versions], ({ of, version }) => `${of} ${version}`),
  };
}

type Names = SeenPapers['names'];

/** A name stands with one day alone: days that are the same in both have nothing in common with the others. */
function* mergingNames(a: Names, b: Names): Generator<undefined, Names> {
  const kept: Record<string, string> = {};
  const days = new Map<string, string>();
  for (const [one, other] of [
    [a, b],
    [b, a],
  ]) {
    for (const [day, hashes] of Object.entries(one)) {
      if (hashes === other[day]) kept[day] = hashes;
      else {
        for (const hash of hashesIn(hashes)) {
          const before = days.get(hash);
          if (before === undefined || day < before) days.set(hash, day);
        }
        yield;
      }
    }
  }
  for (const [day, hashes] of byDay(days.keys(), (hash) => days.get(hash)!)) {
    yield;
    kept[day] = hashes.sort().join('');
  }
  return latestNames(kept);
}

/** Names with those that came on a day. */
export function withNames(
  names: SeenPapers['names'],
  day: string,
  fresh: readonly string[],
): Readonly<Record<string, string>> {
  if (fresh.length === 0) return names;
  return latestNames({ ...names, [day]: [...hashesIn(names[day] ?? ''), ...fresh].sort().join('') });
}

/** The names of the latest days where they are too many. */
function latestNames(names: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  let count = 0;
  for (const day of Object.keys(names).sort().reverse()) {
    count += names[day].length / LENGTH;
    if (count > MOST_NAMES) break;
    kept[day] = names[day];
  }
  return kept;
}

/** The papers of the latest days where they are too many. */
export function latestPapers(papers: readonly NewPaper[], limits = LIMITS): readonly NewPaper[] {
  if (papers.length <= limits.papers) return papers;
  return [...papers].sort((x, y) => compare(x.day, y.day)).slice(-limits.papers);
}

/** The papers, each once: by any of its names, the one of the earliest day. */
function* once(papers: readonly NewPaper[]): Generator<undefined, NewPaper[]> {
  const known = new Set<string>();
  const kept: NewPaper[] = [];
  for (const [, ofDay] of [...byDay(papers, ({ day }) => day)].sort(([x], [y]) => compare(x, y))) {
    for (const paper of yield* inOrder(ofDay)) {
      yield;
      const { own, asked } = namesOf(paper);
      if (!asked.some((name) => known.has(name))) kept.push(paper);
      for (const name of own) known.add(name);
    }
  }
  return kept;
}

/** The papers of a day, in an order that does not depend on that in which they are given. */
function* inOrder(papers: readonly NewPaper[]): Generator<undefined, NewPaper[]> {
  const byId = new Map<string, NewPaper>();
  for (const paper of papers) {
    yield;
    const other = byId.get(paper.id);
    if (!other || (other !== paper && json(paper) < json(other))) byId.set(paper.id, paper);
  }
  return [...byId.values()].sort((x, y) => compare(x.id, y.id));
}

function byDay<T>(all: Iterable<T>, dayOf: (one: T) => string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const one of all) {
    const others = days.get(dayOf(one));
    if (others) others.push(one);
    else days.set(dayOf(one), [one]);
  }
  return days;
}

function onceBy<T extends { readonly day: string }>(all: readonly T[], nameOf: (one: T) => string): T[] {
  const kept = new Map<string, T>();
  for (const one of all) {
    const before = kept.get(nameOf(one));
    if (!before || one.day < before.day) kept.set(nameOf(one), one);
  }
  return [...kept].sort(([x], [y]) => compare(x, y)).map(([, one]) => one);
}

const json = (value: unknown) => JSON.stringify(value);
const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

/** What was seen as records of a file, always in one order. */
export function* seenRecords({ names, papers, versions }: SeenPapers): Generator<unknown, void> {
  for (const day of Object.keys(names).sort()) yield { day, names: names[day] };
  yield* versions;
  yield* papers;
}

/** What the records of a file say was seen, in steps; those that are not as we write them count as nothing. */
export function* readingSeen(records: Iterable<unknown>, limits = LIMITS): Generator<undefined, SeenPapers> {
  const names: Record<string, string> = {};
  const papers: NewPaper[] = [];
  const versions: NewVersion[] = [];
  for (const record of records) {
    yield;
    const { day, names: hashes, of, version } = members(record);
    const [paper, count] = [text(of), number(version)];
    if (!isDay(day)) continue;
    if (typeof hashes === 'string') {
      if (HASHES.test(hashes)) names[day] = hashes;
    } else if (paper !== undefined && count !== undefined) versions.push({ of: paper, version: count, day });
    else papers.push(...listed(readPaper(record)));
  }
  return { names, versions, papers: latestPapers(papers, limits) };
}

function listed<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
}

/** A paper as a file has it; undefined for anything else. */
export function readPaper(value: unknown): NewPaper | undefined {
  const { item, feed, day, url, places, upvotes, code, categories } = members(value);
  const fields = members(item);
  const author = list(fields.author).map(members);
  if (text(fields.title) === undefined || !isDay(day)) return undefined;
  const texts = list(categories).filter((each) => typeof each === 'string');
  const abstract = text(fields.abstract);
  const stated = { ...fields, title: text(fields.title), ...(fields.author !== undefined && { author }) };
  const paper = {
    item: { ...stated, ...(abstract !== undefined && { abstract }) },
    url: text(url),
    places: list(places).filter((each) => typeof each === 'string'),
    code: text(code),
  };
  return newPaperOf({ ...paper, upvotes: number(upvotes), categories: texts }, text(feed) ?? '', day);
}

function isDay(day: unknown): day is string {
  return typeof day === 'string' && DAY.test(day);
}
