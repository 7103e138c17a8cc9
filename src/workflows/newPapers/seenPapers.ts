import { shortHash } from '../../base/hash';
import { list, members, number, text } from '../../online/shape';
import { namesOf, newPaperOf, type NewPaper } from './newPaper';

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
/** More papers at a time are not kept. */
const MOST_PAPERS = 10_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function hashOf(name: string): string {
  return shortHash(name, LENGTH);
}

/** All hashes of a text of hashes. */
export function hashesIn(text: string): string[] {
  return text.match(new RegExp(`[0-9a-z]{${LENGTH}}`, 'g')) ?? [];
}

/** What two windows have seen, as one; in whichever order, however often. Of a paper that both have, the earlier day counts. */
export function mergedSeen(a: SeenPapers, b: SeenPapers): SeenPapers {
  return {
    names: isSame(a.names, b.names) ? a.names : mergedNames(a, b),
    papers: once([...a.papers, ...b.papers]),
    versions: onceBy([...a.versions, ...b.versions], ({ of, version }) => `${of} ${version}`),
  };
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const days = Object.keys(a);
  return days.length === Object.keys(b).length && days.every((day) => a[day] === b[day]);
}

/** A name stands with one day alone: days that are the same in both have nothing in common with the others. */
function mergedNames(a: SeenPapers, b: SeenPapers): Record<string, string> {
  const kept: Record<string, string> = {};
  const days = new Map<string, string>();
  for (const [one, other] of [
    [a.names, b.names],
    [b.names, a.names],
  ]) {
    for (const [day, hashes] of Object.entries(one)) {
      if (hashes === other[day]) kept[day] = hashes;
      else {
        for (const hash of hashesIn(hashes)) {
          const before = days.get(hash);
          if (before === undefined || day < before) days.set(hash, day);
        }
      }
    }
  }
  const byDay = new Map<string, string[]>();
  for (const [hash, day] of days) {
    const hashes = byDay.get(day);
    if (hashes) hashes.push(hash);
    else byDay.set(day, [hash]);
  }
  for (const [day, hashes] of byDay) kept[day] = hashes.sort().join('');
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

/** The papers, each once: by any of its names, the one of the earliest day. */
function once(papers: readonly NewPaper[]): NewPaper[] {
  const ordered = [...papers].sort((x, y) => compare(x.day, y.day) || compare(x.id, y.id) || compare(json(x), json(y)));
  const known = new Set<string>();
  const kept: NewPaper[] = [];
  for (const paper of ordered) {
    const names = namesOf(paper);
    if (!names.some((name) => known.has(name))) kept.push(paper);
    for (const name of names) known.add(name);
  }
  return kept;
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

/** What a file says was seen; what is not as we write it counts as nothing. */
export function readSeen(value: unknown): SeenPapers {
  const stated = members(value);
  const names: Record<string, string> = {};
  for (const [day, hashes] of Object.entries(members(stated.names))) {
    if (DAY.test(day) && typeof hashes === 'string') names[day] = hashesIn(hashes).join('');
  }
  const versions = list(stated.versions).flatMap((each): NewVersion[] => {
    const { of, version, day } = members(each);
    const [paper, count] = [text(of), number(version)];
    return paper !== undefined && count !== undefined && isDay(day) ? [{ of: paper, version: count, day }] : [];
  });
  const papers = list(stated.papers)
    .slice(0, MOST_PAPERS)
    .flatMap((each) => readPaper(each) ?? []);
  return { names, versions, papers };
}

/** A paper as a file has it; undefined for anything else. */
export function readPaper(value: unknown): NewPaper | undefined {
  const { item, feed, day, url, upvotes, code, categories } = members(value);
  const fields = members(item);
  const author = list(fields.author).map(members);
  if (text(fields.title) === undefined || !isDay(day)) return undefined;
  const texts = list(categories).filter((each) => typeof each === 'string');
  const abstract = text(fields.abstract);
  const stated = { ...fields, title: text(fields.title), ...(fields.author !== undefined && { author }) };
  const paper = { item: { ...stated, ...(abstract !== undefined && { abstract }) }, url: text(url), code: text(code) };
  return newPaperOf({ ...paper, upvotes: number(upvotes), categories: texts }, text(feed) ?? '', day);
}

function isDay(day: unknown): day is string {
  return typeof day === 'string' && DAY.test(day);
}
