import type { Run } from './runs';

/** A stop or comma behind closing quotes; a single quote by itself may be an apostrophe. */
const BEHIND_QUOTES = /([^.,:;!?])(’*”)([.,])/gu;

/**
 * Full stops and commas that follow closing quotes inside of these, as some languages have them (CSL 1.0.2,
 * "punctuation-in-quote"): the engine does so for what it writes itself, not for what is said behind a work.
 */
export function insideQuotes(runs: readonly Run[]): Run[] {
  const text = runs.map((run) => run.text).join('');
  const moved = text.replace(BEHIND_QUOTES, '$1$3$2');
  let at = 0;
  return runs.map((run) => ({ ...run, text: moved.slice(at, (at += run.text.length)) }));
}
