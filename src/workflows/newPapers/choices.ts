import { type Claim, claimOf, laterClaim, type Turn, turnAfter } from '../../base/claim';
import { atOnce } from '../../base/cooperate';
import { latestOfEach, own } from '../../base/latest';
import type { Choice } from '../../search/digest/contract';
import { members, number, text } from '../../online/shape';
import type { NewPaper } from './newPaper';
import { readPaper, type SeenPapers } from './seenPapers';

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
  /** How many more it had than are taken at once. */
  readonly leftOut?: number;
  /** Why it gave no answer the last time. */
  readonly failure?: string;
  readonly turn?: Turn;
}

/** What a user chose about new papers, and when feeds were asked: what windows share, and what is exported. */
export interface NewPaperChoices {
  /** By the ids of papers. */
  readonly marks: Readonly<Record<string, MarkedPaper>>;
  /** By kind and text in lower case. */
  readonly wishes: Readonly<Record<string, WishedFor>>;
  /** By the ids of feeds. */
  readonly feeds: Readonly<Record<string, FeedState>>;
  /** The window that asks the feeds, or that asked them last. */
  readonly claim?: Claim;
}

export const NO_CHOICES: NewPaperChoices = { marks: {}, wishes: {}, feeds: {} };

/** So many papers that are not wanted are remembered, the latest: more are not looked at by the ranking. */
const MOST_UNWANTED = 500;
/** What was taken back is remembered so long, in milliseconds, so that no other window brings it again. */
const FORGOTTEN_AFTER = 30 * 86_400_000;

/** What two windows say, as one: in whichever order, however often. Of two words about one thing the later one counts. */
export function mergedChoices(a: NewPaperChoices, b: NewPaperChoices): NewPaperChoices {
  return atOnce(mergingChoices(a, b));
}

/** The same in steps, none of which takes more than a moment. */
export function* mergingChoices(a: NewPaperChoices, b: NewPaperChoices): Generator<undefined, NewPaperChoices> {
  const claim = laterClaim(a.claim, b.claim);
  return {
    marks: yield* latestOfEach(a.marks, b.marks, ({ at }) => [at]),
    wishes: yield* latestOfEach(a.wishes, b.wishes, ({ at }) => [at]),
    feeds: yield* latestOfEach(a.feeds, b.feeds, ({ turn = 0, tried }) => [turn, tried]),
    ...(claim && { claim }),
  };
}

/** Marks a paper. Its abstract is kept in part where only the ranking looks at it. */
export function withMark(choices: NewPaperChoices, paper: NewPaper, mark: Mark, at: number): NewPaperChoices {
  const kept = mark === 'later' ? paper : shortened(paper);
  const time = after(own(choices.marks, paper.id), at);
  return { ...choices, marks: { ...choices.marks, [paper.id]: { mark, at: time, paper: kept } } };
}

/** The time of a word that takes another one back: later than that, though the clock was ahead then. */
function after(before: { readonly at: number } | undefined, at: number): number {
  return before === undefined ? at : Math.max(at, before.at + 1);
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
  const name = wishName({ kind, text: said });
  const time = after(own(choices.wishes, name), at);
  return { ...choices, wishes: { ...choices.wishes, [name]: { kind, text: said, wish, at: time } } };
}

/** What became of asking a feed, after all that became of it before. */
export function withFeedState(choices: NewPaperChoices, feed: string, state: FeedState): NewPaperChoices {
  const turn = turnAfter(own(choices.feeds, feed));
  return { ...choices, feeds: { ...choices.feeds, [feed]: { ...state, turn } } };
}

function wishName({ kind, text: said }: Pick<WishedFor, 'kind' | 'text'>): string {
  return `${kind} ${said.toLowerCase()}`;
}

export function wishOf({ wishes }: NewPaperChoices, kind: WishedFor['kind'], said: string): Wish {
  return own(wishes, wishName({ kind, text: said }))?.wish ?? 'none';
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

/** The choices as records of a file, always in one order. */
export function* choiceRecords({ marks, wishes, feeds, claim }: NewPaperChoices): Generator<unknown, void> {
  for (const id of Object.keys(marks).sort()) yield { id, ...marks[id] };
  for (const name of Object.keys(wishes).sort()) yield wishes[name];
  for (const feed of Object.keys(feeds).sort()) yield { feed, ...feeds[feed] };
  if (claim) yield claim;
}

/** The choices that the records of a file state, in steps; those that are not as we write them are left out. */
export function* readingChoices(records: Iterable<unknown>): Generator<undefined, NewPaperChoices> {
  const marks = new Map<string, MarkedPaper>();
  const wishes = new Map<string, WishedFor>();
  const feeds = new Map<string, FeedState>();
  let claim: Claim | undefined;
  for (const record of records) {
    yield;
    const stated = members(record);
    const { id, feed } = stated;
    const [mark, wish, state] = [readMark(stated), readWish(stated), readFeedState(stated)];
    if (typeof id === 'string' && mark) marks.set(id, mark);
    else if (typeof feed === 'string' && state) feeds.set(feed, state);
    else if (wish) wishes.set(wishName(wish), wish);
    else claim = claimOf(stated) ?? claim;
  }
  return {
    marks: Object.fromEntries(marks),
    wishes: Object.fromEntries(wishes),
    feeds: Object.fromEntries(feeds),
    ...(claim && { claim }),
  };
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
  const numbers = ['answered', 'papers', 'fresh', 'leftOut', 'turn'].map(
    (name) => [name, number(stated[name])] as const,
  );
  const failure = text(stated.failure);
  return {
    tried,
    ...Object.fromEntries(numbers.filter(([, each]) => each !== undefined)),
    ...(failure !== undefined && { failure }),
  };
}

/** All that a user chose and has seen, for a file of the user's own. What came longer ago is known by hashes of its names alone. */
export function exportedChoices(choices: NewPaperChoices, { names, papers: seen }: SeenPapers): object {
  const stated = (papers: readonly NewPaper[]) => papers.map(({ item, day, feed }) => ({ item, day, feed }));
  const papers = (mark: Mark) => stated(marked(choices, mark));
  return {
    followed: wished(choices, 'follow'),
    muted: wished(choices, 'mute'),
    later: papers('later'),
    notForMe: papers('unwanted'),
    seen: { papers: stated(seen), names },
  };
}
