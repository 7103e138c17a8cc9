import { withoutTurns } from './turns';

/** What ends a line, or is a command to a terminal rather than a letter: runs of it, with the blanks that follow. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}][\p{Cc}\p{Zl}\p{Zp} ]*/gu;

/** A text as it is shown where one line is: line breaks and other control characters are a blank, and nothing behind it is turned around. */
export function shownLine(text: string): string {
  return withoutTurns(text).replace(BREAKS, ' ');
}
