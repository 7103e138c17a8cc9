import { bibFields, type BibField } from './record';
import type { ParsedEntry } from './entryParser';

const MONTHS = new Map(
  'January February March April May June July August September October November December'
    .split(' ')
    .map((month) => [month.slice(0, 3).toLowerCase(), month]),
);

/** A part of a value that is joined by `#`; offsets count from the value's start. */
interface ValuePart {
  readonly kind: 'text' | 'name';
  readonly text: string;
  readonly start: number;
}

/** The abbreviations that a source defines by `@string`, in lower case, besides the months that every BibTeX style knows. */
export class Macros {
  readonly #values = new Map<string, string>();

  /** Takes over what an `@string` defines. */
  define(text: string, parsed: Pick<ParsedEntry, 'marks'>): void {
    for (const field of bibFields({ text, marks: parsed.marks })) {
      this.#values.set(field.name.toLowerCase(), this.expand(field).text);
    }
  }

  get(name: string): string | undefined {
    const lower = name.toLowerCase();
    return this.#values.get(lower) ?? MONTHS.get(lower);
  }

  /** The LaTeX source of a value with its macros expanded, and those that are not defined; they stand for themselves. */
  expand(field: Pick<BibField, 'raw' | 'kind'>): { text: string; unknown: readonly ValuePart[] } {
    const unknown: ValuePart[] = [];
    const parts = valueParts(field.raw).map((part) => {
      if (part.kind === 'text') return part.text;
      const value = this.get(part.text);
      if (value === undefined) unknown.push(part);
      return value ?? part.text;
    });
    return { text: parts.join(''), unknown };
  }
}

/** True for a bare value that means the same with any macros: a number, or a month. */
export function isPlainBareValue(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return (first >= 48 && first <= 57) || MONTHS.has(raw.toLowerCase());
}

const BARE = /[^\s{}"#]+/y;

/** The parts of a value as written, without their delimiters. */
function valueParts(raw: string): ValuePart[] {
  const parts: ValuePart[] = [];
  for (let at = 0; at < raw.length;) {
    const first = raw[at];
    if (first === '{' || first === '"') {
      const end = delimitedEnd(raw, at);
      parts.push({ kind: 'text', text: raw.slice(at + 1, end), start: at });
      at = end + 1;
      continue;
    }
    BARE.lastIndex = at;
    const bare = BARE.exec(raw)?.[0];
    if (bare) parts.push({ kind: isDigit(bare) ? 'text' : 'name', text: bare, start: at });
    at += bare?.length ?? 1;
  }
  return parts;
}

function isDigit(text: string): boolean {
  return text >= '0' && text < ':';
}

/** Offset of the closing delimiter of a part. */
function delimitedEnd(raw: string, start: number): number {
  const quoted = raw[start] === '"';
  let depth = quoted ? 0 : 1;
  for (let i = start + 1; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 123) depth++;
    else if (code === 125) depth--;
    if (depth === 0 && code === (quoted ? 34 : 125)) return i;
  }
  return raw.length;
}
