import { bibFields, type BibField } from './record';
import { NO_CONTEXT, type ContextValues } from '../formats/sourceContext';
import type { BibRecord } from '../model/record';

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

/** A value with its macros expanded. */
export interface Expansion {
  readonly text: string;
  /** What nobody defines; it stands for itself. */
  readonly unknown: readonly ValuePart[];
  /** The lower-case names that the source itself does not define. */
  readonly foreign: readonly string[];
}

/**
 * The abbreviations that a source defines by `@string`, besides the months that every BibTeX style knows, and besides those
 * that other sources give: BibTeX reads all files of a bibliography as one.
 */
export class Macros {
  readonly #values = new Map<string, string>();
  readonly #given: ContextValues;
  readonly #foreign = new Set<string>();

  /** @param given what other sources define: LaTeX source by lower-case name */
  constructor(given = NO_CONTEXT) {
    this.#given = given;
  }

  /** What the source itself defines. */
  get own(): ContextValues {
    return this.#values;
  }

  /** The lower-case names that its definitions use and the source had not defined before them. */
  get foreign(): ReadonlySet<string> {
    return this.#foreign;
  }

  /** Whether the source would need another one to know what a name means. */
  isForeign(name: string): boolean {
    const lower = name.toLowerCase();
    return !this.#values.has(lower) && !MONTHS.has(lower);
  }

  /** Takes over what an `@string` defines. */
  define(text: string, parsed: Pick<BibRecord, 'marks'>): void {
    for (const field of bibFields({ text, marks: parsed.marks })) {
      const { text: value, foreign } = this.expand(field);
      this.#values.set(field.name.toLowerCase(), value);
      for (const name of foreign) this.#foreign.add(name);
    }
  }

  get(name: string): string | undefined {
    const lower = name.toLowerCase();
    return this.#values.get(lower) ?? MONTHS.get(lower) ?? this.#given.get(lower);
  }

  expand(field: Pick<BibField, 'raw' | 'kind'>): Expansion {
    const unknown: ValuePart[] = [];
    const foreign: string[] = [];
    const parts = valueParts(field.raw).map((part) => {
      if (part.kind === 'text') return part.text;
      if (this.isForeign(part.text)) foreign.push(part.text.toLowerCase());
      const value = this.get(part.text);
      if (value === undefined) unknown.push(part);
      return value ?? part.text;
    });
    return { text: parts.join(''), unknown, foreign };
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
