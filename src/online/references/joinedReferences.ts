import { namedPapers } from './namedPapers';

/** Longer lines are no list of references that lost its line breaks. */
const LONGEST = 200_000;
/** A reference is no longer than that. */
const LONGEST_REFERENCE = 3000;
/** A number stands in a reference no more often than that. */
const MOST_TRIES = 30;
/** So much of its end says that it ends. */
const LONGEST_END = 350;

/**
 * The references that stand in one line because the line breaks between them were lost. They are parted where it is certain: at numbers that
 * count up, or where the authors and the year or title of the next one begin in the way of a style, and each part is a reference. Any other
 * line is given back as it is.
 */
export function splitJoined(line: string): string[] {
  if (line.length > LONGEST) return [line];
  return byNumbers(line) ?? byForms(line) ?? [line];
}

/** A number before a reference: `[1]`, `(1)`, `1.`, `1)`. */
const NUMBER = /^\s*([[(]?)(\d{1,4})([\]).])(?=\s|(?<=\])\S)/;
const PAIRS = ['[]', '()', '.', ')'];

function byNumbers(line: string): string[] | undefined {
  const [all, open, first, close] = NUMBER.exec(line) ?? [];
  if (all === undefined || !PAIRS.includes(open + close)) return undefined;
  // Brackets stand around little else that counts up.
  const isPart = open === '[' ? () => true : namesOnePaper;
  const parts: string[] = [];
  let start = 0;
  let from = all.length;
  for (let number = Number(first) + 1; ; number++) {
    const label = `${open}${number}${close}`;
    const next = nextLabel(line, label, from, isPart);
    parts.push(line.slice(start, next).trim());
    if (next === undefined) break;
    start = next;
    from = next + label.length;
  }
  return parts.length > 1 && isPart(parts[parts.length - 1].replace(NUMBER, '')) ? parts : undefined;
}

/** Where a label stands behind the end of a reference that starts at an offset. */
function nextLabel(line: string, label: string, from: number, isPart: (text: string) => boolean): number | undefined {
  let at = from - 1;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    at = line.indexOf(label, at + 1);
    if (at < 0 || at - from > LONGEST_REFERENCE) return undefined;
    const before = line.slice(from, at);
    const isFree = label.startsWith('[') || (/\s/.test(line.charAt(at + label.length)) && !/\d$/.test(before));
    if (isFree && ENDED.test(before.slice(-LONGEST_END)) && isPart(before)) return at;
  }
  return undefined;
}

const ADDRESS = String.raw`(?:https?:\/\/|\b10\.\d{4,9}\/|\b(?:doi|arxiv|pmid|pmcid|isbn):)\S{1,300}`;
/** The end of a reference of any kind. */
const ENDED = new RegExp(String.raw`(?:[.;)\]”"’?!\d]|${ADDRESS})\s*$`, 'i');
/** The end of one that ends with a year, pages, or an address. */
const ENDED_BY_NUMBER = new RegExp(String.raw`(?:[\d)]\.|${ADDRESS})\s*$`, 'i');
const ENDED_BY_STOP = new RegExp(String.raw`(?:[.)]|${ADDRESS})\s*$`, 'i');

const YEAR = String.raw`(?:1[5-9]|20)\d\d`;
const WORD = String.raw`\p{Lu}[\p{L}’'-]{1,40}`;
const FAMILY = String.raw`(?:(?:\p{Ll}{1,4}|['’]t)\s){0,3}${WORD}(?:\s${WORD}){0,2}`;
const INITIALS = String.raw`\p{Lu}\.(?:[\s-]?\p{Lu}\.){0,3}`;
const CAPITALS = String.raw`\p{Lu}{1,3}`;
const GIVEN = String.raw`\p{Lu}[\p{L}’'-]{0,40}\.?(?:\s\p{Lu}[\p{L}’'-]{0,40}\.?){0,3}`;
const WHOLE = String.raw`${GIVEN}(?:\s\p{Ll}{1,4}){0,3}\s${WORD}`;
const ET_AL = String.raw`(?:,?\set\sal\.?)?`;

/** The way in which a style begins a reference, and how the one before it ends. */
interface Form {
  readonly start: string;
  readonly ended: RegExp;
}

