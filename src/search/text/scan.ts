import { EDGE, SEPARATOR, SINGLE, type CharClasses } from './charClasses';

/**
 * Tells where the words of a text stand, in order: `start` included, `end` not. A run of nothing but edge characters is
 * told as an empty word.
 */
export function scanWords(text: string, classes: CharClasses, tell: (start: number, end: number) => void): void {
  let start = -1;
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const kind = classes.of(text.charCodeAt(i));
    if (kind === SEPARATOR || kind === SINGLE) {
      if (start >= 0) tellTrimmed(text, classes, start, i, tell);
      start = -1;
      if (kind === SINGLE) tell(i, i + 1);
    } else if (start < 0) {
      start = i;
    }
  }
  if (start >= 0) tellTrimmed(text, classes, start, length, tell);
}

function tellTrimmed(
  text: string,
  classes: CharClasses,
  start: number,
  end: number,
  tell: (start: number, end: number) => void,
): void {
  while (start < end && classes.of(text.charCodeAt(start)) === EDGE) start++;
  while (end > start && classes.of(text.charCodeAt(end - 1)) === EDGE) end--;
  tell(start, end);
}
