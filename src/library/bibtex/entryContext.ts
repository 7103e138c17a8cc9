import { makeCitekey } from '../keys/citekey';
import type { ContextValues, SourceContext } from '../formats/sourceContext';
import type { BibRecord } from '../model/record';
import { samePlain } from '../model/samePaper';
import { localProblems, type LocalProblem } from './bibProblems';
import { ExpansionBudget, LONGEST_VALUE } from '../formats/expansionBudget';
import { namesXdata } from './granularXdata';
import type { ParsedChunk } from './chunkCache';
import { inherit, type Heir, type MissingParent } from './inheritance';
import { Macros, type NamePlace, placesOf } from './macros';
import { splitList } from './lists';
import { projectEntry } from './projection';
import { bibFields, bibKey, isEmptyValue, lowerCase, ownFields } from './record';

/** A chain of parents longer than this is taken for endless. */
const LONGEST_CHAIN = 20;

/** What the entries of a source share: macros, and each other as parents. */
export class EntryContext {
  readonly #macros: Macros;
  readonly #signature: string;
  readonly #chunks: readonly ParsedChunk[];
  #byKey: Map<string, ParsedChunk> | undefined;
  /** Entries with what they inherit; undefined while that is being found out. */
  readonly #heirs = new Map<ParsedChunk, Heir | undefined>();
  readonly #budget: ExpansionBudget;
  /** How many `@string`s stand before each entry; only where a name is defined several times. */
  readonly #behind = new Map<ParsedChunk, number>();
  /** Of each `@string`, the names in it that nobody has defined before it. */
  readonly #unknown = new Map<ParsedChunk, readonly LocalProblem[]>();

  /** @param given what other sources define */
  constructor(chunks: readonly ParsedChunk[], given: ContextValues) {
    this.#chunks = chunks;
    this.#macros = new Macros(given);
    this.#budget = new ExpansionBudget(chunks.reduce((sum, { text }) => sum + text.length, 0));
    const strings = chunks.filter((chunk) => chunk.kind === 'string');
    for (const chunk of strings)
      this.#unknown.set(chunk, this.#macros.define(chunk.text, chunk.parsed).map(unknownString));
    if (this.#macros.isRedefined) this.#noteOrder(chunks);
    this.#signature = [...strings.map(({ text }) => text), ...[...given].flat()].join('\n');
  }

  #noteOrder(chunks: readonly ParsedChunk[]): void {
    let strings = 0;
    for (const chunk of chunks) {
      if (chunk.kind === 'string') strings++;
      else this.#behind.set(chunk, strings);
    }
  }

