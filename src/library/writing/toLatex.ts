import type { CslName } from '../model/csl';
import { isJoined } from '../model/particles';
import { oneLine } from './lines';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
};
/** By pandoc's rule no space stands inside the dollars and no digit behind them: `$5 and $10` is no formula. */
const FORMULA = /\$(?!\s)[^$]{1,500}(?<!\s)\$(?!\d)/g;
/** A word whose capitals a style must not change: `BERT`, `iPhone`, `ImageNet`. */
const INNER_CAPITAL = /(?<![\p{L}\p{N}\\])\p{L}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu;

/** Text as LaTeX source that reads back as the same text. Formulas stay; letters stay Unicode. Braces are always balanced. */
export function textToLatex(text: string): string {
  return outsideFormulas(oneLine(text), escapePlain);
}

/** The same for a title: words with inner capitals go into braces, so that styles keep them. */
export function titleToLatex(title: string): string {
  return outsideFormulas(oneLine(title), protectCapitals);
}

/** What CSL allows in titles, and what LaTeX has for it. */
const MARKUP = new Map([
  ['i', '\\emph{'],
  ['em', '\\emph{'],
  ['b', '\\textbf{'],
  ['strong', '\\textbf{'],
  ['sc', '\\textsc{'],
  ['sub', '\\textsubscript{'],
  ['sup', '\\textsuperscript{'],
]);
const TAG = /<(\/?)(i|em|b|strong|sc|sub|sup|span)( [^<>]{0,200})?>/gi;

/**
 * A title with CSL's markup as LaTeX source: emphasis and the like as commands, `nocase` as braces.
 * @param convert what becomes of the text between the tags
 */
export function markupToLatex(title: string, convert: (plain: string) => string = protectCapitals): string {
  const line = oneLine(title);
  const pieces: string[] = [];
  /** Indices of the pieces that opened a group, and whether it protects what is in it. */
  const open: { readonly index: number; readonly protects: boolean }[] = [];
  let protecting = 0;
  const add = (text: string) => pieces.push(outsideFormulas(text, protecting > 0 ? escapePlain : convert));
  let at = 0;
  for (const { start, end, latex } of pairedTags(line)) {
    add(line.slice(at, start));
    at = end;
    if (latex === '}') {
      const group = open.pop()!;
      if (group.protects) protecting--;
      pieces.push(closing(pieces, group));
    } else if (latex !== '') {
      const protects = latex === '{';
      if (protects) protecting++;
      open.push({ index: pieces.push(latex) - 1, protects });
    }
  }
  add(line.slice(at));
  return pieces.join('');
}

/** A group that starts with a command is one letter to BibTeX and protects nothing: it needs another pair of braces. */
function closing(
  pieces: string[],
  { index, protects }: { readonly index: number; readonly protects: boolean },
): string {
  if (!protects) return '}';
  let first = index + 1;
  while (pieces[first] === '') first++;
  if (!pieces.at(first)?.startsWith('\\')) return '}';
  pieces[index] = '{{';
  return '}}';
}

interface LatexTag {
  readonly start: number;
  readonly end: number;
  latex: string;
}

/** The tags of a title in order; one without its counterpart says nothing. */
function pairedTags(line: string): LatexTag[] {
  const tags: LatexTag[] = [];
  const open: { readonly name: string; readonly tag: LatexTag; readonly latex: string }[] = [];
  for (const {
    0: { length },
    1: slash,
    2: written,
    3: attributes = '',
    index,
  } of line.matchAll(TAG)) {
    const tag: LatexTag = { start: index, end: index + length, latex: '' };
    const name = written.toLowerCase();
    tags.push(tag);
    if (slash === '') open.push({ name, tag, latex: MARKUP.get(name) ?? spanToLatex(attributes) });
    else if (open.at(-1)?.name === name) {
      const { tag: opening, latex } = open.pop()!;
      opening.latex = latex;
      tag.latex = latex === '' ? '' : '}';
    }
  }
  return tags;
}

