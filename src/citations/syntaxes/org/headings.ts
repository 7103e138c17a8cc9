import type { FoundHeading } from '../../syntax';
import { todoStates } from './states';

const HEADING = /^\*+[ \t]+(\S[^\r\n]*)/gm;
const PRIORITY = /^\[#\w{1,2}\][ \t]*/;
const TAGS = /(?:^|[ \t]):[\p{L}\p{N}_@#%:]{1,500}:[ \t]{0,20}$/u;

/** The headlines of Org, without what says how far they are done (Org manual, "Headlines", "TODO Items"). */
export function orgHeadings(text: string): FoundHeading[] {
  const states = todoStates(text);
  return [...text.matchAll(HEADING)].map(({ index: start, 0: { length }, 1: title }) => {
    const [first] = title.split(/[ \t]/, 1);
    const rest = states.has(first) ? title.slice(first.length).trimStart() : title;
    return { start, end: start + length, title: rest.replace(PRIORITY, '').replace(TAGS, '').trim() };
  });
}
