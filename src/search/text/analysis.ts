import lunr from 'lunr';
import { LONGEST_WORD } from './fold';

/** Turns a word into the term that stands for it in the index; `undefined` leaves it out. */
export type Analyzer = (word: string) => string | undefined;

/** What is left of `it's` and `don't` once the apostrophe split them. */
const REMNANTS = new Set(['s', 't']);

const token = new lunr.Token('', {});

/** The stem of an English word, by lunr's stemmer; what is too long for a word is its own stem. */
export function stem(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  token.update(() => word);
  return lunr.stemmer(token).toString();
}

/** Whether a word is one of lunr's English stop words. */
export function isStopWord(word: string): boolean {
  token.update(() => word);
  return REMNANTS.has(word) || lunr.stopWordFilter(token) === undefined;
}

/** Running English text: stop words left out, stemmed. */
export const textAnalyzer: Analyzer = (word) => (!isWord(word) || isStopWord(word) ? undefined : stem(word));

/** English titles: stemmed, with their stop words, as people type titles from their beginning. */
export const titleAnalyzer: Analyzer = (word) => (isWord(word) ? stem(word) : undefined);

/** Names, keys, tags, and texts in other languages: the word as it is. */
export const plainAnalyzer: Analyzer = (word) => (isWord(word) ? word : undefined);

function isWord(word: string): boolean {
  return word.length > 0 && word.length <= LONGEST_WORD;
}

/** Whether a text said to be in this language (a tag as `en-GB` or a name as `american`) is stemmed as English. */
export function isEnglish(language: string | undefined): boolean {
  if (!language?.trim()) return true;
  return /^(en|eng|english|american|british|australian|canadian|newzealand|(us|uk)english)([-_\s(].*)?$/i.test(
    language.trim(),
  );
}
