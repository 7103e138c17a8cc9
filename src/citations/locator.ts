import type { OffsetRange } from '../base/position';
import { LOCAL_LABELS, labelsOf } from './localLabels';
import type { LocatorKind } from './locatorKind';
import {
  codeAt,
  isAlphanumeric,
  isDigit,
  isSpace,
  oneOf,
  skipSpace,
  skipSpaceBack,
} from './syntaxes/shared/characters';

export type { LocatorKind };

/** The labels of each kind; the first is how we write one place, the second how we write several. */
const LABELS: Readonly<Record<LocatorKind, readonly [one: string, several: string, ...rest: string[]]>> = {
  act: ['act', 'acts'],
  appendix: ['app.', 'apps.', 'appendix', 'appendices'],
  'article-locator': ['art.', 'arts.', 'article', 'articles'],
  book: ['bk.', 'bks.', 'book', 'books'],
  canon: ['canon', 'canons', 'can.', 'cann.'],
  chapter: ['chap.', 'chaps.', 'chapter', 'chapters', 'ch.', 'chs.'],
  column: ['col.', 'cols.', 'column', 'columns'],
  equation: ['eq.', 'eqs.', 'equation', 'equations', 'eqq.'],
  figure: ['fig.', 'figs.', 'figure', 'figures'],
  folio: ['fol.', 'fols.', 'folio', 'folios'],
  issue: ['issue', 'issues'],
  line: ['l.', 'll.', 'line', 'lines'],
  note: ['n.', 'nn.', 'note', 'notes'],
  number: ['no.', 'nos.', 'number', 'numbers'],
  opus: ['op.', 'opp.', 'opus', 'opera'],
  page: ['p.', 'pp.', 'page', 'pages', 'pg.', 'pgs.'],
  paragraph: ['para.', 'paras.', 'paragraph', 'paragraphs', 'par.', 'pars.', '¶', '¶¶'],
  part: ['pt.', 'pts.', 'part', 'parts'],
  rule: ['rule', 'rules', 'r.', 'rr.'],
  scene: ['sc.', 'scs.', 'scene', 'scenes'],
  section: ['sec.', 'secs.', 'section', 'sections', 'sect.', 'sects.', '§', '§§', '\\S', '\\S\\S'],
  'sub-verbo': ['s.v.', 's.vv.', 'sub verbo', 'sub verbis'],
  table: ['tbl.', 'tbls.', 'table', 'tables', 'tab.', 'tabs.'],
  timestamp: ['timestamp', 'timestamps'],
  'title-locator': ['title', 'titles', 'tit.', 'titt.', 'tits.'],
  verse: ['v.', 'vv.', 'verse', 'verses'],
  volume: ['vol.', 'vols.', 'volume', 'volumes'],
};

/** All kinds, pages first, as a list to choose from. */
export const LOCATOR_KINDS: readonly LocatorKind[] = [
  'page',
  ...(Object.keys(LABELS) as LocatorKind[]).filter((kind) => kind !== 'page'),
];

/** Labels to read locators by, as a tree of their characters in lower case. */
export interface LocatorLabels {
  readonly next: ReadonlyMap<number, LocatorLabels>;
  /** What the label that ends here is of. */
  readonly kind: LocatorKind | undefined;
}

/** The same while it grows. */
interface Branch {
  readonly next: Map<number, Branch>;
  kind: LocatorKind | undefined;
}

/** Labels to read locators by; where several kinds have one, it is that of the first. */
export function locatorLabels(labels: Iterable<readonly [kind: LocatorKind, text: string]>): LocatorLabels {
  const root: Branch = { next: new Map(), kind: undefined };
  for (const [kind, label] of labels) {
    let branch = root;
    const text = label.trim();
    for (let i = 0; i < text.length; i++) {
      const code = lowerCode(text.charCodeAt(i));
      const next = branch.next.get(code) ?? { next: new Map(), kind: undefined };
      branch.next.set(code, next);
      branch = next;
    }
    if (branch !== root) branch.kind ??= kind;
  }
  return root;
}

function lowerCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length > 1 ? code : lower.charCodeAt(0);
}

/** The English labels, which all languages know. */
export const ENGLISH_LABELS: readonly (readonly [kind: LocatorKind, text: string])[] = LOCATOR_KINDS.flatMap((kind) =>
  LABELS[kind].map((label) => [kind, label] as const),
);
/** The labels of all languages that we know, the English ones first. Readers of a text need not know its language. */
const ALL = locatorLabels([
  ...ENGLISH_LABELS,
  ...Object.values(LOCAL_LABELS).flatMap((labels = {}) =>
    LOCATOR_KINDS.flatMap((kind) => (labels[kind] ?? '').split('|').map((label) => [kind, label] as const)),
  ),
]);

