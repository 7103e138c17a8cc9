import type { OffsetRange } from '../base/position';
import { completionAt, type KeyPlace } from './completion';
import type { Syntax } from './syntax';

/** A place of a text where a citekey is being written, perhaps as words of the paper that is meant. */
export interface WordedPlace extends KeyPlace {
  /** Whether several words stand there, which are no key as they are. */
  readonly inWords: boolean;
}

/** So far back words are looked for, in characters of the line. */
const REACH = 100;
/** So many words one types to find a paper; more are a sentence. */
const MOST_WORDS = 8;
/** In the running text, where what follows a key is mostly the sentence. */
const MOST_WORDS_IN_TEXT = 5;

/** Words at the end of a line's start, and before them the character that opens a key or stands between two. */
const WORDS =
  /(^|[^\p{L}\p{M}\p{N} .:'’–-])[ \t]*((?:[\p{L}\p{N}][\p{L}\p{M}\p{N}.:'’–-]*[ \t]+)+[\p{L}\p{M}\p{N}.'’–-]*)$/u;

/**
 * The key place at an offset as `completionAt` finds it, or where words of a paper are typed in a key's place: `[@memory net|`,
 * `{% cite weston 2014|`.
 * @param isKey whether a word is the key of a paper, behind which the text goes on
 */
export function keyPlaceAt(
  text: string,
  offset: number,
  syntax: Syntax,
  isKey: (word: string) => boolean,
): WordedPlace | undefined {
  const { blankParts } = syntax.completion;
  const worded = () =>
    wordsBefore(text, offset, syntax, isKey).map((words) => placeOfWords(text, offset, words, syntax));
  if (blankParts) {
    const place = worded().find((one) => one !== undefined);
    if (place) return place;
  }
  const place = completionAt(text, offset, syntax);
  if (place) return { ...place, inWords: false };
  return blankParts ? undefined : worded().find((one) => one !== undefined);
}

/** Whether words stand before the cursor that may be meant for a key; a quick look that reads the line only. */
export function areWordsBefore(
  text: string,
  offset: number,
  syntax: Syntax,
  isKey: (word: string) => boolean,
): boolean {
  return wordsBefore(text, offset, syntax, isKey).length > 0;
}

/** Where words for a key may begin: behind what opens a key, or where blanks part keys, at each word, the first one first. */
function wordsBefore(text: string, offset: number, syntax: Syntax, isKey: (word: string) => boolean): OffsetRange[] {
  const line = text.slice(Math.max(0, offset - REACH, text.lastIndexOf('\n', offset - 1) + 1), offset);
  const [, opening = '', words = ''] = WORDS.exec(line) ?? [];
  if (words === '') return [];
  const start = offset - words.length;
  const end = offset + (/^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(offset, offset + REACH))?.[0].length ?? 0);
  const typed = [...words.matchAll(/\S+/g)].map((match) => ({ word: match[0].replace(/[.:]+$/, ''), at: match.index }));
  if (typed.length > MOST_WORDS) return [];
  const { starts, triggers, blankParts } = syntax.completion;
  if (opening === '' || ![...starts, ...triggers].some((sign) => sign.endsWith(opening))) return [];
  if (!blankParts) return isKey(typed[0].word) ? [] : [{ start, end }];
  const known = typed.findLastIndex(({ word }) => isKey(word));
  return typed.slice(known + 1).map(({ at }) => ({ start: start + at, end }));
}

/** The key place that there would be without the words. */
function placeOfWords(text: string, offset: number, range: OffsetRange, syntax: Syntax): WordedPlace | undefined {
  const { start, end } = range;
  const place = completionAt(text.slice(0, start) + text.slice(end), start, syntax);
  if (place?.kind !== 'key' || place.typed !== '' || place.range.end !== start) return undefined;
  const typed = text.slice(start, offset);
  if (place.form === 'narrative' && typed.trim().split(/\s+/).length > MOST_WORDS_IN_TEXT) return undefined;
  return {
    ...place,
    range,
    typed,
    inWords: true,
    edit(key) {
      const edit = place.edit(key);
      return { ...edit, end: edit.end + end - start };
    },
  };
}
