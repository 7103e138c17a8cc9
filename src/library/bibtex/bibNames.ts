import type { CslName, CslNamePart } from '../model/csl';
import { wordsWithMarks } from '../model/nameWords';
import { namesBetweenCommas } from '../model/names';
import { latexToText } from './latex';
import { withRaisedMarks } from './raisedMarks';

/** The names of a field such as `author`; `others` is true where the list ends with `and others`. */
export interface NameList {
  readonly names: readonly CslName[];
  readonly others: boolean;
}

/**
 * Reads a name field from its LaTeX source, by BibTeX's rules for `First von Last`, `von Last, First` and `von Last, Jr, First`
 * (Tame the BeaST, section 11), a body in braces as one literal, and biblatex's extended form `family=…, given=…`.
 */
export function parseNames(source: string): NameList {
  if (source === '') return NOBODY;
  const names: CslName[] = [];
  let others = false;
  const stated = splitAtAnd(source);
  // Before an `and` there may be a list of its own; where there are more, they part the names.
  for (const part of stated.length > 2 ? stated.flatMap(splitAtSemicolons) : stated.flatMap(splitAtSigns)) {
    const text = unmarked(unquoted(part.trim()));
    if (/^(?:others|\{?et\.?\s+al\.?\}?)$/i.test(text)) others = true;
    else if (text !== '') names.push(parseName(text));
  }
  return { names: names.filter((name) => Object.keys(name).length > 0), others };
}

/** The one empty list; thousands of entries share it. */
const NOBODY: NameList = { names: [], others: false };

/** The parts between `and`s outside braces. */
export function splitAtAnd(source: string): string[] {
  if (!/\band\b/i.test(source)) return [source];
  const parts: string[] = [];
  let start = 0;
  for (const word of topLevelWords(source, WHITE_SPACE)) {
    if (word.end - word.start !== 3 || source.slice(word.start, word.end).toLowerCase() !== 'and') continue;
    parts.push(source.slice(start, word.start));
    start = word.end;
  }
  parts.push(source.slice(start));
  return parts;
}

/** Names that other programs have separated: `Ito, Emi; Kato, Bo`. No name has a semicolon. */
function splitAtSemicolons(names: string): string[] {
  return names.includes('; ') && !/&#?\w{1,10};/.test(names) ? splitTopLevel(names, ';') : [names];
}

/** The same, and `Ito, Emi & Kato, Bo`, `Ito E, Kato B`. */
function splitAtSigns(names: string): string[] {
  if (!names.includes(',')) return [names];
  if (names.includes(';')) return splitAtSemicolons(names);
  const sides = names.includes('&') ? splitTopLevel(names.replace(/\\&/g, '&'), '&') : [];
  if (sides.length > 1 && sides.every((side) => side.includes(','))) return sides;
  return (names.includes('{') ? undefined : namesBetweenCommas(names)) ?? [names];
}

const MARKED =
  /^(?:\\(?:textbf|textit|textsc|emph|underline|uline)\s*(\{[^]*\})|\{\\(?:bf|bfseries|it|itshape|em|sc)\s([^]*)\})$/;

/** A name without the command that sets it apart as a whole, as people do with their own: `\textbf{Ito, Emi}`. */
function unmarked(name: string): string {
  if (!name.includes('\\')) return name;
  const [, group, inner] = MARKED.exec(name) ?? [];
  if (group !== undefined) return isOneGroup(group) ? group.slice(1, -1).trim() : name;
  return inner !== undefined && isOneGroup(name) ? inner.trim() : name;
}

/** A name in biblatex's extended form may stand in quotation marks as a whole: `"family={Robert and Sons, Inc.}"`. */
function unquoted(name: string): string {
  return /^"\s*(?:family|given|prefix|suffix)(?:-i)?\s*=[^]*"$/i.test(name) ? name.slice(1, -1) : name;
}

function parseName(source: string): CslName {
  const parts = splitTopLevel(source, ',');
  if (isExtended(parts)) return parseExtended(parts);
  if (isOneGroup(source)) return literal(source);
  if (parts.length > 1 && parts[parts.length - 1].trim() === '') parts.pop();
  if (parts.length === 1) return parseFirstLast(splitWords(parts[0]));
  const [last, second, ...rest] = parts.map((part) => part.trim());
  const junior = rest.length > 0 ? second : '';
  const given = rest.length > 0 ? rest.join(', ') : second;
  const words = splitWords(last);
  const von = lastLowerCase(words, words.length - 1) + 1;
  return nameOf(given, words.slice(0, von), words.slice(von), junior);
}