/** The parts of what follows a key, each as a range of the text. */
export interface AfterKey {
  readonly locator?: OffsetRange;
  readonly suffix?: OffsetRange;
}

/**
 * Splits what follows a key (`, pp. 33-35, and passim`) into locator and suffix, by the rules of the Pandoc manual
 * ("Citation syntax"): a locator is in braces, or has a label and numbers, or starts with a digit.
 * Braces around a locator do not belong to its range.
 */
export function splitLocator(text: string, start: number, end: number, labels = ALL): AfterKey {
  let at = skipSpace(text, start, end);
  if (text.charCodeAt(at) === COMMA && at < end) at = skipSpace(text, at + 1, end);
  if (at >= end) return NOTHING;
  if (text.charCodeAt(at) === BRACE) {
    const close = closingBrace(text, at, end);
    if (close >= 0) return { locator: trim(text, at + 1, close), suffix: suffixFrom(text, close + 1, end) };
  }
  const last = numbersEnd(text, afterLabel(text, at, end, labels), end, at);
  const numbers = last === undefined ? undefined : followingEnd(text, last, end);
  if (numbers === undefined) return { locator: undefined, suffix: trim(text, at, end) };
  return { locator: { start: at, end: numbers }, suffix: suffixFrom(text, numbers, end) };
}

// All that is given back has both fields, so that it is one kind of object.
const NOTHING: AfterKey = { locator: undefined, suffix: undefined };

/** Behind `f.`, `ff.`, `sqq.` and the like, which say that the place goes on; undefined where the number is a percentage. */
function followingEnd(text: string, at: number, end: number): number | undefined {
  if (text[at] === '%' || (text[at] === '\\' && text[at + 1] === '%')) return undefined;
  if (at >= end) return at;
  if (text[at] === '.') return /\d(f|ff|sq|sqq|n|nn)$/.test(text.slice(Math.max(0, at - 5), at)) ? at + 1 : at;
  // Most end here: a pattern would take a part of the text of its own to look at.
  let word = at;
  while (word < Math.min(at + 2, end) && (isSpace(text.charCodeAt(word)) || text.charCodeAt(word) === TIE)) word++;
  const code = codeAt(text, word);
  if (code < 128 && !startsFollowing(code)) return at;
  const more = /^[\s~]{0,2}(?:ff?|sqq?|et seqq?)(?![\p{L}\p{N}])\.?/u.exec(text.slice(at, Math.min(end, at + 12)));
  return at + (more?.[0].length ?? 0);
}

const TIE = 126; // ~
const BRACE = 123;
const BRACE_CLOSE = 125;
const COMMA = 44;
const startsFollowing = oneOf('fse');

/** A locator as CSL has it: `pp. 33-35` is `{ kind: 'page', value: '33-35' }`; without a label it is of the kind `page`. */
export function parseLocator(locator: string, labels = ALL): { readonly kind: LocatorKind; readonly value: string } {
  const label = labelAt(locator, 0, locator.length, labels);
  if (!label) return { kind: 'page', value: locator.trim() };
  return { kind: label.kind, value: locator.slice(skipGap(locator, label.end, locator.length)).trim() };
}

/** Whether a locator begins with a label. */
export function isLabelled(locator: string, labels = ALL): boolean {
  return labelAt(locator, 0, locator.length, labels) !== undefined;
}

/**
 * The locator as text, with the usual label of a language, English where we know none: `p. 3`, `pp. 33-35`, `Kap. 2`.
 * @param language such as `de-DE`
 */
export function writeLocator(kind: LocatorKind, value: string, language?: string): string {
  const several = /[-–—,&]/.test(value);
  const [one, more] = labelsOf(language)?.[kind]?.split('|') ?? LABELS[kind];
  return `${several ? more : one} ${value}`;
}

function trim(text: string, start: number, end: number): OffsetRange | undefined {
  const from = skipSpace(text, start, end);
  const to = skipSpaceBack(text, end, from);
  return from < to ? { start: from, end: to } : undefined;
}

function suffixFrom(text: string, start: number, end: number): OffsetRange | undefined {
  let at = skipSpace(text, start, end);
  if (codeAt(text, at) === COMMA && at < end) at = skipSpace(text, at + 1, end);
  return trim(text, at, end);
}

