import type { MixedQuery } from './engines/engine';
import { Random } from './random';
import { seedPapers } from './seedPapers';

const SEED = 4711;
const STOP = new Set(
  'this that with from have which their these such more than been into also they both most between through other while where when over using used'.split(
    ' ',
  ),
);

/** 200 queries of all kinds, with words as frequent as they are in the real papers. The same in every run. */
export function mixedQueries(): MixedQuery[] {
  const random = new Random(SEED);
  const papers = seedPapers();
  const words = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length > 3 && !STOP.has(word));
  const body = papers
    .map(({ title, abstract = '' }) => words(`${title} ${abstract}`))
    .filter((list) => list.length > 3);
  const titles = papers.map(({ title }) => words(title)).filter((list) => list.length > 0);
  const any = (): string => random.pick(random.pick(body));
  const long = (): string => {
    for (;;) {
      const word = any();
      if (word.length >= 6) return word;
    }
  };
  const together = (count: number): string[] => {
    const list = random.pick(body);
    return Array.from({ length: count }, () => random.pick(list));
  };
  const times = (count: number, make: (i: number) => MixedQuery): MixedQuery[] =>
    Array.from({ length: count }, (_, i) => make(i));
  return [
    ...times(30, () => ({ kind: 'single', words: [any()] })),
    ...times(50, (i) => ({ kind: 'multi', words: together(2 + (i % 2)) })),
    ...times(40, (i) => ({ kind: 'prefix', words: [any().slice(0, 2 + (i % 5))] })),
    ...times(20, () => ({ kind: 'fuzzy', words: [withTypo(long(), random)] })),
    ...times(20, () => ({ kind: 'field', words: [random.pick(random.pick(titles))] })),
    ...times(20, () => ({ kind: 'and', words: together(2) })),
    ...times(20, () => {
      const [first, second, third] = together(3);
      return { kind: 'mixed', words: [first, second, third.slice(0, 3)] };
    }),
  ];
}

function withTypo(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  if (random.chance(0.5)) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}
