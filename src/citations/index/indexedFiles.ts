import { MultiMap } from '../../base/multiMap';
import type { CitedPlace, NoteLink } from './citedPlace';
import { countsOf, labelsOf, linkNamesOf, noteLinksOf, type PackedFile, placesOf } from './packedFile';
import { leadsTo } from './pathLinks';

/** Something in a document, with the document's URI. */
export type InFile<T> = T & { readonly uri: string };

/** A document with how often it cites a key. */
export interface CitingCount {
  readonly uri: string;
  readonly count: number;
}

/** The documents that say something of papers, by what they cite and link to. */
export class IndexedFiles {
  /** The files in which a key is cited, and those that link to a name. */
  readonly #citing = new MultiMap<IndexedFile>();
  readonly #linking = new MultiMap<IndexedFile>();
  readonly #files = new Map<string, IndexedFile>();
  /** How many files of a syntax define a label, by both. */
  readonly #labels = new Map<string, number>();

  /** Takes a file in, or what it says now; `touched` gets the keys of which other places are known now. */
  put(uri: string, fact: PackedFile, touched: Set<string>): void {
    this.remove(uri, touched);
    const file: IndexedFile = { uri, fact, counts: countsOf(fact) };
    this.#files.set(uri, file);
    for (const key of file.counts.keys()) this.#citing.add(key, file);
    for (const name of linkNamesOf(fact)) this.#linking.add(name, file);
    for (const label of labelsOf(fact)) this.#countLabel(labelOf(fact, label), 1);
    touch(file, touched);
  }

  /** Takes a file out, where it is there. */
  remove(uri: string, touched: Set<string>): void {
    const file = this.#files.get(uri);
    if (!file) return;
    this.#files.delete(uri);
    for (const key of file.counts.keys()) this.#citing.delete(key, file);
    for (const name of linkNamesOf(file.fact)) this.#linking.delete(name, file);
    for (const label of labelsOf(file.fact)) this.#countLabel(labelOf(file.fact, label), -1);
    touch(file, touched);
  }

  /** The documents that could not be read. */
  unread(): string[] {
    return [...this.#files.values()].filter(({ fact }) => fact.isUnread).map(({ uri }) => uri);
  }

  get hasCitations(): boolean {
    return this.#citing.keys().next().done === false;
  }

  /** All keys that are cited, in no order. */
  keys(): string[] {
    return [...this.#citing.keys()].filter((key) => this.#isCited(key));
  }

  /** The documents that cite one of these keys (in NFC), by URI, with how often they do. */
  citers(keys: readonly string[]): CitingCount[] {
    const counts = new Map<IndexedFile, number>();
    for (const key of new Set(keys)) {
      for (const file of this.#citing.get(key)) {
        if (!this.#isLabel(file, key)) counts.set(file, (counts.get(file) ?? 0) + file.counts.get(key)!);
      }
    }
    return ordered(counts.keys()).map((file) => ({ uri: file.uri, count: counts.get(file)! }));
  }

  /** Every place that cites one of these keys (in NFC), by file and in the order of the text; those of one file at a time. */
  *placesOf(keys: readonly string[]): Generator<InFile<CitedPlace>[], void> {
    const wanted = new Set(keys);
    const files = new Set(keys.flatMap((key) => this.#citing.get(key)));
    for (const file of ordered(files)) yield this.#places(file, (key) => wanted.has(key));
  }

  /** Every place in a document that cites, in the order of the text. */
  citedIn(uri: string): InFile<CitedPlace>[] {
    const file = this.#files.get(uri);
    return file ? this.#places(file, () => true) : [];
  }

  /** Every link by one of these names (in NFC), and every link by the path of one of these notes, of which they are the names. */
  linksTo(names: readonly string[], notes: readonly string[]): InFile<NoteLink>[] {
    const wanted = new Set(names);
    const leads = (path: string | undefined, uri: string) =>
      path === undefined || notes.some((note) => leadsTo(path, uri, note));
    const files = new Set(names.flatMap((name) => this.#linking.get(name)));
    return ordered(files).flatMap(({ uri, fact }) =>
      noteLinksOf(fact)
        .filter(({ name, path }) => wanted.has(name) && leads(path, uri))
        .map((link) => ({ ...link, uri })),
    );
  }

  /** Whether a document of a syntax defines a label. */
  isLabel(syntax: string, key: string): boolean {
    return this.#labels.has(labelOf({ syntax }, key));
  }

  #places(file: IndexedFile, isWanted: (key: string) => boolean): InFile<CitedPlace>[] {
    const { uri, fact } = file;
    return placesOf(fact, uri, (key) => isWanted(key) && !this.#isLabel(file, key));
  }

  #isCited(key: string): boolean {
    return this.#citing.get(key).some((file) => !this.#isLabel(file, key));
  }

  /** What refers to a label of another document of the same syntax cites nothing. */
  #isLabel({ fact }: IndexedFile, key: string): boolean {
    return this.#labels.has(labelOf(fact, key));
  }

  #countLabel(label: string, change: number): void {
    const count = (this.#labels.get(label) ?? 0) + change;
    if (count > 0) this.#labels.set(label, count);
    else this.#labels.delete(label);
  }
}

interface IndexedFile {
  readonly uri: string;
  readonly fact: PackedFile;
  /** How often each key is cited. */
  readonly counts: Map<string, number>;
}

/** The keys that a file cites, or that are labels by it. */
function touch({ fact, counts }: IndexedFile, touched: Set<string>): void {
  for (const key of counts.keys()) touched.add(key);
  for (const label of labelsOf(fact)) touched.add(label);
}

function labelOf({ syntax }: Pick<PackedFile, 'syntax'>, label: string): string {
  return `${syntax} ${label}`;
}

function ordered(files: Iterable<IndexedFile>): IndexedFile[] {
  return [...files].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