function closingBrace(text: string, open: number, end: number): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACE) depth++;
    else if (code === BRACE_CLOSE && --depth === 0) return at;
  }
  return -1;
}

/** The label at this offset, the longest that fits, or undefined. */
function labelAt(
  text: string,
  at: number,
  end: number,
  labels: LocatorLabels,
): { readonly kind: LocatorKind; readonly end: number } | undefined {
  let kind: LocatorKind | undefined;
  let stop = at;
  for (let next: LocatorLabels | undefined = labels, i = at; next && i <= end; i++) {
    if (next.kind && endsLabel(text, i, end)) {
      kind = next.kind;
      stop = i;
    }
    next = i < end ? next.next.get(lowerCode(text.charCodeAt(i))) : undefined;
  }
  return kind && { kind, end: stop };
}

/** Whether a label can end at an offset: no word goes on there. */
function endsLabel(text: string, at: number, end: number): boolean {
  return at === end || !isAlphanumeric(text.charCodeAt(at)) || !isAlphanumeric(text.charCodeAt(at - 1));
}

/** After the label and the gap behind it; `at` where there is none. */
function afterLabel(text: string, at: number, end: number, labels: LocatorLabels): number {
  const label = labelAt(text, at, end, labels);
  return label ? skipGap(text, label.end, end) : at;
}

/** Skips white space, LaTeX's and Typst's tie `~` and LaTeX's spaces of other widths: `\,`, `\ `, `\thinspace`. */
function skipGap(text: string, at: number, end: number): number {
  for (;;) {
    if (at < end && (isSpace(text.charCodeAt(at)) || text[at] === '~')) at++;
    else if (at + 1 < end && text[at] === '\\' && ',;:@ '.includes(text[at + 1])) at += 2;
    else if (text[at] === '\\' && at < end) {
      const [named] = /^\\(?:thinspace|enspace|nobreakspace)(?![A-Za-z])(?:\{\})?/.exec(text.slice(at, at + 16)) ?? [
        '',
      ];
      if (named === '' || at + named.length > end) return at;
      at += named.length;
    } else return at;
  }
}

interface LocatorNumber {
  readonly end: number;
  readonly kind: 'digits' | 'roman' | 'letter';
}

/** Where the numbers that start at `at` end, or undefined where none does. */
function numbersEnd(text: string, at: number, end: number, start: number): number | undefined {
  const first = numberAt(text, at, end);
  const labelled = at > start;
  if (!first || !(labelled || isDigit(codeAt(text, at)))) return undefined;
  if (first.kind === 'letter' && first.end > at + 1) return undefined;
  let number: LocatorNumber = first;
  for (;;) {
    const next = skipJoint(text, number.end, end);
    const more: LocatorNumber | undefined = next > number.end ? numberAt(text, next, end) : undefined;
    if (!more || (more.kind !== 'digits' && more.kind !== number.kind)) return number.end;
    if (more.kind === 'letter') return number.end;
    number = more;
  }
}

/** Skips what joins two numbers of a locator: spaces, commas, dashes, `&`. */
function skipJoint(text: string, at: number, end: number): number {
  while (at < end && (isSpace(text.charCodeAt(at)) || joins(text.charCodeAt(at)))) at++;
  return at;
}

const isJoint = oneOf('~,-&');

function joins(code: number): boolean {
  return isJoint(code) || code === 0x2013 /* – */ || code === 0x2014; /* — */
}

const isRoman = oneOf('ivxlcdmIVXLCDM');
const isInNumber = oneOf('.:()[]/');
const isBehindNumber = oneOf('.:([/');

/** One number: a word with a digit, a Roman numeral, or other letters. */
function numberAt(text: string, at: number, end: number): LocatorNumber | undefined {
  let stop = at;
  let digits = false;
  let roman = true;
  while (stop < end) {
    const code = text.charCodeAt(stop);
    if (isDigit(code)) digits = true;
    else if (isAlphanumeric(code)) roman &&= isRoman(code);
    else if (!isInNumber(code)) break;
    stop++;
  }
  while (stop > at && isBehindNumber(text.charCodeAt(stop - 1))) stop--;
  if (stop === at) return undefined;
  return { end: stop, kind: digits ? 'digits' : roman ? 'roman' : 'letter' };
}

/** Whether the text, before this suffix, is read back by `splitLocator` as a locator and nothing else. */
export function readsAsLocator(text: string, suffix?: string, between = ', '): boolean {
  const whole = suffix ? text + between + suffix : text;
  const { locator } = splitLocator(whole, 0, whole.length);
  return locator !== undefined && locator.start === 0 && locator.end === text.length;
}
