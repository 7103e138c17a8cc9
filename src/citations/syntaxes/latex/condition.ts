import { codeAt, isBlank, isLetter, isSpace, lineEnd, oneOf } from '../shared/characters';

/**
 * Conditions that packages define with their branches in braces (manuals of etoolbox, ifthen and biblatex), as `\ifdef{a}{b}{c}`: no
 * `\fi` ends them. `\iff` is a sign.
 */
const IN_BRACES = new RegExp(
  '^if(?:f|thenelse|toggle|bool[a-z]*|(?:cs)?(?:un)?def(?!ined)[a-z]*|(?:cs)?str[a-z]+|blank|csstrequal|num(?:comp|equal|greater|less|odd)|' +
    'dim(?:comp|equal|greater|less)|x?inlist(?:cs)?|(?:field|name|list|entry|cite|current)[a-z]+|citation|keyword|category)$',
);

/** Conditions of numbers that are written out: `\ifnum0=1 `, `\ifodd0 `. */
const OF_NUMBERS = /^num[ \t]{0,8}(\d{1,9})[ \t]{0,8}([<=>])[ \t]{0,8}(\d{1,9})(?![\d\\])/;
const ODD = /^odd[ \t]{0,8}(\d{1,9})(?![\d\\])/;
/** How far a condition is looked at. */
const LONGEST = 50;
/** How many blanks may stand before two characters that are compared. */
const MOST_BLANKS = 8;

const PERCENT = 37;
const BACKSLASH = 92;
const isNoFirst = oneOf('\\%#{}');
const isNoSecond = oneOf('\\%#');

/** Whether a condition that begins at an offset holds whatever the document is; undefined where that depends. */
export function valueOf(text: string, at: number): boolean | undefined {
  const start = at + '\\if'.length;
  const first = codeAt(text, start);
  if (!isNameLetter(first)) return areSame(text, start);
  if (isWord(text, start, 'true')) return true;
  if (isWord(text, start, 'false')) return false;
  if (first !== 110 /* n */ && first !== 111 /* o */) return undefined;
  const condition = text.slice(start, at + LONGEST);
  const [, left, sign, right] = OF_NUMBERS.exec(condition) ?? [];
  if (sign) return sign === '=' ? +left === +right : sign === '<' ? +left < +right : +left > +right;
  const [, number] = ODD.exec(condition) ?? [];
  return number ? +number % 2 === 1 : undefined;
}

/** Whether `\if` compares two characters that are the same, `\if00`; undefined where it compares something else. */
function areSame(text: string, start: number): boolean | undefined {
  let at = start;
  while (at - start < MOST_BLANKS && isBlank(codeAt(text, at))) at++;
  if (at + 1 >= text.length) return undefined;
  const one = text.charCodeAt(at);
  const other = text.charCodeAt(at + 1);
  if (isNoFirst(one) || isSpace(one) || (one > 127 && /\s/.test(text[at])) || isNoSecond(other)) return undefined;
  return one === other;
}

/** Whether a word that belongs to a command's name stands at an offset and ends it. */
function isWord(text: string, at: number, word: string): boolean {
  return text.startsWith(word, at) && !isNameLetter(codeAt(text, at + word.length));
}

function isNameLetter(code: number): boolean {
  return isLetter(code) || code === 64; /* @ */
}

/** Numbers kept of each condition: where it begins, and these. */
const EACH = 3;
const OTHERWISE = 1;
const END = 2;

/** Where a condition goes on. */
export interface Branches {
  /** The offset of its `\else`, where it has one. */
  readonly otherwise?: number;
  /** Behind its `\fi`. */
  readonly end: number;
}

/**
 * Where the conditions of a text go on and end (TeXbook, chapter 20). All of them are looked for at once, the first time that one is
 * asked for: looking for each on its own would take time by the square of their number where nothing ends them.
 */
export class Conditions {
  readonly #text: string;
  /** Of each where it begins, in rising order, its `\else` and its end; 0 where it has none. */
  #places = new Int32Array(64 * EACH);
  /** Behind the places of the last one. */
  #length = 0;
  #isRead = false;
  /** The places of the first that begins no sooner than the one asked for last. */
  #next = 0;
  /** Where the last condition ends. */
  #lastEnd: number | undefined;
  /** Whether conditions have their branches in braces, by their names. */
  readonly #inBraces = new Map<string, boolean>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a condition may end behind an offset. */
  mayEnd(at: number): boolean {
    return (this.#lastEnd ??= this.#text.lastIndexOf('\\fi')) >= at;
  }

  /**
   * The branches of the condition that begins at an offset, conditions inside of it counted; undefined where nothing ends it. Ask in
   * rising order.
   */
  of(at: number): Branches | undefined {
    if (!this.#isRead) this.#read(at);
    const places = this.#places;
    while (this.#next < this.#length && places[this.#next] < at) this.#next += EACH;
    const i = this.#next;
    if (i === this.#length || places[i] !== at || places[i + END] === 0) return undefined;
    return { end: places[i + END], otherwise: places[i + OTHERWISE] || undefined };
  }

  /** Reads all conditions from an offset on. */
  #read(from: number): void {
    this.#isRead = true;
    const text = this.#text;
    /** Those that are open, by where their places are. */
    const open: number[] = [];
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === PERCENT) at = lineEnd(text, at);
      if (code !== BACKSLASH) continue;
      const next = codeAt(text, at + 1);
      if (next === BACKSLASH || next === PERCENT) at++;
      else if (next === 105 /* i */) this.#open(at, open);
      else if (next === 101 /* e */ && isWord(text, at + 1, 'else')) this.#otherwise(at, open);
      else if (next === 102 /* f */ && isWord(text, at + 1, 'fi')) this.#close(at + '\\fi'.length, open);
    }
  }

  #open(at: number, open: number[]): void {
    if (codeAt(this.#text, at + 2) !== 102 /* f */ || this.#isInBraces(at + 1) || isDefined(this.#text, at)) return;
    if (this.#length === this.#places.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#places);
      this.#places = longer;
    }
    open.push(this.#length);
    this.#places[this.#length] = at;
    this.#length += EACH;
  }

  #otherwise(at: number, open: readonly number[]): void {
    if (open.length === 0) return;
    const last = open[open.length - 1] + OTHERWISE;
    if (this.#places[last] === 0) this.#places[last] = at;
  }

  #close(end: number, open: number[]): void {
    const last = open.pop();
    if (last !== undefined) this.#places[last + END] = end;
  }

  /** Whether the condition whose name is at an offset has its branches in braces. */
  #isInBraces(at: number): boolean {
    const text = this.#text;
    let end = at + 2;
    while (isNameLetter(codeAt(text, end))) end++;
    if (end === at + 2) return false;
    const name = text.slice(at, end);
    const known = this.#inBraces.get(name);
    if (known !== undefined) return known;
    const isInBraces = IN_BRACES.test(name);
    this.#inBraces.set(name, isInBraces);
    return isInBraces;
  }
}

/** Whether the condition at an offset is made there and not asked: `\newif\ifdraft`. */
function isDefined(text: string, at: number): boolean {
  let before = at - 1;
  while (at - before < 9 && isSpace(codeAt(text, before))) before--;
  const last = codeAt(text, before);
  if (last !== 102 /* f */ && last !== 116 /* t */) return false;
  return /\\(newif|let)\s*$/.test(text.slice(Math.max(0, at - 10), at));
}
