import { codeAt, isBlank, isDigit, isLetter, lineEnd, oneOf } from '../shared/characters';

/** The longest number of a list's item. */
const MOST_DIGITS = 9;

const isBullet = oneOf('-*+:~');
const isRoman = oneOf('ivxlcdmIVXLCDM');
const isRule = oneOf('-*_=');

/**
 * Behind the marker of a list item or definition at `at`; `at` where there is none. Numbers may be digits, a letter, Roman or
 * `#`, before a full stop or in parentheses (Pandoc manual, "fancy_lists").
 */
export function markerEnd(text: string, at: number): number {
  if (isBullet(codeAt(text, at))) return isBlankOrEnd(text, at + 1) ? at + 1 : at;
  const open = codeAt(text, at) === 40; /* ( */
  const start = open ? at + 1 : at;
  const end = numberEnd(text, start);
  if (end === start) return at;
  const close = codeAt(text, end);
  if (close !== 41 /* ) */ && (open || close !== 46) /* . */) return at;
  return isBlankOrEnd(text, end + 1) ? end + 1 : at;
}

function numberEnd(text: string, start: number): number {
  const first = codeAt(text, start);
  if (first === 35 /* # */) return start + 1;
  let end = start;
  const isPart = isDigit(first) ? isDigit : isRoman;
  while (end - start < MOST_DIGITS && isPart(codeAt(text, end))) end++;
  return end > start || !isLetter(first) ? end : start + 1;
}

/** Whether a letter before another character can start the number of an item. */
export function mayBeNumber(letter: number, next: number): boolean {
  return next === 46 /* . */ || next === 41 /* ) */ || (isRoman(letter) && isRoman(next));
}

function isBlankOrEnd(text: string, at: number): boolean {
  return at >= text.length || isBlank(codeAt(text, at)) || codeAt(text, at) === 10 || codeAt(text, at) === 13;
}

/** Whether the line from `at` on is a rule or underlines a heading: the line behind it starts anew. */
export function isRuleAt(text: string, at: number): boolean {
  const mark = codeAt(text, at);
  if (!isRule(mark)) return false;
  let marks = 0;
  const end = lineEnd(text, at);
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) marks++;
    else if (!isBlank(code) && code !== 13) return false;
  }
  // More hyphens may be the line above a table, whose cells are indented.
  return marks === 3 || (marks > 3 && mark !== 45);
}
