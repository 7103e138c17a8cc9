import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStopWord, stem } from '../../../src/search/text/analysis';
import type { KnownItem } from './knownItems';
import { Random } from './random';
import { seedPapers } from './seedPapers';

const SAMPLE = join(import.meta.dirname, '../../../media/sample/library.csl.json');
const SEED = 17;
const WORDS = 6;
/** So often are words of a sentence drawn: some are telling by luck. */
const DRAWS = 20;

/** The papers at odd places of the list (counted from 1), to tune on, or those at even places, to report. */
export type Places = 'odd' | 'even';

/**
 * What somebody writes who has a paper in mind: the summaries of the sample library, which say in other words what the
 * abstracts of the seed papers say. The two lists have the same order.
 */
export function sentenceItems(places: Places): KnownItem[] {
  const random = new Random(SEED);
  const told = summaries();
  return seedPapers().flatMap(({ id, title }, i): KnownItem[] => {
    if (told[i].title.toLowerCase() !== title.toLowerCase()) throw new Error(`Not the same paper: ${title}`);
    const summary = told[i].abstract;
    const [sentence] = summary.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
    const others = otherWords(sentence, title);
    const draws = others.length < WORDS ? [] : Array.from({ length: DRAWS }, () => random.sample(others, WORDS));
    if ((i % 2 === 0) !== (places === 'odd')) return [];
    return [
      { test: 'first sentence', typed: sentence, id },
      { test: 'whole summary', typed: summary, id },
      ...draws.map((six) => ({ test: 'six words', typed: six.join(' '), id })),
    ];
  });
}

/** What the sample library says of each of the seed papers. */
export function summaries(): { readonly title: string; readonly abstract: string }[] {
  return JSON.parse(readFileSync(SAMPLE, 'utf8')) as { title: string; abstract: string }[];
}

/** The telling words of a sentence that are not in the title. */
function otherWords(sentence: string, title: string): string[] {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const inTitle = new Set(words(title).map(stem));
  return [...new Set(words(sentence))].filter((word) => !isStopWord(word) && !inTitle.has(stem(word)));
}
