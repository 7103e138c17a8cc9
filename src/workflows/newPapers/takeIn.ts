import { atOnce } from '../../base/cooperate';
import type { PaperFields } from '../../library/model/fields';
import type { FeedPaper } from '../../online/feeds/feed';
import { dayAfter } from '../../online/feeds/feedDate';
import { fieldsOf, newPaperOf, type NewPaper } from './newPaper';
import { namesOf } from './paperNames';
import { lookingAtPlaces } from './places';
import {
  hashesIn,
  hashOf,
  latestPapers,
  withNames,
  type NewVersion,
  type SeenLimits,
  type SeenPapers,
} from './seenPapers';

/** Papers stand in the list so many days, that on which they came included. */
export const DAYS_SHOWN = 7;

/** The papers that a feed has, and when. */
export interface Brought {
  /** As people call it. */
  readonly feed: string;
  readonly papers: readonly FeedPaper[];
  /** `2026-01-31` */
  readonly day: string;
}

/** What of the library tells whether a paper is new. */
export interface KnownPapers {
  /** The paper of the library that one is. */
  same(paper: Partial<PaperFields>): { readonly citekey: string } | undefined;
  /** Whether documents cite a paper of the library. */
  isCited(citekey: string): boolean;
}

/** What has been seen now, and how many papers are new. */
export interface TakenIn {
  readonly seen: SeenPapers;
  readonly fresh: number;
}

/**
 * Takes in what a feed brought. A paper that ever came before, under any of its names, or that the library has, is not new. Another
 * version of a paper is none either; of one that is cited, it is told once.
 */
export function takeIn(seen: SeenPapers, brought: Brought, known: KnownPapers, limits?: SeenLimits): TakenIn {
  return atOnce(takingIn(seen, brought, known, limits));
}

/** The same in steps, none of which takes more than a moment. */
export function* takingIn(
  seen: SeenPapers,
  { feed, papers, day }: Brought,
  known: KnownPapers,
  limits?: SeenLimits,
): Generator<undefined, TakenIn> {
  const hashes = new Set<string>();
  for (const names of Object.values(seen.names)) {
    for (const hash of hashesIn(names)) hashes.add(hash);
    yield;
  }
  const added: string[] = [];
  const has = (names: readonly string[]) => names.some((name) => hashes.has(hashOf(name)));
  const add = (names: readonly string[]) => {
    for (const hash of names.map(hashOf)) if (hashes.size < hashes.add(hash).size) added.push(hash);
  };
  const list = stillShown(seen.papers, day);
  const rows = new Map<string, number>();
  for (const [at, paper] of list.entries()) {
    for (const name of namesOf(paper).own) rows.set(name, at);
    yield;
  }
  const versions = stillShown(seen.versions, day);
  const places = yield* lookingAtPlaces(papers, (place) => has([sharedName(place)]));
  add(places.shared.map(sharedName));
  let fresh = 0;
  for (const paper of papers) {
    yield;
    if (paper.isReplacement) {
      const version = newVersion(paper, day, known);
      const name = version && [`version ${version.of} ${version.version}`];
      if (!name || has(name)) continue;
      add(name);
      versions.push(version);
      continue;
    }
    const placed = { ...paper, places: places.of(paper) };
    const { own, asked } = namesOf(placed);
    const isKnown = has(asked);
    const row = asked.map((name) => rows.get(name)).find((at) => at !== undefined);
    if (row !== undefined) list[row] = refreshed(list[row], paper);
    add(own);
    if (isKnown || known.same(fieldsOf(paper))) continue;
    for (const name of own) rows.set(name, list.length);
    list.push(newPaperOf(placed, feed, day));
    fresh++;
  }
  yield;
  return { seen: { names: withNames(seen.names, day, added), papers: latestPapers(list, limits), versions }, fresh };
}

/**
 * What may stand in the list: what came in the last days, and on the last days of which anything came, so that what a clock that was ahead
 * hid stands there again when it is right. What seems to come from days ahead came while the clock was wrong: it counts from today on.
 */
function stillShown<T extends { readonly day: string }>(all: readonly T[], today: string): T[] {
  const [first, latest] = [dayAfter(today, 1 - DAYS_SHOWN), dayAfter(today, 1)];
  const dated = all.map((each) => (each.day > latest ? { ...each, day: today } : each));
  const days = [...new Set(dated.map(({ day }) => day))].sort();
  const oldest = [first, days.at(-DAYS_SHOWN) ?? days[0] ?? first].sort()[0];
  return dated.filter(({ day }) => day >= oldest);
}

/** What is remembered of a page that several papers have had: whichever of them it shows alone one day, it names none. */
function sharedName(place: string): string {
  return `shared ${place}`;
}

function newVersion(paper: FeedPaper, day: string, known: KnownPapers): NewVersion | undefined {
  const { version } = paper;
  const { arxiv, doi } = fieldsOf(paper);
  const of = arxiv ?? doi;
  if (version === undefined || of === undefined) return undefined;
  const own = known.same({ arxiv, doi });
  return own && known.isCited(own.citekey) ? { of, version, day } : undefined;
}

/** A paper with the votes of today, and with the place of its code where another feed knows it. */
function refreshed(paper: NewPaper, { upvotes, code }: FeedPaper): NewPaper {
  return {
    ...paper,
    ...(upvotes !== undefined && { upvotes }),
    ...(paper.code === undefined && code !== undefined && { code }),
  };
}
