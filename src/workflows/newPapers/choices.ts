import type { Choice } from '../../search/digest/contract';
import { members, number, text } from '../../online/shape';
import type { NewPaper } from './newPaper';
import { readPaper } from './seenPapers';

/** What a user says of a new paper; `none` takes it back. */
export type Mark = 'later' | 'unwanted' | 'none';

/** What a user wants of an author or a word; `none` takes it back. */
export type Wish = 'follow' | 'mute' | 'none';

export interface MarkedPaper {
  readonly mark: Mark;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly paper: NewPaper;
}

export interface WishedFor {
  readonly kind: 'author' | 'word';
  readonly text: string;
  readonly wish: Wish;
  readonly at: number;
}

/** What became of asking a feed. */
export interface FeedState {
  /** When it was asked last. */
  readonly tried: number;
  /** When it answered last. */
  readonly answered?: number;
  /** How many papers it had then, and how many of them were new. */
  readonly papers?: number;
  readonly fresh?: number;
  /** Why it gave no answer the last time. */
  readonly failure?: string;
}

/** What a user chose about new papers, and when feeds were asked: what windows share, and what is exported. */
export interface NewPaperChoices {
  /** By the ids of papers. */
  readonly marks: Readonly<Record<string, MarkedPaper>>;
  /** By kind and text in lower case. */
  readonly wishes: Readonly<Record<string, WishedFor>>;
  /** By the ids of feeds. */
  readonly feeds: Readonly<Record<string, FeedState>>;
  /** The window that asks the feeds. */
  readonly claim?: { readonly by: string; readonly at: number };
}

export const NO_CHOICES: NewPaperChoices = { marks: {}, wishes: {}, feeds: {} };

/** So many papers that are not wanted are remembered, the latest: more are not looked at by the ranking. */
const MOST_UNWANTED = 500;
/** What was taken back is remembered so long, in milliseconds, so that no other window brings it again. */
const FORGOTTEN_AFTER = 30 * 86_400_000;

/** What two windows say, as one: in whichever order, however often. Of two words about one thing the later one counts. */
export function mergedChoices(a: NewPaperChoices, b: NewPaperChoices): NewPaperChoices {
  const claim = [a.claim, b.claim]
    .filter((each) => each !== undefined)
    .sort(byTime((each) => each.at))
    .at(-1);
  return {
    marks: latest(a.marks, b.marks, ({ at }) => at),
    wishes: latest(a.wishes, b.wishes, ({ at }) => at),
    feeds: latest(a.feeds, b.feeds, ({ tried }) => tried),
    ...(claim && { claim }),
  };
}

function latest<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  at: (one: T) => number,
): Record<string, T> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    names.map((name) => {
      const both = [own(a, name), own(b, name)].filter((each) => each !== undefined);
      return [name, both.sort(byTime(at)).at(-1)!];
    }),
  );
}

/** By time; at one moment by what is said, so that every window decides alike. */
function byTime<T>(at: (one: T) => number): (x: T, y: T) => number {
  return (x, y) => at(x) - at(y) || (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1);
}

function own<T>(all: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

/** Marks a paper. Its abstract is kept in part where only the ranking looks at it. */
export function withMark(choices: NewPaperChoices, paper: NewPaper, mark: Mark, at: number): NewPaperChoices {
  const kept = mark === 'later' ? paper : shortened(paper);
  return { ...choices, marks: { ...choices.marks, [paper.id]: { mark, at, paper: kept } } };
}

export function markOf({ marks }: NewPaperChoices, { id }: NewPaper): Mark {
  return own(marks, id)?.mark ?? 'none';
}

const SHORT_ABSTRACT = 1000;
const FEW_AUTHORS = 20;

function shortened(paper: NewPaper): NewPaper {
  const { title, abstract, author, DOI, URL } = paper.item;
  const item = { title, abstract: abstract?.slice(0, SHORT_ABSTRACT), author: author?.slice(0, FEW_AUTHORS), DOI, URL };
  return { ...paper, item: Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) };
}

/** Follows or mutes an author or a word. */
export function withWish(choices: NewPaperChoices, { kind, text: said, wish, at }: WishedFor): NewPaperChoices {
  const name = `${kind} ${said.toLowerCase()}`;
  return { ...choices, wishes: { ...choices.wishes, [name]: { kind, text: said, wish, at } } };
}

