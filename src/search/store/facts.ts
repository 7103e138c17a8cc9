import type { SearchDocument } from '../contract';
import { enlarged } from '../index/growing';
import type { Filter, HasProperty } from '../query/ast';

/** A year that stands for none. */
const NO_YEAR = -32768;

/** The properties that are facts of a paper's record; the others are facets. */
type FactProperty = Exclude<HasProperty, 'note' | 'status' | 'rating'>;

/** The bit of each property. */
const BITS: Readonly<Record<FactProperty, number>> = {
  abstract: 2,
  doi: 4,
  arxiv: 8,
  year: 16,
  author: 32,
  venue: 64,
  tag: 128,
};

/** The columns of the facts, and the texts that two of them point into. */
export interface FactColumns {
  readonly years: Int16Array;
  readonly has: Uint8Array;
  readonly types: Uint16Array;
  readonly sources: Uint16Array;
  readonly names: readonly string[];
}

/** What filters ask of papers, by document number. */
export class Facts {
  #years: Int16Array = new Int16Array(64);
  #has: Uint8Array = new Uint8Array(64);
  #types: Uint16Array = new Uint16Array(64);
  #sources: Uint16Array = new Uint16Array(64);
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #count = 0;
  /** The values that papers have, as of so many papers. */
  #values: { readonly count: number; type?: string[]; source?: string[] } | undefined;

  /** Facts over columns that were kept. */
  static of({ years, has, types, sources, names }: FactColumns): Facts {
    const facts = new Facts();
    [facts.#years, facts.#has, facts.#types, facts.#sources] = [years, has, types, sources];
    for (const name of names) facts.#name(name);
    facts.#count = years.length;
    return facts;
  }

  add(document: SearchDocument): void {
    const number = this.#count++;
    this.#grow();
    const { year } = document;
    this.#years[number] = year === undefined || Math.abs(year) > 32767 ? NO_YEAR : year;
    this.#has[number] = propertiesOf(document);
    this.#types[number] = this.#name(document.type.toLowerCase());
    this.#sources[number] = this.#name(document.source.toLowerCase());
  }

  /** The facts of these documents, in this order. */
  select(numbers: readonly number[] | Uint32Array): Facts {
    const pick = <A extends Int16Array | Uint8Array | Uint16Array>(column: A): A =>
      (column.constructor as unknown as { from(list: number[]): A }).from(Array.from(numbers, (n) => column[n]));
    return Facts.of({
      years: pick(this.#years),
      has: pick(this.#has),
      types: pick(this.#types),
      sources: pick(this.#sources),
      names: this.#names,
    });
  }

  columns(): FactColumns {
    return {
      years: this.#years.subarray(0, this.#count),
      has: this.#has.subarray(0, this.#count),
      types: this.#types.subarray(0, this.#count),
      sources: this.#sources.subarray(0, this.#count),
      names: this.#names,
    };
  }

  /** The test that a filter is; undefined for a filter on facets, and for one that needs the document's text. */
  test(filter: Filter): ((number: number) => boolean) | undefined {
    switch (filter.kind) {
      case 'year':
        return (number) => this.#years[number] !== NO_YEAR && this.#isWithin(number, filter.from, filter.to);
      case 'has': {
        if (!(filter.property in BITS)) return undefined;
        const bit = BITS[filter.property as FactProperty];
        return (number) => (this.#has[number] & bit) !== 0;
      }
      case 'type': {
        const fits = this.#names.map((name) => name.startsWith(filter.value));
        return (number) => fits[this.#types[number]];
      }
      case 'source': {
        const fits = this.#names.map((name) => name.includes(filter.value));
        return (number) => fits[this.#sources[number]];
      }
      case 'nothing':
        return () => false;
      case 'is':
      case 'cited':
      case 'times':
      case 'retracted':
      case 'status':
      case 'rating':
      case 'doi':
      case 'arxiv':
      case 'isbn':
      case 'pmid':
      case 'pmcid':
      case 'related':
        return undefined;
    }
  }

  /** All values that papers have. */
  values(kind: 'type' | 'source'): string[] {
    if (this.#values?.count !== this.#count) this.#values = { count: this.#count };
    return (this.#values[kind] ??= this.#valuesIn(kind === 'type' ? this.#types : this.#sources));
  }

  #valuesIn(column: Uint16Array): string[] {
    return [...new Set(column.subarray(0, this.#count))].map((number) => this.#names[number]);
  }

  #isWithin(number: number, from: number, to: number): boolean {
    return this.#years[number] >= from && this.#years[number] <= to;
  }

  #name(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  #grow(): void {
    if (this.#count <= this.#years.length) return;
    this.#years = enlarged(this.#years, this.#count);
    this.#has = enlarged(this.#has, this.#count);
    this.#types = enlarged(this.#types, this.#count);
    this.#sources = enlarged(this.#sources, this.#count);
  }
}

/** The properties that a paper has, as bits. */
function propertiesOf({ note, abstract, doi, arxiv, year, authors, venue, keywords }: SearchDocument): number {
  return (
    (abstract ? BITS.abstract : 0) |
    (doi ? BITS.doi : 0) |
    (arxiv ? BITS.arxiv : 0) |
    (year !== undefined ? BITS.year : 0) |
    (authors.length > 0 ? BITS.author : 0) |
    (venue ? BITS.venue : 0) |
    (keywords.length > 0 || (note && note.tags.length > 0) ? BITS.tag : 0)
  );
}
