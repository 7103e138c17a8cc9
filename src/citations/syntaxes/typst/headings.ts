import type { FoundHeading } from '../../syntax';
import { BracketMap } from '../shared/bracketMap';
import { typstNotes } from './notes';

const MARKED = /^[ \t]*=+[ \t]+(\S[^\r\n]*)/gm;
const CALL = /#heading(?=[([])/g;
const COMMENT = /(?<!:)\/\/.*$|\/\*.{0,300}?\*\//g;
const LABEL = /<[^<>\s]{1,200}>[ \t]{0,20}$/;

/** The headings of Typst (reference of `heading`), also in what is none of its text. */
export function typstHeadings(text: string): FoundHeading[] {
  const marked = [...text.matchAll(MARKED)].map(({ index: start, 0: { length }, 1: title }) => ({
    start,
    end: start + length,
    title: plain(title),
  }));
  const brackets = new BracketMap(text);
  const called = [...text.matchAll(CALL)].flatMap(({ index: start, 0: { length } }) => {
    const first = start + length;
    const open = text[first] === '(' ? brackets.close(first) + 1 : first;
    const close = open > 0 && text[open] === '[' ? brackets.close(open) : -1;
    return close < 0 ? [] : [{ start, end: close + 1, title: plain(text.slice(open + 1, close)) }];
  });
  return [...marked, ...called].sort((a, b) => a.start - b.start);
}

function plain(title: string): string {
  return typstNotes.plain(title.replace(COMMENT, '').replace(LABEL, '')).replace(/\s+/g, ' ').trim();
}
