import { foldDiacritics } from '../../../base/fold';
import { type Alternatives, type Call, type Part, PatternError, type PatternProblem } from './ast';
import { parseBrackets } from './brackets';
import { filterOf } from './filters';
import { parseFormula } from './formula';
import { functionOf, type KeyedPaper } from './functions';
import { Arguments } from './values';

export type { PatternProblem } from './ast';
export type { KeyedPaper } from './functions';

/** Longer patterns are none. */
const LONGEST = 1000;
/** Longer keys are cut. */
const LONGEST_KEY = 200;

/** Makes citekeys as a pattern says; empty where nothing of what it names is known. */
export type KeyMaker = (paper: KeyedPaper) => string;

/**
 * Reads a pattern for citekeys: a formula of Better BibTeX (`auth.lower + shorttitle(3,3) + year`), or one with markers in
 * brackets as JabRef has them (`[auth:lower][year]`). Or says what is wrong with it, and where.
 */
export function compilePattern(pattern: string): KeyMaker | PatternProblem {
  const text = pattern.slice(0, LONGEST);
  if (text.trim() === '') return { code: 'empty', at: 0 };
  try {
    const alternatives = text.replace(/"[^"]*"|'[^']*'/g, '').includes('[') ? parseBrackets(text) : parseFormula(text);
    checkAll(alternatives);
    return (paper) => keyBy(alternatives, paper);
  } catch (error) {
    if (error instanceof PatternError) return error.problem;
    throw error;
  }
}

function checkAll(alternatives: Alternatives): void {
  for (const part of alternatives.flat()) check(part);
}

function check(part: Part): void {
  if (part.kind === 'longer') return;
  if (part.kind === 'group') part.parts.forEach(check);
  if (part.kind === 'call' && !functionOf(part.call.name)) throw unknown('unknown-function', part.call);
  for (const filter of part.filters) if (!filterOf(filter.name)) throw unknown('unknown-filter', filter);
}

function unknown(code: 'unknown-function' | 'unknown-filter', { name, at }: Call): PatternError {
  return new PatternError({ code, name, at });
}

function keyBy(alternatives: Alternatives, paper: KeyedPaper): string {
  for (const parts of alternatives) {
    const key = legal(textOf(parts, paper) ?? '');
    if (key !== '') return key;
  }
  return '';
}

/** Undefined where the parts are shorter than they were to be. What only texts of the pattern make is no key. */
function textOf(parts: readonly Part[], paper: KeyedPaper): string | undefined {
  let text = '';
  let isSaid = false;
  for (const part of parts) {
    if (part.kind === 'longer') {
      if (text.length <= part.than) return undefined;
      continue;
    }
    const value = filtered(valueOf(part, paper), part.filters);
    isSaid ||= part.kind !== 'text' && value !== '';
    text += value;
  }
  return isSaid ? text : '';
}

function valueOf(part: Exclude<Part, { kind: 'longer' }>, paper: KeyedPaper): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'group') return textOf(part.parts, paper) ?? '';
  return functionOf(part.call.name)!(paper, new Arguments(part.call.args));
}

function filtered(value: string, filters: readonly Call[]): string {
  return filters.reduce((text, { name, args }) => filterOf(name)!(text, new Arguments(args)), value).slice(0, 10_000);
}

/** What every kind of list can hold. */
function legal(text: string): string {
  return foldDiacritics(text)
    .replace(/[\s"#%'(),={}\\~@[\]|<>;`*&$^!?\p{C}]+/gu, '')
    .slice(0, LONGEST_KEY)
    .normalize('NFC');
}
