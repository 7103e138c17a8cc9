import { latexToMarkup } from '../../library/bibtex/latex';
import { markupToLatex, textToLatex } from '../../library/writing/toLatex';

/** A text with those of its characters that braces keep from a style's changes of case. */
interface Protected {
  readonly text: string;
  readonly is: readonly boolean[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const OPENING = '<span class="nocase">';
const CLOSING = '</span>';

/**
 * A title as LaTeX in which all stays in braces that stood in braces before, beside what needs them anyway: a whole title, phrases, words
 * and parts of words, such as their first letters.
 * @param before the title until now, as LaTeX
 */
export function withProtection(title: string, before: string): string {
  const old = protectedText(before);
  const phrases = runsOf(old);
  const [whole] = phrases;
  if (phrases.length === 1 && whole === old.text && /\s/.test(whole)) return `{${textToLatex(title)}}`;
  const is = new Array<boolean>(title.length).fill(false);
  for (const phrase of phrases) if (isTelling(phrase, old.text)) protectPhrase(title, phrase, is);
  protectWords(title, wordsOf(old), is);
  for (const { 0: formula, index } of title.matchAll(/\$[^$]+\$/g)) is.fill(false, index, index + formula.length);
  return markupToLatex(marked({ text: title, is }));
}

/** What a title says, and which of it is in braces. */
function protectedText(latex: string): Protected {
  let text = '';
  const is: boolean[] = [];
  const open: boolean[] = [];
  for (const [piece, slash, name] of latexToMarkup(latex).matchAll(/<(\/?)(span|i|b|sub|sup)\b[^<>]*>|[^<]+|</g)) {
    if (name === undefined) {
      text += piece;
      for (let i = 0; i < piece.length; i++) is.push(open.includes(true));
    } else if (slash === '/') open.pop();
    else open.push(piece === OPENING);
  }
  return { text, is };
}

/** The stretches in braces that are no formulas. */
function runsOf({ text, is }: Protected): string[] {
  const runs: string[] = [];
  for (let start = is.indexOf(true); start >= 0;) {
    const next = is.indexOf(false, start);
    const end = next < 0 ? text.length : next;
    runs.push(text.slice(start, end));
    start = is.indexOf(true, end);
  }
  return [...new Set(runs)].filter((run) => /[\p{L}\p{N}]/u.test(run) && !run.includes('$'));
}

/** Whether a phrase is one wherever it stands as words of its own: a single letter is only where it stood so before. */
function isTelling(phrase: string, text: string): boolean {
  return phrase.length > 1 || wholeWords(phrase, text).length > 0;
}

function protectPhrase(title: string, phrase: string, is: boolean[]): void {
  for (const at of wholeWords(phrase, title)) is.fill(true, at, at + phrase.length);
}

/** Where a phrase stands that no letter or digit goes on. */
function wholeWords(phrase: string, text: string): number[] {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'));
  return [...found].map(({ index }) => index);
}

/** The words of which something is in braces, with that. Of a phrase in lower case nothing needs them by itself. */
function wordsOf({ text, is }: Protected): ReadonlyMap<string, readonly boolean[]> {
  const words = new Map<string, readonly boolean[]>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const own = is.slice(index, index + word.length);
    if (own.includes(true) && (own.includes(false) || /\p{Lu}/u.test(word))) words.set(word, own);
  }
  return words;
}

function protectWords(title: string, words: ReadonlyMap<string, readonly boolean[]>, is: boolean[]): void {
  for (const { 0: word, index } of title.matchAll(WORD)) {
    words.get(word)?.forEach((own, i) => (is[index + i] ||= own));
  }
}

/** The text with CSL's markup around what is protected. */
function marked({ text, is }: Protected): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    if (is[i] && !is[i - 1]) result += OPENING;
    result += text[i];
    if (is[i] && !is[i + 1]) result += CLOSING;
  }
  return result;
}