/** A particle in braces right before the name that it is joined to: `{d'}Alembert`. */
const JOINED = /^\{(\p{Ll}{0,5}['’-])\}(?=[\p{Lu}{\\])/u;

/** The words with such a particle as one of its own. */
function splitJoined(words: readonly string[]): readonly string[] {
  if (!words.some((word) => JOINED.test(word))) return words;
  return words.flatMap((word) => {
    const particle = JOINED.exec(word);
    return particle === null ? [word] : [particle[1], word.slice(particle[0].length)];
  });
}

function parseFirstLast(words: readonly string[]): CslName {
  const firstLower = words.findIndex((word, i) => i < words.length - 1 && isLowerCase(word));
  if (firstLower < 0) return nameOf(words.slice(0, -1).join(' '), [], words.slice(-1), '');
  const von = lastLowerCase(words, words.length - 1) + 1;
  return nameOf(words.slice(0, firstLower).join(' '), words.slice(firstLower, von), words.slice(von), '');
}

function nameOf(given: string, von: readonly string[], last: readonly string[], junior: string): CslName {
  const name: CslName = {};
  const set = (part: CslNamePart, source: string) => {
    const text = latexToText(withRaisedMarks(source));
    if (text !== '') name[part] = text;
  };
  set('family', last.join(' '));
  set('given', given);
  set('non-dropping-particle', von.join(' '));
  set('suffix', junior);
  if (name.family === undefined && name.given !== undefined) return { literal: name.given };
  return name;
}

function literal(source: string): CslName {
  const text = latexToText(withRaisedMarks(source));
  return text === '' ? {} : { literal: text };
}

const EXTENDED_PART = /^\s*(family|given|prefix|suffix|useprefix)(?:-i)?\s*=\s*([^]*)$/i;

function isExtended(parts: readonly string[]): boolean {
  return parts.some((part) => /^\s*(?:family|given)\s*=/i.test(part));
}

/** biblatex's manual, section 3.4: `given=Hans, family=Harman, prefix=von, useprefix=true`. */
function parseExtended(parts: readonly string[]): CslName {
  const values = new Map<string, string>();
  for (const part of parts) {
    const match = EXTENDED_PART.exec(part);
    if (match && !/-i\s*=/.test(part))
      values.set(match[1].toLowerCase(), latexToText(match[2].replace(/^\s*"|"\s*$/g, '')));
  }
  const name: CslName = {};
  if (values.get('family')) name.family = values.get('family');
  if (values.get('given')) name.given = values.get('given');
  const particle = values.get('useprefix') === 'false' ? 'dropping-particle' : 'non-dropping-particle';
  if (values.get('prefix')) name[particle] = values.get('prefix');
  if (values.get('suffix')) name.suffix = values.get('suffix');
  return name;
}

/** Whether all of a text is one group in braces, which is not just a letter with its accent. */
function isOneGroup(source: string): boolean {
  if (!source.startsWith('{') || !source.endsWith('}')) return false;
  let depth = 0;
  for (let i = 0; i < source.length - 1; i++) {
    if (source[i] === '{') depth++;
    else if (source[i] === '}' && --depth === 0) return false;
  }
  return true;
}

/** Index of the last lower-case word before `end`, or -1. */
function lastLowerCase(words: readonly string[], end: number): number {
  for (let i = end - 1; i >= 0; i--) if (isLowerCase(words[i])) return i;
  return -1;
}

/**
 * Whether a word is lower case to BibTeX: by its first letter outside braces, or inside a group that starts with a command
 * (`{\'e}`). A word all in braces has no case and is taken for upper case.
 */
function isLowerCase(word: string): boolean {
  let rest = word;
  const special = /^[^\p{L}{]*\{(\\[^}]*)\}?/u.exec(word);
  if (special) rest = latexToText(`{${special[1]}}`) || special[1].replace(/^\\[A-Za-z]+|^\\./, '');
  else if (word.startsWith('{')) return false;
  else if (word.startsWith('\\')) rest = latexToText(word);
  const letter = /\p{L}/u.exec(rest)?.[0];
  return letter !== undefined && letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}

const WHITE_SPACE = /\s/;
const NAME_SPACE = /[\s~]/;

function splitWords(source: string): readonly string[] {
  const words = [...topLevelWords(source, NAME_SPACE)].map(({ start, end }) => source.slice(start, end));
  const isMarked = words.some((word, i) => i > 0 && !/^[\p{L}{]/u.test(word));
  return splitJoined(isMarked ? wordsWithMarks(words.map(withRaisedMarks)) : words);
}

/** The stretches between white space outside braces. */
function* topLevelWords(source: string, space: RegExp): Generator<{ start: number; end: number }> {
  let depth = 0;
  let start = -1;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (depth === 0 && space.test(character)) {
      if (start >= 0) yield { start, end: i };
      start = -1;
      continue;
    }
    if (start < 0) start = i;
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
  }
  if (start >= 0) yield { start, end: source.length };
}

function splitTopLevel(source: string, separator: string): string[] {
  if (!source.includes(separator)) return [source];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
    else if (character === separator && depth === 0) {
      parts.push(source.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}
