import type { OffsetRange } from '../../base/position';
import type { SearchField } from '../contract';
import { foldWord, LONGEST_WORD } from '../text/fold';
import { paperCharClasses } from '../text/charClasses';
import { findWords, noBounds } from '../text/scan';
import { unitCount, Utf8Text } from '../text/utf8';
import type { WordNode } from './ast';

const classes = paperCharClasses();
const utf8 = new Utf8Text();
const bounds = noBounds();
/** More edits than this make any word near to any other. */
const LARGEST_DISTANCE = 3;
/** Digits of a suffix. */
const MOST_DIGITS = 2;

/** The words of a text in the form of the index, with their places in it. */
export function wordsOf(text: string): (OffsetRange & { readonly text: string })[] {
  const words: (OffsetRange & { text: string })[] = [];
  const { bytes } = utf8.set(text);
  const count = findWords(utf8, classes, bounds);
  let [byte, end] = [0, 0];
  for (let i = 0; i < count; i++) {
    const start = end + unitCount(bytes, byte, bounds.starts[i]);
    end = start + unitCount(bytes, bounds.starts[i], bounds.ends[i]);
    byte = bounds.ends[i];
    const word = end > start ? foldWord(text.slice(start, end)) : '';
    if (word) words.push({ text: word, start, end });
  }
  return words;
}

/**
 * The words of a chunk without white space: `end-to-end` has three. Understands `pre*`, `in*ix`, `word~1` and `word^2`;
 * `~` and `^` without a number count as not written.
 * @param open whether the chunk ends where the typing goes on
 */
export function chunkWords(
  chunk: string,
  start: number,
  open: boolean,
  fields: readonly SearchField[] | undefined,
): WordNode[] {
  const { text, distance, boost } = withoutSuffixes(chunk);
  const place = { start, end: start + chunk.length };
  const pattern = patternOf(text)?.slice(0, LONGEST_WORD + 1);
  if (pattern) return [{ kind: 'word', match: 'pattern', text: pattern, boost, fields, ...place }];
  // Cut where it is in no index any more: what is done for unknown words takes time with their length.
  const words = wordsOf(text).map((word) => ({ ...word, text: word.text.slice(0, LONGEST_WORD + 1) }));
  return words.map((word, i): WordNode => {
    const node = {
      kind: 'word',
      text: word.text,
      boost,
      fields,
      start: start + word.start,
      end: start + word.end,
    } as const;
    if (distance > 0) return { ...node, match: 'near', distance };
    if (i < words.length - 1) return { ...node, match: 'word' };
    if (text.endsWith('*')) return { ...node, match: 'prefix' };
    return { ...node, match: open && text.length === chunk.length && word.end === text.length ? 'open' : 'word' };
  });
}

function withoutSuffixes(chunk: string): { text: string; distance: number; boost: number } {
  let end = chunk.length;
  let distance = 0;
  let boost = 1;
  for (let sign = suffixStart(chunk, end); sign > 0; sign = suffixStart(chunk, end)) {
    const digits = chunk.slice(sign + 1, end);
    if (chunk[sign] === '~') distance = Math.min(digits === '' ? 0 : Number(digits), LARGEST_DISTANCE);
    else boost = Number(digits) || 1;
    end = sign;
  }
  return { text: chunk.slice(0, end), distance, boost };
}

/** Where the sign of a suffix stands that ends at a place; -1 where none does. */
function suffixStart(chunk: string, end: number): number {
  let at = end - 1;
  while (at > 0 && end - at <= MOST_DIGITS && chunk[at] >= '0' && chunk[at] <= '9') at--;
  return chunk[at] === '~' || chunk[at] === '^' ? at : -1;
}

/** The pattern that a chunk with a `*` before its end is, in the form of the index; undefined for any other chunk. */
function patternOf(text: string): string | undefined {
  const star = text.indexOf('*');
  if (star < 0 || /^[^*]*\*+$/.test(text)) return undefined;
  const pattern = text
    .split('*')
    .map((piece) =>
      wordsOf(piece)
        .map((word) => word.text)
        .join(''),
    )
    .join('*');
  return /[^*]/.test(pattern) ? pattern : undefined;
}
