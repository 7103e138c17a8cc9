import { NEWLINE } from '../shared/characters';

/**
 * Conditions that packages define with their branches in braces (manuals of etoolbox, ifthen and biblatex), as `\ifdef{a}{b}{c}`: no
 * `\fi` ends them. `\iff` is a sign.
 */
const IN_BRACES =
  'f|thenelse|toggle|bool[a-z]*|(?:cs)?(?:un)?def(?!ined)[a-z]*|(?:cs)?str[a-z]+|blank|csstrequal|num(?:comp|equal|greater|less|odd)|' +
  'dim(?:comp|equal|greater|less)|x?inlist(?:cs)?|(?:field|name|list|entry|cite|current)[a-z]+|citation|keyword|category';

/** A condition begins or ends, an alternative begins, or a comment does. */
const MARK = new RegExp(
  String.raw`\\(?:(if(?!(?:${IN_BRACES})(?![A-Za-z@]))[A-Za-z@]*)|(fi)(?![A-Za-z@])|(else)(?![A-Za-z@])|\\|%)|%`,
  'g',
);

/** Conditions of numbers and characters that are written out: `\ifnum0=1 `, `\ifodd0 `, `\if0`, which compares with what follows. */
const OF_NUMBERS = /^num[ \t]{0,8}(\d{1,9})[ \t]{0,8}([<=>])[ \t]{0,8}(\d{1,9})(?![\d\\])/;
const ODD = /^odd[ \t]{0,8}(\d{1,9})(?![\d\\])/;
const OF_CHARACTERS = /^[ \t]{0,8}([^\\%#{}\s])([^\\%#])/;
/** How far a condition is looked at. */
const LONGEST = 50;

/** Whether a condition that begins at an offset holds whatever the document is; undefined where that depends. */
export function valueOf(text: string, at: number): boolean | undefined {
  const condition = text.slice(at + '\\if'.length, at + LONGEST);
  if (/^true(?![A-Za-z@])/.test(condition)) return true;
  if (/^false(?![A-Za-z@])/.test(condition)) return false;
  const [, left, sign, right] = OF_NUMBERS.exec(condition) ?? [];
  if (sign) return sign === '=' ? +left === +right : sign === '<' ? +left < +right : +left > +right;
  const [, number] = ODD.exec(condition) ?? [];
  if (number) return +number % 2 === 1;
  const [, one, other] = /^[A-Za-z@]/.test(condition) ? [] : (OF_CHARACTERS.exec(condition) ?? []);
  return one === undefined ? undefined : one === other;
}

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
  #branches: Map<number, Branches> | undefined;
  /** Where the last condition ends. */
  #lastEnd: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a condition may end behind an offset. */
  mayEnd(at: number): boolean {
    return (this.#lastEnd ??= this.#text.lastIndexOf('\\fi')) >= at;
  }

  /** The branches of the condition that begins at an offset, conditions inside of it counted; undefined where nothing ends it. */
  of(at: number): Branches | undefined {
    this.#branches ??= branchesFrom(this.#text, at);
    return this.#branches.get(at);
  }
}

interface Open {
  readonly at: number;
  otherwise?: number;
}

/** The branches of all conditions from an offset on, by where they begin. */
function branchesFrom(text: string, from: number): Map<number, Branches> {
  const branches = new Map<number, Branches>();
  const open: Open[] = [];
  const mark = new RegExp(MARK);
  mark.lastIndex = from;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '%') {
      const end = text.indexOf(String.fromCharCode(NEWLINE), mark.lastIndex);
      if (end < 0) return branches;
      mark.lastIndex = end;
    } else if (found[1]) {
      if (!isDefined(text, found.index)) open.push({ at: found.index });
    } else if (found[3]) {
      const condition = open.at(-1);
      if (condition) condition.otherwise ??= found.index;
    } else if (found[2]) {
      const { at, otherwise } = open.pop() ?? {};
      if (at !== undefined) branches.set(at, { end: mark.lastIndex, ...(otherwise !== undefined && { otherwise }) });
    }
  }
  return branches;
}

/** Whether the condition at an offset is made there and not asked: `\newif\ifdraft`. */
function isDefined(text: string, at: number): boolean {
  return /\\(newif|let)\s*$/.test(text.slice(Math.max(0, at - 10), at));
}