const FORMS: readonly Form[] = [
  // APA: `Doe, J., & Roe, A. B. (2020).`
  {
    start: String.raw`${FAMILY},\s${INITIALS}(?:,?\s(?:&\s|…\s|\.\.\.\s)?${FAMILY},\s${INITIALS}){0,25}${ET_AL}\s\(${YEAR}[a-z]?(?:,\s[^()]{1,30})?\)[.:]`,
    ended: ENDED_BY_STOP,
  },
  // Chicago: `Doe, Jane, and Anna B. Roe. 2020. “`
  {
    start: String.raw`${FAMILY},\s${GIVEN}(?:,?\s(?:and\s)?${WHOLE}){0,25}${ET_AL}\.{0,2}(?<=\.)\s${YEAR}[a-z]?\.\s`,
    ended: ENDED_BY_STOP,
  },
  // MLA: `Doe, Jane, and Anna B. Roe. “`
  {
    start: String.raw`${FAMILY},\s${GIVEN}(?:,?\sand\s${WHOLE})?${ET_AL}\.{0,2}(?<=\.)\s[“"]`,
    ended: ENDED_BY_NUMBER,
  },
  // IEEE: `J. Doe and A. B. Roe, “`
  {
    start: String.raw`${INITIALS}\s${FAMILY}(?:,?\s(?:and\s)?${INITIALS}\s${FAMILY}){0,25}${ET_AL},\s[“"]`,
    ended: ENDED_BY_NUMBER,
  },
  // Vancouver: `Doe J, Roe AB. Title`
  {
    start: String.raw`${FAMILY}\s${CAPITALS}(?:,\s${FAMILY}\s${CAPITALS}){0,25}(?:,\set\sal)?\.\s(?=[\p{Lu}\p{N}“])`,
    ended: ENDED_BY_NUMBER,
  },
];
const STARTS = FORMS.map(({ start }) => new RegExp(start, 'uy'));

const VOLUME = String.raw`\b${YEAR}(?:\s\p{L}{3,9}(?:\s\d{1,2})?)?;\s?\d`;
/** What stands behind the authors of a second reference, whoever they are. */
const ANOTHER = new RegExp(
  [
    String.raw`\(${YEAR}[a-z]?(?:,\s[^()]{1,30})?\)\.\s`,
    String.raw`\.\s${YEAR}[a-z]?\.\s`,
    String.raw`[.,]\s[“"](?=\S)`,
    `${VOLUME}.*${VOLUME}`,
  ].join('|'),
  'u',
);

/** Where the words of a line begin, or letters behind the end of a sentence. */
const BEGINNING = /(?<=[\s.)])(?=\p{L})/gu;

function byForms(line: string): string[] | undefined {
  const first = lengthOfStart(line, line.search(/\S/), '0.');
  if (first === undefined) return undefined;
  const parts: { readonly text: string; readonly rest: string }[] = [];
  let start = 0;
  let goesOn = first;
  const take = (end: number) =>
    parts.push({ text: line.slice(start, end).trim(), rest: line.slice(goesOn, end).trim() });
  for (const { index } of line.matchAll(BEGINNING)) {
    if (index < goesOn) continue;
    if (index - start > LONGEST_REFERENCE) return undefined;
    const end = lengthOfStart(line, index, line.slice(Math.max(0, index - LONGEST_END), index));
    if (end === undefined) continue;
    take(index);
    [start, goesOn] = [index, end];
  }
  take(line.length);
  const areSure = parts.every(({ text, rest }) => namesOnePaper(text) && !ANOTHER.test(rest));
  return parts.length > 1 && areSure ? parts.map(({ text }) => text) : undefined;
}

/** Where the beginning of a reference ends that starts at an offset, behind the end of another. */
function lengthOfStart(line: string, at: number, before: string): number | undefined {
  for (const [i, { ended }] of FORMS.entries()) {
    STARTS[i].lastIndex = at;
    if (ended.test(before) && STARTS[i].test(line)) return STARTS[i].lastIndex;
  }
  return undefined;
}

/** Whether a text is a reference, with all that it takes to find one paper. */
function namesOnePaper(text: string): boolean {
  if (text.length > LONGEST_REFERENCE) return false;
  const [paper, ...others] = namedPapers(text);
  const { identifier, description } = paper;
  return others.length === 0 && (identifier ?? (description?.authors && description.year)) !== undefined;
}