function spanToLatex(attributes: string): string {
  if (/\bnocase\b/i.test(attributes)) return '{';
  return /small-caps/i.test(attributes) ? '\\textsc{' : '';
}

function protectCapitals(text: string): string {
  let result = '';
  let at = 0;
  for (const word of text.matchAll(INNER_CAPITAL)) {
    result += `${escapePlain(text.slice(at, word.index))}{${word[0]}}`;
    at = word.index + word[0].length;
  }
  return result + escapePlain(text.slice(at));
}

/** The same for the title of a journal, a book or a series, whose capitals no style changes. */
export function containerToLatex(title: string): string {
  return markupToLatex(title, escapePlain);
}

function outsideFormulas(text: string, convert: (plain: string) => string): string {
  let result = '';
  let at = 0;
  for (const formula of text.matchAll(FORMULA)) {
    if (!isBalanced(formula[0]) || formula[0].includes('\\$')) continue;
    result += convert(text.slice(at, formula.index)) + formula[0];
    at = formula.index + formula[0].length;
  }
  return result + convert(text.slice(at));
}

function escapePlain(text: string): string {
  return text
    .replace(/[\\{}~^`$%&#_]/g, (character) => ESCAPES[character])
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}");
}

/** Whether every brace has its counterpart, as BibTeX counts them: whatever stands before them. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Names as a BibTeX name list. */
export function namesToLatex(names: readonly CslName[], others: boolean, biblatex = false): string {
  const all = names.map((name) => nameToLatex(name, biblatex)).filter(Boolean);
  return [...all, ...(others ? ['others'] : [])].join(' and ');
}

function nameToLatex(name: CslName, biblatex: boolean): string {
  if (name.literal !== undefined) return name.literal.trim() === '' ? '' : `{${textToLatex(name.literal)}}`;
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter((each) => each !== undefined);
  if (!name.family?.trim() && particles.length === 0) return alone(name, biblatex);
  const last = withParticle(particles, protectedPart(name.family ?? ''), biblatex);
  if (name.given === undefined && name.suffix === undefined) return /[\s,]/.test(last) ? `${last},` : last;
  return [last, name.suffix && protectedPart(name.suffix), protectedPart(name.given ?? '')]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Who has only a given name: biblatex says so, to BibTeX it is a name that is not taken apart. */
function alone({ given = '', suffix }: CslName, biblatex: boolean): string {
  if (given.trim() === '') return '';
  if (!biblatex) return `{${textToLatex([given, suffix].filter(Boolean).join(' '))}}`;
  const parts = [
    ['given', given],
    ['suffix', suffix ?? ''],
  ] as const;
  return parts.flatMap(([part, text]) => (text === '' ? [] : [`${part}={${textToLatex(text)}}`])).join(', ');
}

/**
 * A family name behind its particles. One that is joined to it (`d'`) stands apart for biblatex, which prints no space there
 * (`\DeclarePrefChars`), and for BibTeX in braces right before the name.
 */
function withParticle(particles: readonly string[], family: string, biblatex: boolean): string {
  const words = particles.join(' ').split(/\s+/).filter(Boolean);
  const joined = !biblatex && isJoined(words.at(-1) ?? '') ? `{${textToLatex(words.pop()!)}}` : '';
  return [...words.map(textToLatex), joined + family].filter(Boolean).join(' ');
}

/** A part of a name, in braces where BibTeX would take it apart: a comma, `and`, lower-case words before the last. */
function protectedPart(part: string): string {
  const latex = textToLatex(part);
  const words = part.split(/\s+/);
  const apart = /,|\s/.test(part) && (part.includes(',') || words.slice(0, -1).some((word) => /^\P{Lu}/u.test(word)));
  return apart || words.some((word) => /^(?:and|others)$/i.test(word)) ? `{${latex}}` : latex;
}
