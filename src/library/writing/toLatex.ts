import type { CslName } from '../model/csl';

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
const FORMULA = /\$[^$]{1,500}\$/g;
/** A word whose capitals a style must not change: `BERT`, `iPhone`, `ImageNet`. */
const INNER_CAPITAL = /(?<![\p{L}\p{N}\\])\p{L}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu;

/** Text as LaTeX source that reads back as the same text. Formulas stay; letters stay Unicode. Braces are always balanced. */
export function textToLatex(text: string): string {
  return outsideFormulas(text, escapePlain);
}

/** The same for a title: words with inner capitals go into braces, so that styles keep them. */
export function titleToLatex(title: string): string {
  return outsideFormulas(title, (part) =>
    part
      .split(INNER_CAPITAL)
      .map(escapePlain)
      .reduce((joined, rest, i) => `${joined}{${(part.match(INNER_CAPITAL) ?? [])[i - 1]}}${rest}`),
  );
}

function outsideFormulas(text: string, convert: (plain: string) => string): string {
  let result = '';
  let at = 0;
  for (const formula of text.matchAll(FORMULA)) {
    if (!isBalanced(formula[0])) continue;
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

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
  }
  return depth === 0 && !text.includes('\\$');
}

/** Names as a BibTeX name list. */
export function namesToLatex(names: readonly CslName[], others: boolean): string {
  return [...names.map(nameToLatex), ...(others ? ['others'] : [])].join(' and ');
}

function nameToLatex(name: CslName): string {
  if (name.literal !== undefined) return `{${textToLatex(name.literal)}}`;
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  const last = [particle && textToLatex(particle), protectedPart(name.family ?? '')].filter(Boolean).join(' ');
  if (name.given === undefined && name.suffix === undefined) {
    return /[\s,]/.test(last) && !last.startsWith('{') ? `${last},` : last;
  }
  return [last, name.suffix && protectedPart(name.suffix), protectedPart(name.given ?? '')]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** A part of a name, in braces where BibTeX would take it apart: a comma, `and`, lower-case words before the last. */
function protectedPart(part: string): string {
  const latex = textToLatex(part);
  const words = part.split(/\s+/);
  const apart = /,|\s/.test(part) && (part.includes(',') || words.slice(0, -1).some((word) => /^\P{Lu}/u.test(word)));
  return apart || words.some((word) => /^(?:and|others)$/i.test(word)) ? `{${latex}}` : latex;
}