export function wishOf({ wishes }: NewPaperChoices, kind: WishedFor['kind'], said: string): Wish {
  return own(wishes, `${kind} ${said.toLowerCase()}`)?.wish ?? 'none';
}

/** What is followed, or muted, in the order in which it was chosen. */
export function wished({ wishes }: NewPaperChoices, wanted: Wish): Required<Choice> {
  const all = Object.values(wishes)
    .filter(({ wish }) => wish === wanted)
    .sort((x, y) => x.at - y.at);
  const texts = (kind: WishedFor['kind']) => all.filter((each) => each.kind === kind).map((each) => each.text);
  return { authors: texts('author'), words: texts('word') };
}

/** The papers with a mark, the one marked last at the end. */
export function marked({ marks }: NewPaperChoices, wanted: Mark): NewPaper[] {
  return Object.values(marks)
    .filter(({ mark }) => mark === wanted)
    .sort((x, y) => x.at - y.at || (x.paper.id < y.paper.id ? -1 : 1))
    .map(({ paper }) => paper);
}

/** Without what nobody needs any more. */
export function tidied(choices: NewPaperChoices, now: number): NewPaperChoices {
  const unwanted = new Set(
    marked(choices, 'unwanted')
      .slice(-MOST_UNWANTED)
      .map(({ id }) => id),
  );
  const isOld = ({ at }: { readonly at: number }) => now - at > FORGOTTEN_AFTER;
  const marks = Object.entries(choices.marks).filter(
    ([, each]) => each.mark === 'later' || !isOld(each) || (each.mark === 'unwanted' && unwanted.has(each.paper.id)),
  );
  const wishes = Object.entries(choices.wishes).filter(([, each]) => each.wish !== 'none' || !isOld(each));
  return { ...choices, marks: Object.fromEntries(marks), wishes: Object.fromEntries(wishes) };
}

const MARKS: readonly unknown[] = ['later', 'unwanted', 'none'] satisfies Mark[];
const WISHES: readonly unknown[] = ['follow', 'mute', 'none'] satisfies Wish[];

/** The choices that a file states; what is not as we write it is left out. */
export function readChoices(value: unknown): NewPaperChoices {
  const stated = members(value);
  const { by, at } = members(stated.claim);
  const claim = { by: text(by), at: number(at) };
  return {
    marks: readAll(stated.marks, readMark),
    wishes: readAll(stated.wishes, readWish),
    feeds: readAll(stated.feeds, readFeedState),
    ...(claim.by !== undefined && claim.at !== undefined && { claim: { by: claim.by, at: claim.at } }),
  };
}

function readAll<T>(
  value: unknown,
  read: (one: Readonly<Record<string, unknown>>) => T | undefined,
): Record<string, T> {
  const all = Object.entries(members(value)).map(([name, one]) => [name, read(members(one))] as const);
  return Object.fromEntries(all.filter((each): each is readonly [string, T & {}] => each[1] !== undefined));
}

function readMark({ mark, at, paper }: Readonly<Record<string, unknown>>): MarkedPaper | undefined {
  const [time, known] = [number(at), readPaper(paper)];
  if (!MARKS.includes(mark) || time === undefined || !known) return undefined;
  return { mark: mark as Mark, at: time, paper: known };
}

function readWish({ kind, text: said, wish, at }: Readonly<Record<string, unknown>>): WishedFor | undefined {
  const [time, what] = [number(at), text(said)];
  if ((kind !== 'author' && kind !== 'word') || !WISHES.includes(wish) || time === undefined || !what) return undefined;
  return { kind, text: what, wish: wish as Wish, at: time };
}

function readFeedState(stated: Readonly<Record<string, unknown>>): FeedState | undefined {
  const tried = number(stated.tried);
  if (tried === undefined) return undefined;
  const numbers = ['answered', 'papers', 'fresh'].map((name) => [name, number(stated[name])] as const);
  const failure = text(stated.failure);
  return {
    tried,
    ...Object.fromEntries(numbers.filter(([, each]) => each !== undefined)),
    ...(failure !== undefined && { failure }),
  };
}

/** All that a user chose, for a file of the user's own. */
export function exportedChoices(choices: NewPaperChoices): object {
  const papers = (mark: Mark) => marked(choices, mark).map(({ item, day, feed }) => ({ item, day, feed }));
  return {
    followed: wished(choices, 'follow'),
    muted: wished(choices, 'mute'),
    later: papers('later'),
    notForMe: papers('unwanted'),
  };
}
