import { Cooperation } from '../base/cooperate';
import { foldDiacritics } from '../base/fold';
import { familyName } from '../library/model/display';
import type { Entry } from '../library/model/entry';
import type { Note } from '../notes/note';
import { fileNameOf } from '../workspace/uri';

/** The fields of a query that have values to choose from. */
export const VALUE_FIELDS = ['author', 'tag', 'venue', 'year', 'type', 'source', 'status', 'cited'] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];

/** A value with the number of papers that have it. */
export interface CountedValue {
  readonly value: string;
  readonly papers: number;
}

type Counts = Map<string, { value: string; papers: number }>;

/** What can stand behind the fields of a query in a library: its authors, keywords, venues and so on. */
export class QueryValues {
  readonly #counts = new Map<ValueField, Counts>(VALUE_FIELDS.map((field) => [field, new Map()]));

  /** Collects the values of papers and of what their notes state, without holding the event loop. */
  static async of(
    entries: readonly Entry[],
    noteOf: (citekey: string) => Partial<Pick<Note, 'status' | 'tags'>> | undefined,
    citingFilesOf: (citekey: string) => readonly string[] = () => [],
  ): Promise<QueryValues> {
    const values = new QueryValues();
    const cooperation = new Cooperation();
    let count = 0;
    for (const entry of entries) {
      values.#add(entry, noteOf(entry.citekey));
      values.#count('cited', citingFilesOf(entry.citekey));
      if (++count % 256 === 0) await cooperation.yieldIfDue();
    }
    return values;
  }

  #add(entry: Entry, note: Partial<Pick<Note, 'status' | 'tags'>> | undefined): void {
    this.#count('author', entry.authors.map(familyName));
    this.#count('tag', [...entry.keywords, ...(note?.tags ?? [])]);
    this.#count('venue', [entry.venue ?? '']);
    this.#count('year', [entry.year?.toString() ?? '']);
    this.#count('type', [entry.type ?? '']);
    this.#count('source', [fileNameOf(entry.source.uri)]);
    this.#count('status', [note?.status ?? 'unread']);
  }

  #count(field: ValueField, values: readonly string[]): void {
    const counts = this.#counts.get(field)!;
    const folded = new Map(values.map((value) => [comparable(value), value]));
    for (const [key, value] of folded) {
      const known = counts.get(key);
      if (known) known.papers++;
      else if (key !== '') counts.set(key, { value, papers: 1 });
    }
  }

  /**
   * The values of a field in which a word begins as typed, case and accents aside: first those that begin so as a whole, then
   * those of most papers.
   */
  beginningWith(field: ValueField, typed: string, limit: number): CountedValue[] {
    const wanted = comparable(typed);
    const found: { key: string; value: CountedValue; isWhole: boolean }[] = [];
    for (const [key, value] of this.#counts.get(field)!) {
      const isWhole = key.startsWith(wanted);
      if (isWhole || hasWord(key, wanted)) found.push({ key, value, isWhole });
    }
    found.sort(
      (a, b) => Number(b.isWhole) - Number(a.isWhole) || b.value.papers - a.value.papers || (a.key < b.key ? -1 : 1),
    );
    return found.slice(0, limit).map(({ value }) => value);
  }
}

function comparable(text: string): string {
  return foldDiacritics(text).trim().toLowerCase();
}

/** Whether a word in a text, behind a blank or a hyphen, begins so. */
function hasWord(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning, 1); at > 0; at = text.indexOf(beginning, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}
