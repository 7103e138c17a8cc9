import { ExpansionBudget, LONGEST_VALUE } from '../formats/expansionBudget';
import type { OffsetRange } from '../../base/position';
import { MONTHS } from './months';
import { bibFields, type BibField } from './record';
import { NO_CONTEXT, type ContextValues } from '../formats/sourceContext';
import type { BibRecord } from '../model/record';

/** A part of a value that is joined by `#`; offsets count from the value's start. */
interface ValuePart {
  readonly kind: 'text' | 'name';
  readonly text: string;
  readonly start: number;
}

/** Where a name stands in an entry's text. */
export interface NamePlace extends OffsetRange {
  readonly name: string;
}

/** The names in a field's value that nobody defines, as they stand in the entry. */
export function placesOf({ unknown }: Expansion, { valueRange }: Pick<BibField, 'valueRange'>): NamePlace[] {
  return unknown.map(({ text, start }) => {
    const at = valueRange.start + start;
    return { name: text, start: at, end: at + text.length };
  });
}

/** A value with its macros expanded. */
export interface Expansion {
  readonly text: string;
  /** What nobody defines; it stands for itself. */
  readonly unknown: readonly ValuePart[];
  /** The lower-case names that the source itself does not define. */
  readonly foreign: readonly string[];
  /** Whether it is joined of several parts, and no part of the source. */
  readonly isJoined: boolean;
}

/** Stands for every text that is longer than a value may be, as nobody will read it: one for all, so that it costs nothing. */
const TOO_LONG = '?'.repeat(LONGEST_VALUE + 1);

/** What a name means from behind so many definitions on. */
interface Meaning {
  readonly value: string;
  readonly from: number;
}

/** The value of the last meaning that holds behind so many definitions. The first holds everywhere. */
function meaningBehind(meanings: readonly Meaning[], behind: number): string {
  let low = 0;
  for (let high = meanings.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if (meanings[middle].from <= behind) low = middle;
    else high = middle;
  }
  return meanings[low].value;
}

/**
 * The abbreviations that a source defines by `@string`, besides the months that every BibTeX style knows, and besides those
 * that other sources give: BibTeX reads all files of a bibliography as one.
 */
export class Macros {
  readonly #values = new Map<string, string>();
  /** What the names meant that are defined several times: the values, and behind how many definitions each holds. */
  readonly #former = new Map<string, Meaning[]>();
  /** Each definition of a name by itself makes another text, which stays as long as its source. */
  readonly #budget = new ExpansionBudget(0);
  #defined = 0;
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

  /** Whether a name is defined several times, so that the place of an entry matters. */
  get isRedefined(): boolean {
    return this.#former.size > 0;
  }

  /**
   * Takes over what an `@string` defines. BibTeX reads in order: it holds for what comes behind it.
   * @returns the names in it that nobody defines before it, itself among them, with their offsets in the text
   */
  define(text: string, parsed: Pick<BibRecord, 'marks'>): NamePlace[] {
    this.#defined++;
    const unknown: NamePlace[] = [];
    for (const field of bibFields({ text, marks: parsed.marks })) {
      const expansion = this.expand(field);
      const isTooMuch = expansion.isJoined && !this.#budget.take(expansion.text.length);
      this.#set(field.name.toLowerCase(), isTooMuch ? TOO_LONG : expansion.text);
      for (const name of expansion.foreign) this.#foreign.add(name);
      for (const place of placesOf(expansion, field)) unknown.push(place);
    }
    return unknown;
  }

  #set(name: string, value: string): void {
    const before = this.#values.get(name);
    this.#values.set(name, value);
    if (before === undefined || before === value) return;
    const meaning = { value, from: this.#defined };
    const former = this.#former.get(name);
    if (former) former.push(meaning);
    else this.#former.set(name, [{ value: before, from: 0 }, meaning]);
  }

  /** @param behind how many definitions stand before the place that asks; all unless told */
  get(name: string, behind = Infinity): string | undefined {
    const lower = name.toLowerCase();
    const former = this.#former.get(lower);
    const value = former ? meaningBehind(former, behind) : this.#values.get(lower);
    return value ?? MONTHS.get(lower) ?? this.#given.get(lower);
  }

  expand(field: Pick<BibField, 'raw' | 'kind'>, behind?: number): Expansion {
    const unknown: ValuePart[] = [];
    const foreign: string[] = [];
    const whole = new JoinedText();
    for (const part of valueParts(field.raw)) {
      if (part.kind === 'text') {
        whole.add(part.text);
        continue;
      }
      if (this.isForeign(part.text)) foreign.push(part.text.toLowerCase());
      const value = this.get(part.text, behind);
      if (value === undefined) unknown.push(part);
      whole.add(value ?? part.text);
    }
    return { text: whole.text, unknown, foreign, isJoined: whole.isJoined };
  }
}

/** Parts as one text, where that is no longer than a value may be. A part alone is shared, not copied. */
class JoinedText {
  text = '';
  #parts = 0;

  get isJoined(): boolean {
    return this.#parts > 1;
  }

  add(part: string): void {
    const isTooLong = this.#parts > 0 && this.text.length + part.length > LONGEST_VALUE;
    this.text = this.#parts++ === 0 ? part : isTooLong ? TOO_LONG : this.text + part;
  }
}

/** The lower-case names of abbreviations that a value uses, but for the months. */
export function macrosIn({ raw, kind }: Pick<BibField, 'raw' | 'kind'>): string[] {
  if (kind !== 'bare' && kind !== 'concatenation') return [];
  const names: string[] = [];
  for (const part of valueParts(raw)) {
    const name = part.text.toLowerCase();
    if (part.kind === 'name' && !MONTHS.has(name)) names.push(name);
  }
  return names;
}

const BARE = /[^\s{}"#]+/y;

/** The parts of a value as written, without their delimiters; one at a time, as hostile values have a million. */
function* valueParts(raw: string): Generator<ValuePart, void> {
  for (let at = 0; at < raw.length;) {
    const first = raw[at];
    if (first === '{' || first === '"') {
      const end = delimitedEnd(raw, at);
      yield { kind: 'text', text: raw.slice(at + 1, end), start: at };
      at = end + 1;
      continue;
    }
    BARE.lastIndex = at;
    const bare = BARE.exec(raw)?.[0];
    if (bare) yield { kind: isDigit(bare) ? 'text' : 'name', text: bare, start: at };
    at += bare?.length ?? 1;
  }
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
