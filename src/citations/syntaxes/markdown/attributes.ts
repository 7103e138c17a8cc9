import { codeAt, isAlphanumeric, isSpace, NEWLINE, oneOf } from '../shared/characters';

/** How far attributes may reach. */
const LONGEST = 4000;

const isInName = oneOf('-_:.');
/** What none begin with; tells most braces of other things without a closer look. */
const startsNone = oneOf('}{@\\[(');
const endsValue = oneOf(' \t\r\n{}"\'');

/**
 * Behind the attributes that open with the brace at `at`, `{#id .class key="value"}` (Pandoc manual, "link_attributes",
 * "header_attributes", "fenced_divs", "bracketed_spans"); `at` where they are none.
 */
export function attributesEnd(text: string, at: number): number {
  if (startsNone(codeAt(text, at + 1))) return at;
  const limit = Math.min(text.length, at + LONGEST);
  for (let i = at + 1, lines = 0; i < limit;) {
    const code = text.charCodeAt(i);
    if (code === CLOSE) return i > at + 1 ? i + 1 : at;
    if (isSpace(code)) {
      lines = code === NEWLINE ? lines + 1 : lines;
      if (lines > 20) return at;
      i++;
      continue;
    }
    const end = attributeEnd(text, i, limit);
    if (end < 0) return at;
    i = end;
  }
  return at;
}

const CLOSE = 125;

/** Behind `#id`, `.class`, `-`, or `key=value` at `at`; -1 where it is none. */
function attributeEnd(text: string, at: number, limit: number): number {
  const code = codeAt(text, at);
  const marked = code === 35 /* # */ || code === 46 /* . */ || code === 61; /* = */
  let end = marked ? at + 1 : at;
  while (end < limit && (isAlphanumeric(text.charCodeAt(end)) || isInName(text.charCodeAt(end)))) end++;
  if (marked) return end > at + 1 ? end : -1;
  if (end === at) return -1;
  if (codeAt(text, end) !== 61 /* = */) return end === at + 1 && code === 45 /* - */ ? end : -1;
  const quote = codeAt(text, end + 1);
  let stop = end + 1;
  if (quote !== 34 /* " */ && quote !== 39 /* ' */) {
    while (stop < limit && !endsValue(text.charCodeAt(stop))) stop++;
    return stop;
  }
  for (stop++; stop < limit; stop++) {
    if (text.charCodeAt(stop) === 92 /* \ */) stop++;
    else if (codeAt(text, stop) === quote) return stop + 1;
  }
  return -1;
}
