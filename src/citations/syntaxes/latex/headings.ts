import type { FoundHeading } from '../../syntax';
import { BracketMap } from '../shared/bracketMap';
import { skipSpace } from '../shared/characters';
import { latexNotes } from './notes';

/** The commands of LaTeX's classes, KOMA-Script and beamer. */
const COMMAND =
  /\\(?:(?:part|chapter|(?:sub){0,2}section|(?:sub)?paragraph|add(?:part|chap|sec)|minisec|frametitle)(?![A-Za-z@])\*?|begin\{frame\})/g;
/** What stands in a title and is none of it. */
const MARKS = /\\(?:label|index|footnote|thanks)[ \t]?\{[^{}]*\}|\\protect(?![A-Za-z])/g;
/** A title as LaTeX sets it, and as PDF readers show it (manual of hyperref). */
const TWO_FORMS = /\\texorpdfstring[ \t]?\{[^{}]*\}[ \t]?\{([^{}]*)\}/g;
const COMMENT = /(?<!\\)((?:\\\\)*)%[^\n]*\n?[ \t]*/g;

/** What LaTeX's commands for headings have for a title, also in code and comments. */
export function latexHeadings(text: string): FoundHeading[] {
  const brackets = new BracketMap(text, '[{');
  return [...text.matchAll(COMMAND)].flatMap(({ 0: { length }, index: start }) => {
    const first = skipSpace(text, start + length);
    const option = text[first] === '[' ? brackets.close(first) : first - 1;
    const open = option < 0 ? first : skipSpace(text, option + 1);
    const close = text[open] === '{' ? brackets.close(open) : -1;
    const title = close < 0 ? '' : plain(text.slice(open + 1, close));
    // With a parameter it is the title of whatever uses a macro.
    return title === '' || /#\d/.test(title) ? [] : [{ start, end: close + 1, title }];
  });
}

function plain(title: string): string {
  const own = title.replace(COMMENT, '$1').replace(TWO_FORMS, '$1').replace(MARKS, '');
  return latexNotes.plain(own).replace(/\s+/g, ' ').trim();
}
