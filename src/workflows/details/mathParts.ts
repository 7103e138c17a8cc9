/** A formula in a text, without its delimiters. */
export interface Formula {
  readonly tex: string;
  /** Whether it stands on a line of its own. */
  readonly display: boolean;
  /** As it was written, for where it cannot be drawn. */
  readonly written: string;
}

/** A piece of a text: plain text, or a formula. */
export type TextPart = string | Formula;

/** A longer formula is none: a lone dollar is more likely. */
const LONGEST = 1000;
/** So many formulas of a text are drawn; more of them stay as they are written. */
const MOST = 400;

const OPENING = /\$\$|\$|\\[^]/g;
const CLOSING: Readonly<Record<string, string | undefined>> = { $$: '$$', '\\[': '\\]', '\\(': '\\)' };
/** What can stand between single dollars by Pandoc's rule (manual, "Math"): no blank inside of them, no digit behind them. */
const INLINE = /(?![\s$])((?:\\[^]|[^$\\])+)(?<!\s)\$(?!\d)/y;
const EMPTY_LINE = /\n\s*\n/;

/**
 * A text in pieces, in its order; joined by what they were written as, they are the text. Formulas are `$…$`, `$$…$$`, `\(…\)`,
 * `\[…\]`, none of them over an empty line. A dollar behind a backslash is only a dollar.
 */
export function mathParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  let formulas = 0;
  const opening = new RegExp(OPENING);
  const closings = new Closings(text);
  for (let match = opening.exec(text); match && formulas < MOST; match = opening.exec(text)) {
    const formula = formulaAt(text, match.index, match[0], closings);
    if (formula === undefined) continue;
    formulas++;
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push(formula);
    at = opening.lastIndex = match.index + formula.written.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

function formulaAt(text: string, start: number, opening: string, closings: Closings): Formula | undefined {
  const from = start + opening.length;
  const closing = CLOSING[opening];
  const end = closing === undefined ? -1 : closings.next(closing, from);
  const tex =
    opening === '$' ? betweenDollars(text.slice(from, from + LONGEST)) : text.slice(from, Math.max(from, end));
  if (tex === undefined || tex.length > LONGEST || tex.trim() === '' || EMPTY_LINE.test(tex)) return undefined;
  const display = opening === '$$' || opening === '\\[';
  return { tex: tex.trim(), display, written: opening + tex + (closing ?? opening) };
}

/** Where the closings of formulas stand. Asked in the order of the text, it looks through it once for each. */
class Closings {
  readonly #text: string;
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place from here on; -1 where there is none. */
  next(closing: string, from: number): number {
    const known = this.#found.get(closing);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#text.indexOf(closing, from);
    this.#found.set(closing, found);
    return found;
  }
}

function betweenDollars(rest: string): string | undefined {
  INLINE.lastIndex = 0;
  return INLINE.exec(rest)?.[1];
}

/** The pieces up to about so many characters, and whether more follow. A piece of text ends with a word; a formula is never cut. */
export function firstParts(parts: readonly TextPart[], length: number): { parts: TextPart[]; more: boolean } {
  const first: TextPart[] = [];
  let left = length;
  for (const [i, part] of parts.entries()) {
    const written = typeof part === 'string' ? part : part.written;
    if (typeof part === 'string' && part.length > left) {
      const space = part.lastIndexOf(' ', left);
      first.push(part.slice(0, space > 0 ? space : left));
      return { parts: first, more: true };
    }
    first.push(part);
    left -= written.length;
    if (left <= 0) return { parts: first, more: i < parts.length - 1 };
  }
  return { parts: first, more: false };
}
