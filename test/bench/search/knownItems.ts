import type { SearchDocument } from '../../../src/search/contract';
import { foldDiacritics } from '../../../src/base/fold';
import { Random } from './random';

/** Something somebody types who has one paper in mind. */
export interface KnownItem {
  readonly test: string;
  readonly typed: string;
  readonly id: string;
}

/** Makes what somebody types for a paper; undefined where the paper has nothing to make it of. */
type Typist = (paper: SearchDocument, random: Random) => string | undefined;

/** Which queries: those to tune the ranking on, and those that are reported. Nothing is shared between them but names. */
export type QuerySet = 'tuning' | 'reporting';

const PER_TEST = 120;

/** Queries for papers of a corpus. The same in every run. */
export function knownItems(papers: readonly SearchDocument[], set: QuerySet): KnownItem[] {
  const random = new Random(set === 'tuning' ? 101 : 20261123);
  const typists = set === 'tuning' ? TUNING : REPORTING;
  return Object.entries(typists).flatMap(([test, typist]) => {
    const items: KnownItem[] = [];
    for (const paper of random.sample(papers, papers.length > 2000 ? 2000 : papers.length)) {
      if (items.length === PER_TEST) break;
      const typed = typist(paper, random)?.trim();
      if (typed) items.push({ test, typed, id: paper.id });
    }
    return items;
  });
}

const STOP = new Set(
  'about above after again also and are because been before being between both but can could does done down during each few for from further had has have having here how into its itself just more most nor not now off once only other our out over own same she should some such than that the their them then there these they this those through too under until using very was were what when where which while who why will with without you your'.split(
    ' ',
  ),
);

const words = (text: string): string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
const contentWords = (text: string): string[] => words(text).filter((word) => word.length > 3 && !STOP.has(word));
const family = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** Tuning: errors by swapping and dropping letters, words drawn evenly, prefixes cut anywhere. */
const TUNING: Record<string, Typist> = {
  title: ({ title }) => title,
  'title, typo': ({ title }, random) => {
    const list = title.split(' ');
    const at = longWord(list, random, 5);
    return at < 0 ? undefined : list.with(at, swapOrDrop(list[at], random)).join(' ');
  },
  '2 words, 1 typo': ({ title }, random) => {
    const [first, second] = random.sample(
      [...new Set(contentWords(title))].filter((word) => word.length > 4),
      2,
    );
    return second && `${swapOrDrop(first, random)} ${second}`;
  },
  '3 abstract words': ({ abstract = '' }, random) => {
    const chosen = random.sample([...new Set(contentWords(abstract))], 3);
    return chosen.length === 3 ? chosen.join(' ') : undefined;
  },
  'as you type': ({ title }, random) =>
    title.length < 14 ? undefined : title.slice(0, 10 + random.below(Math.min(25, title.length - 12))),
  'as you type, typo': ({ title }, random) => {
    const cut = title.slice(0, 14 + random.below(20));
    const list = cut.split(' ');
    const at = longWord(list, random, 5);
    return at < 0 ? undefined : list.with(at, swapOrDrop(list[at], random)).join(' ');
  },
  glued: ({ title }, random) => {
    const list = title.split(' ').slice(0, 6);
    if (list.length < 3) return undefined;
    const at = random.below(list.length - 1);
    return [...list.slice(0, at), list[at] + list[at + 1], ...list.slice(at + 2)].join(' ');
  },
  inflected: ({ title }, random) => {
    const chosen = random.sample([...new Set(contentWords(title))], 3);
    return chosen.length < 2
      ? undefined
      : chosen.map((word) => inflected(word, random.pick(['s', 'ing', 'ed']))).join(' ');
  },
  authors: ({ authors, title }, random) => {
    const [word] = random.sample(contentWords(title), 1);
    return authors.length > 0 && word ? `${family(random.pick(authors))} ${word}` : undefined;
  },
  diacritics: ({ authors, title }, random) => {
    const names = authors.filter((name) => foldDiacritics(name) !== name);
    const [word] = random.sample(contentWords(title), 1);
    return names.length > 0 && word ? `${foldDiacritics(random.pick(names))} ${word}` : undefined;
  },
};

