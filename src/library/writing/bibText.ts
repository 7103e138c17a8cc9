import { scanChunks, type Chunk } from '../bibtex/chunks';
import { lowerCase } from '../bibtex/record';
import { Macros } from '../bibtex/macros';
import { bibFields } from '../bibtex/record';
import { entryAt, entryPlaces, type BibEntryPlace } from './bibEntryPlace';
import { parseEntry } from '../bibtex/entryParser';

/** What opens an entry, with its key. */
const HEAD = /@[ \t]*[^\s{}()@,="'#%\\]{1,60}\s{0,20}[{(]\s*([^\s,}=]*)/y;

/** An abbreviation as a .bib text defines it. */
export interface BibString {
  /** LaTeX source, expanded. */
  readonly value: string;
  /** The definition as it stands there, where it defines nothing else and needs nothing else. */
  readonly raw?: string;
}

/** A .bib text of which single entries are looked up by their keys; only those are parsed. */
export class BibText {
  readonly #text: string;
  readonly #chunks: readonly Chunk[];
  readonly #byKey = new Map<string, Chunk>();
  readonly #strings = new Map<string, BibString>();
  /** Whether an abbreviation is defined several times, so that what it means depends on the place. */
  readonly isRedefined: boolean;

  constructor(text: string) {
    this.#text = text;
    this.#chunks = scanChunks(text);
    const macros = new Macros();
    const raws = new Map<string, string>();
    for (const chunk of this.#chunks) {
      if (chunk.kind === 'string') this.#define(chunk, macros, raws);
      if (chunk.kind !== 'entry') continue;
      HEAD.lastIndex = chunk.start;
      const key = foldKey(HEAD.exec(text)?.[1] ?? '');
      if (!this.#byKey.has(key)) this.#byKey.set(key, chunk);
    }
    this.isRedefined = macros.isRedefined;
    for (const [name, value] of macros.own) this.#strings.set(name, { value, raw: raws.get(name) });
  }

  #define(chunk: Chunk, macros: Macros, raws: Map<string, string>): void {
    const text = this.#text.slice(chunk.start, chunk.end);
    const parsed = parseEntry(text, chunk.closed);
    macros.define(text, parsed);
    const fields = bibFields({ text, marks: parsed.marks });
    const isPlain = chunk.closed && fields.length === 1 && ['braces', 'quotes'].includes(fields[0].kind);
    if (isPlain) raws.set(lowerCase(fields[0].name), text);
  }

  /** The abbreviations by their names in lower case. */
  get strings(): ReadonlyMap<string, BibString> {
    return this.#strings;
  }

  has(key: string): boolean {
    return this.#byKey.has(foldKey(key));
  }

  entry(key: string): BibEntryPlace | undefined {
    const chunk = this.#byKey.get(foldKey(key));
    return chunk && entryAt(this.#text, [chunk], chunk.start);
  }

  /** All entries, parsed. */
  entries(): BibEntryPlace[] {
    return entryPlaces(this.#text, [...this.#chunks]);
  }
}

/** BibTeX takes keys that differ in case only for the same. */
function foldKey(key: string): string {
  return key.normalize('NFC').toLowerCase();
}
