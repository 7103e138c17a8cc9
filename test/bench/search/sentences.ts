import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStopWord, stem } from '../../../src/search/text/analysis';
import type { KnownItem } from './knownItems';
import { Random } from './random';
import { seedPapers } from './seedPapers';

const SAMPLE = join(import.meta.dirname, '../../../media/sample/library.csl.json');
const SEED = 17;
const WORDS = 6;

/** The papers at odd places of the list (counted from 1), to tune on, or those at even places, to report. */
export type Places = 'odd' | 'even';

/**
 * What somebody writes who has a paper in mind: the summaries of the sample library, which say in other words what the
 * abstracts of the seed papers say. The two lists have the same order.
 */
export function sentenceItems(places: Places): KnownItem[] {
  const summaries = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { title: string; abstract: string }[];
  const random = new Random(SEED);
  return seedPapers().flatMap(({ id, title }, i): KnownItem[] => {
    if (summaries[i].title.toLowerCase() !== title.toLowerCase()) throw new Error(`Not the same paper: ${title}`);
    const summary = summaries[i].abstract;
    const [sentence] = summary.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
    const six = random.sample(otherWords(sentence, title), WORDS);
    if ((i % 2 === 0) !== (places === 'odd')) return [];
    const items = [
      { test: 'first sentence', typed: sentence, id },
      { test: 'whole summary', typed: summary, id },
    ];
    return six.length < WORDS ? items : [...items, { test: 'six words', typed: six.join(' '), id }];
  });
}

/** The telling words of a sentence that are not in the title. */
function otherWords(sentence: string, title: string): string[] {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const inTitle = new Set(words(title).map(stem));
  return [...new Set(words(sentence))].filter((word) => !isStopWord(word) && !inTitle.has(stem(word)));
}