/** Reporting: errors as fingers make them on a keyboard, rare words, prefixes of whole words and a piece. */
const REPORTING: Record<string, Typist> = {
  title: ({ title }) => title.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, ''),
  'title, typo': ({ title }, random) => {
    const list = words(title);
    const at = longWord(list, random, 4);
    return at < 0 ? undefined : list.with(at, slip(list[at], random)).join(' ');
  },
  '2 words, 1 typo': ({ title }, random) => {
    const list = contentWords(title);
    const at = random.below(list.length - 1);
    if (list.length < 2) return undefined;
    const [first, second] = [list[at], list[at + 1]];
    return second.length > 4
      ? `${first} ${slip(second, random)}`
      : first.length > 4
        ? `${slip(first, random)} ${second}`
        : undefined;
  },
  '3 abstract words': ({ abstract = '' }, random) => {
    const sentences = abstract.split(/[.!?]\s/).map((sentence) => [...new Set(contentWords(sentence))]);
    const long = sentences.filter((sentence) => sentence.length >= 5);
    return long.length === 0 ? undefined : random.sample(random.pick(long), 3).join(' ');
  },
  'as you type': ({ title }, random) => {
    const list = title.split(' ');
    if (list.length < 4) return undefined;
    const count = 2 + random.below(3);
    const next = list[count] ?? '';
    return `${list.slice(0, count).join(' ')} ${next.slice(0, 1 + random.below(4))}`;
  },
  'as you type, typo': ({ title }, random) => {
    const list = words(title);
    const count = 2 + random.below(2);
    const at = longWord(list.slice(0, count), random, 5);
    if (at < 0 || list.length <= count) return undefined;
    return `${list.with(at, slip(list[at], random)).slice(0, count).join(' ')} ${list[count].slice(0, 2 + random.below(3))}`;
  },
  glued: ({ title }, random) => {
    const list = contentWords(title);
    if (list.length < 3) return undefined;
    const at = random.below(list.length - 1);
    const pair = words(title)
      .join(' ')
      .includes(`${list[at]} ${list[at + 1]}`);
    return pair ? `${list[at]}${list[at + 1]} ${list.find((_, i) => i !== at && i !== at + 1)}` : undefined;
  },
  inflected: ({ title }, random) => {
    const chosen = random.sample([...new Set(contentWords(title))], 3);
    if (chosen.length < 2) return undefined;
    return chosen
      .map((word, i) => (i === 0 ? word : inflected(word, random.pick(['s', 'er', 'ation', 'ing']))))
      .join(' ');
  },
  authors: ({ authors }, random) => {
    const [first, second] = random.sample(authors, 2);
    return second === undefined ? undefined : `${family(first)} ${family(second)}`.toLowerCase();
  },
  diacritics: ({ authors, year }, random) => {
    const names = authors.filter((name) => foldDiacritics(name) !== name);
    const others = authors.filter((name) => foldDiacritics(name) === name);
    if (names.length === 0 || (others.length === 0 && !year)) return undefined;
    const other = others.length > 0 ? family(random.pick(others)) : String(year);
    return `${foldDiacritics(family(random.pick(names)))} ${other}`;
  },
};

/** The place of a random word of at least this length, without marks; -1 where there is none. */
function longWord(list: readonly string[], random: Random, length: number): number {
  const places = [...list.keys()].filter((at) => /^[A-Za-z]+$/.test(list[at]) && list[at].length >= length);
  return places.length === 0 ? -1 : random.pick(places);
}

function swapOrDrop(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  if (random.chance(0.5)) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A slip of the fingers: the key beside the right one, a key hit twice, or one not hit. */
function slip(word: string, random: Random): string {
  const at = random.below(word.length);
  switch (random.below(3)) {
    case 0:
      return word.slice(0, at) + neighbour(word[at], random) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word[at] + word.slice(at);
    default: {
      const inner = Math.max(1, at);
      return word.slice(0, inner) + word.slice(inner + 1);
    }
  }
}

function neighbour(letter: string, random: Random): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter)) ?? KEYBOARD[0];
  const at = row.indexOf(letter);
  return row[at + (at === 0 || (at < row.length - 1 && random.chance(0.5)) ? 1 : -1)];
}

function inflected(word: string, ending: string): string {
  const base = word.replace(/(ing|ed|es|s|ation|er|e)$/, '');
  return base.length < 3 ? word : base + ending;
}
