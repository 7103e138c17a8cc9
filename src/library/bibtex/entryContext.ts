import { makeCitekey } from '../keys/citekey';
import type { ContextValues, SourceContext } from '../formats/sourceContext';
import type { BibRecord } from '../model/record';
import { samePlain } from '../model/samePaper';
import { localProblems, type LocalProblem } from './bibProblems';
import type { ParsedChunk } from './chunkCache';
import { inherit, type Heir, type MissingParent } from './inheritance';
import { Macros } from './macros';
import { projectEntry } from './projection';
import { bibFields, bibKey, lowerCase, ownFields } from './record';

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

  /** @param given what other sources define */
  constructor(chunks: readonly ParsedChunk[], given: ContextValues) {
    this.#chunks = chunks;
    this.#macros = new Macros(given);
    const strings = chunks.filter((chunk) => chunk.kind === 'string');
    for (const { text, parsed } of strings) this.#macros.define(text, parsed);
    this.#signature = [...strings.map(({ text }) => text), ...[...given].flat()].join('\n');
  }

  /** The macros that the source defines, and those that it uses and does not define; to be asked when all is resolved. */
  shared(): SourceContext | undefined {
    const wanted = new Set([...this.#macros.foreign, ...this.#chunks.flatMap(({ foreign }) => foreign ?? [])]);
    if (wanted.size + this.#macros.own.size === 0) return undefined;
    return { offered: [...this.#macros.own], wanted: [...wanted] };
  }

  /** Brings a chunk's paper and problems up to date. Does nothing where neither its text nor its context changed. */
  resolve(chunk: ParsedChunk): void {
    const { parsed } = chunk;
    if (chunk.kind !== 'entry') {
      chunk.problems ??= localProblems(parsed);
      return;
    }
    const stable = chunk.inherits === false && (!parsed.usesMacros || chunk.macros === this.#signature);
    if (stable && chunk.problems) return;
    chunk.macros = this.#signature;
    this.#project(chunk);
  }

  #project(chunk: ParsedChunk): void {
    const missing: MissingParent[] = [];
    const own = this.#expanded(chunk);
    chunk.inherits = inherits(own.fields);
    const type = lowerCase(chunk.parsed.type);
    const fields = chunk.inherits ? this.#inherit(chunk, { type, fields: own.fields }, missing) : own.fields;
    const resolved = resolvedFields(chunk, fields);
    const key = bibKey({ text: chunk.text, ...chunk.parsed });
    if (!chunk.problems || !samePlain(chunk.resolved, resolved)) {
      chunk.resolved = resolved;
      // `@xdata` only holds fields for others; nobody cites it.
      chunk.paper = type === 'xdata' ? undefined : projectEntry(key, type, fields, recordOf(chunk));
    }
    const madeKey = key === '' && chunk.paper ? makeCitekey(chunk.paper) : undefined;
    const problems = localProblems(chunk.parsed, madeKey);
    const others = [...own.unknown, ...parentProblems(chunk, missing)];
    chunk.problems = others.length > 0 ? [...problems, ...others] : problems;
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
    this.#byKey ??= new Map(
      this.#chunks
        .filter((chunk) => chunk.kind === 'entry')
        .reverse()
        .map((chunk) => [bibKey({ text: chunk.text, ...chunk.parsed }).toLowerCase(), chunk]),
    );
    return this.#byKey.get(key.toLowerCase());
  }

  #expanded(chunk: ParsedChunk): { fields: Map<string, string>; unknown: LocalProblem[] } {
    const fields = ownFields({ text: chunk.text, marks: chunk.parsed.marks });
    const unknown: LocalProblem[] = [];
    if (!chunk.parsed.usesMacros) return { fields, unknown };
    const foreign: string[] = [];
    const seen = new Set<string>();
    for (const field of bibFields({ text: chunk.text, marks: chunk.parsed.marks })) {
      const name = lowerCase(field.name);
      if (seen.has(name) || (field.kind !== 'bare' && field.kind !== 'concatenation')) continue;
      seen.add(name);
      const value = this.#macros.expand(field);
      fields.set(name, value.text);
      foreign.push(...value.foreign);
      for (const { text, start } of value.unknown) {
        const at = field.valueRange.start + start;
        unknown.push({ code: 'unknown-string', start: at, end: at + text.length, name: text });
      }
    }
    chunk.foreign = foreign;
    return { fields, unknown };
  }
}

function inherits(fields: ReadonlyMap<string, string>): boolean {
  return fields.has('crossref') || fields.has('xdata');
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
