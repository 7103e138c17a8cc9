import { foldDiacritics } from '../../base/fold';

/** Longer runs of letters are data, not words: they are in no index. */
export const LONGEST_WORD = 64;

/** The form in which words are compared: lower case, without diacritics, compatibility forms resolved. */
export function foldWord(word: string): string {
  return foldDiacritics(word.toLowerCase());
}