  /** The macros that the source defines, and those that it uses and does not define; to be asked when all is resolved. */
  shared(): SourceContext | undefined {
    const wanted = new Set([...this.#macros.foreign, ...this.#chunks.flatMap(({ foreign }) => foreign ?? [])]);
    if (wanted.size + this.#macros.own.size === 0) return undefined;
    // What is too long for a value is of no use to others.
    const offered = [...this.#macros.own].filter(([, value]) => value.length <= LONGEST_VALUE);
    return { offered, wanted: [...wanted] };
  }

  /** Brings a chunk's paper and problems up to date. Does nothing where neither its text nor its context changed. */
  resolve(chunk: ParsedChunk): void {
    const { parsed } = chunk;
    if (chunk.kind !== 'entry') {
      // What a name means changes with what stands elsewhere.
      chunk.problems = [...localProblems(parsed), ...(this.#unknown.get(chunk) ?? [])];
      return;
    }
    const signature = `${this.#signature}\n${this.#behind.get(chunk) ?? ''}`;
    const stable = chunk.inherits === false && (!parsed.usesMacros || chunk.macros === signature);
    if (stable && chunk.problems) {
      this.#budget.take(chunk.expanded ?? 0);
      return;
    }
    chunk.macros = signature;
    this.#project(chunk);
  }

  #project(chunk: ParsedChunk): void {
    const missing: MissingParent[] = [];
    const own = this.#expanded(chunk);
    chunk.inherits = inherits(own.fields);
    const type = lowerCase(chunk.parsed.type);
    const all = chunk.inherits ? this.#inherit(chunk, { type, fields: own.fields }, missing) : own.fields;
    const { fields, refused } = this.#affordable(chunk, all);
    // Its heirs get what it got, and nothing larger is kept.
    if (chunk.inherits) this.#heirs.set(chunk, { type, fields });
    const resolved = resolvedFields(chunk, fields);
    const key = bibKey({ text: chunk.text, ...chunk.parsed });
    if (!chunk.problems || !samePlain(chunk.resolved, resolved)) {
      chunk.resolved = resolved;
      // `@xdata` only holds fields for others; nobody cites it.
      chunk.paper = type === 'xdata' ? undefined : projectEntry(key, type, fields, recordOf(chunk));
    }
    const madeKey = key === '' && chunk.paper ? makeCitekey(chunk.paper) : undefined;
    const problems = localProblems(chunk.parsed, madeKey);
    const others = [...own.unknown, ...parentProblems(chunk, missing), ...refused];
    chunk.problems = others.length > 0 ? [...problems, ...others] : problems;
  }

  /** The fields without what the text's macros and parents would make too much of; that stays as it is written. */
  #affordable(
    chunk: ParsedChunk,
    all: ReadonlyMap<string, string>,
  ): { fields: ReadonlyMap<string, string>; refused: LocalProblem[] } {
    chunk.expanded = 0;
    if (!chunk.inherits && !chunk.parsed.usesMacros) return { fields: all, refused: [] };
    const plain = ownFields({ text: chunk.text, marks: chunk.parsed.marks });
    const fields = new Map<string, string>();
    const refused: string[] = [];
    for (const [name, value] of all) {
      const written = plain.get(name);
      if (written === value || this.#budget.take(name.length + value.length)) {
        if (written !== value) chunk.expanded += name.length + value.length;
        fields.set(name, value);
        continue;
      }
      refused.push(name);
      if (written !== undefined) fields.set(name, written);
    }
    return { fields, refused: refusedProblems(chunk, refused) };
  }

  #inherit(chunk: ParsedChunk, own: Heir, missing: MissingParent[]): ReadonlyMap<string, string> {
    this.#heirs.set(chunk, undefined);
    const fields = inherit(
      own,
      (key) => this.#heir(key, 1),
      (parent) => missing.push(parent),
    );
    this.#heirs.set(chunk, { type: own.type, fields });
    return fields;
  }

  /** A parent with what it inherits itself; undefined where there is none, or where it inherits from its own heir. */
  #heir(key: string, steps: number): Heir | undefined {
    const parent = this.#find(key);
    if (parent === undefined || steps > LONGEST_CHAIN) return undefined;
    if (this.#heirs.has(parent)) return this.#heirs.get(parent);
    const type = lowerCase(parent.parsed.type);
    const { fields } = this.#expanded(parent);
    this.#heirs.set(parent, undefined);
    const all = inherits(fields)
      ? inherit(
          { type, fields },
          (next) => this.#heir(next, steps + 1),
          () => {},
        )
      : fields;
    const heir = { type, fields: all };
    this.#heirs.set(parent, heir);
    return heir;
  }

  /** The first entry with a key; BibTeX does not tell upper from lower case here. */
  #find(key: string): ParsedChunk | undefined {
    this.#byKey ??= entriesByKey(this.#chunks);
    return this.#byKey.get(key.toLowerCase());
  }

  #expanded(chunk: ParsedChunk): { fields: Map<string, string>; unknown: LocalProblem[] } {
    const fields = ownFields({ text: chunk.text, marks: chunk.parsed.marks });
    const unknown: LocalProblem[] = [];
    if (!chunk.parsed.usesMacros) return { fields: withoutEmpty(fields), unknown };
    const foreign: string[] = [];
    const seen = new Set<string>();
    for (const field of bibFields({ text: chunk.text, marks: chunk.parsed.marks })) {
      const name = lowerCase(field.name);
      if (seen.has(name)) continue;
      const isMade = field.kind === 'bare' || field.kind === 'concatenation';
      // A field that says nothing leaves its place to another of its name.
      if (!isMade && isEmptyValue(field.raw.replace(/^"|"$/g, ''))) continue;
      seen.add(name);
      if (!isMade) continue;
      const value = this.#macros.expand(field, this.#behind.get(chunk));
      fields.set(name, value.text);
      // One by one: there may be more than a call takes.
      for (const name of value.foreign) foreign.push(name);
      for (const place of placesOf(value, field)) unknown.push(unknownString(place));
    }
    chunk.foreign = foreign;
    return { fields: withoutEmpty(fields), unknown };
  }
}

function unknownString(place: NamePlace): LocalProblem {
  return { code: 'unknown-string', ...place };
}

function inherits(fields: ReadonlyMap<string, string>): boolean {
  if (fields.has('crossref') || fields.has('xdata')) return true;
  for (const value of fields.values()) if (namesXdata(value) && /\bxdata\s*=/i.test(value)) return true;
  return false;
}

/** The entries by their keys and further names in lower case; the first of a key counts, and a key before a further name. */
function entriesByKey(chunks: readonly ParsedChunk[]): Map<string, ParsedChunk> {
  const byKey = new Map<string, ParsedChunk>();
  const entries = chunks.filter((chunk) => chunk.kind === 'entry');
  const add = (key: string, chunk: ParsedChunk): void => {
    const lower = key.toLowerCase();
    if (!byKey.has(lower)) byKey.set(lower, chunk);
  };
  for (const chunk of entries) add(bibKey({ text: chunk.text, ...chunk.parsed }), chunk);
  for (const chunk of entries) {
    const ids = /\bids\b/i.test(chunk.text)
      ? ownFields({ text: chunk.text, marks: chunk.parsed.marks }).get('ids')
      : undefined;
    for (const key of splitList(ids ?? '')) add(key, chunk);
  }
  return byKey;
}

/** The fields that say something. */
function withoutEmpty(fields: Map<string, string>): Map<string, string> {
  for (const [name, value] of fields) if (isEmptyValue(value)) fields.delete(name);
  return fields;
}

/** One problem for all fields that would have grown too large. */
function refusedProblems(chunk: ParsedChunk, names: readonly string[]): LocalProblem[] {
  if (names.length === 0) return [];
  const own = bibFields({ text: chunk.text, marks: chunk.parsed.marks }).find(({ name }) =>
    names.includes(lowerCase(name)),
  );
  const { keyStart: start, keyEnd: end } = chunk.parsed;
  return [{ code: 'too-much-text', ...(own?.nameRange ?? { start, end }), name: names[0] }];
}

/** The fields whose value the entry's text alone does not tell. */
function resolvedFields(chunk: ParsedChunk, fields: ReadonlyMap<string, string>): Record<string, string> | undefined {
  if (!chunk.inherits && !chunk.parsed.usesMacros) return undefined;
  const plain = ownFields({ text: chunk.text, marks: chunk.parsed.marks });
  const resolved: Record<string, string> = {};
  let any = false;
  for (const [name, value] of fields) {
    if (plain.get(name) === value || name === '__proto__') continue;
    resolved[name] = value;
    any = true;
  }
  return any ? resolved : undefined;
}

function recordOf({ text, parsed, resolved, closed }: ParsedChunk): BibRecord {
  const { type, keyStart, keyEnd, marks } = parsed;
  return { format: 'bibtex', text, type, keyStart, keyEnd, marks, open: closed ? undefined : true, resolved };
}

function parentProblems(chunk: ParsedChunk, missing: readonly MissingParent[]): LocalProblem[] {
  if (missing.length === 0) return [];
  const fields = bibFields({ text: chunk.text, marks: chunk.parsed.marks });
  return missing.flatMap(({ field, key }) => {
    const range = fields.find(({ name }) => lowerCase(name) === field)?.valueRange;
    return range ? [{ code: 'undefined-crossref' as const, ...range, name: key }] : [];
  });
}
