import { decode } from '../../base/decode';
import { MultiMap } from '../../base/multiMap';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
import type { FactsChange } from '../../workspace/factsChange';
import type { FileContent } from '../../workspace/factKind';
import { filesOfGlob, type FollowedFile } from '../../workspace/selection';
import { fileNameOf } from '../../workspace/uri';
import type { Syntax } from '../syntax';
import { SYNTAXES } from '../syntaxes';
import type { CitedPlace, CitingFile, WikiLink } from './citedPlace';
import { readCitingFile } from './readCitingFile';

/** Larger documents are not read, in bytes. */
const LARGEST = 5 * 1024 * 1024;

/** The files that can cite, whatever the case of their extension. */
const GLOB = `**/*.{${[...new Set(Object.values(SYNTAXES).flatMap(({ extensions }) => extensions))].flatMap(spellings).join(',')}}`;

/** How the index asks about documents. */
export interface IndexedDocuments {
  /** The syntax of a file's text; undefined where it is not to be looked into, as it is a paper list. */
  syntaxOf(uri: string, text: string): Syntax | undefined;
  /** The settings that `syntaxOf` depends on. */
  readonly settings?: readonly string[];
}

/** Something in a document, with the document's URI. */
export type InFile<T> = T & { readonly uri: string };

/** Who cites what: the citations of all documents of a workspace, kept up to date. Nothing is read before it is asked. */
export class CitationIndex {
  readonly #facts: DocumentFacts<CitingFile>;
  /** The files in which a key is cited, and those that link to a name. */
  readonly #citing = new MultiMap<IndexedFile>();
  readonly #linking = new MultiMap<IndexedFile>();
  readonly #files = new Map<string, IndexedFile>();
  /** How many files of a syntax define a label, by both. */
  readonly #labels = new Map<string, number>();

  constructor(documents: IndexedDocuments, parts: FollowingParts) {
    this.#facts = new DocumentFacts<CitingFile>(
      {
        select: () => filesOfGlob(parts.files, GLOB, parts),
        read: async ({ uri }, content) => {
          const text = await textOf(content);
          const syntax = text === undefined ? undefined : documents.syntaxOf(uri, text);
          return syntax && readCitingFile(text!, syntax, fileNameOf(uri));
        },
        isSame: (before, now) => JSON.stringify(before) === JSON.stringify(now),
        settings: documents.settings,
        largest: LARGEST,
      },
      parts,
    );
    this.#facts.onDidChange((change) => this.#take(change));
  }

  /** Reads all documents, or waits until what is being read has been. */
  async ready(): Promise<void> {
    await this.#facts.start();
  }

  /** Takes in what was just typed into these documents, before anybody tells of it. */
  async takeIn(uris: readonly string[]): Promise<void> {
    await this.ready();
    await Promise.all(uris.map((uri) => this.#facts.take(uri)));
  }

  /** Every place that cites one of these keys, by file and in the order of the text. */
  async placesOf(keys: readonly string[]): Promise<InFile<CitedPlace>[]> {
    await this.ready();
    const wanted = new Set(keys.map((key) => key.normalize('NFC')));
    const files = new Set([...wanted].flatMap((key) => this.#citing.get(key)));
    return ordered(files).flatMap((file) => this.#citedIn(file).filter(({ key }) => wanted.has(key)));
  }

  /** Every link to a note of one of these names. */
  async linksTo(names: readonly string[]): Promise<InFile<WikiLink>[]> {
    await this.ready();
    const wanted = new Set(names.map((name) => name.normalize('NFC')));
    const files = new Set([...wanted].flatMap((name) => this.#linking.get(name)));
    return ordered(files).flatMap(({ uri, fact }) =>
      fact.wikiLinks.filter(({ name }) => wanted.has(name)).map((link) => ({ ...link, uri })),
    );
  }

  /** Every place in a document that cites, in the order of the text. */
  async citedIn(uri: string): Promise<InFile<CitedPlace>[]> {
    await this.ready();
    const file = this.#files.get(uri);
    return file ? this.#citedIn(file) : [];
  }

  /** What refers to a label of another document of the same syntax cites nothing. */
  #citedIn({ uri, fact }: IndexedFile): InFile<CitedPlace>[] {
    return fact.places.filter(({ key }) => !this.#labels.has(labelOf(fact, key))).map((place) => ({ ...place, uri }));
  }

  #take({ changed, gone }: FactsChange<FollowedFile>): void {
    for (const uri of gone) this.#remove(uri);
    for (const { uri } of changed) {
      this.#remove(uri);
      this.#add({ uri, fact: this.#facts.get(uri)! });
    }
  }

  #add(file: IndexedFile): void {
    this.#files.set(file.uri, file);
    for (const { key } of file.fact.places) this.#citing.add(key, file);
    for (const { name } of file.fact.wikiLinks) this.#linking.add(name, file);
    for (const label of file.fact.labels) this.#count(labelOf(file.fact, label), 1);
  }

  #remove(uri: string): void {
    const file = this.#files.get(uri);
    if (!file) return;
    this.#files.delete(uri);
    for (const { key } of file.fact.places) this.#citing.delete(key, file);
    for (const { name } of file.fact.wikiLinks) this.#linking.delete(name, file);
    for (const label of file.fact.labels) this.#count(labelOf(file.fact, label), -1);
  }

  #count(label: string, change: number): void {
    const count = (this.#labels.get(label) ?? 0) + change;
    if (count > 0) this.#labels.set(label, count);
    else this.#labels.delete(label);
  }

  dispose(): void {
    this.#facts.dispose();
  }
}

interface IndexedFile {
  readonly uri: string;
  readonly fact: CitingFile;
}

function labelOf({ syntax }: CitingFile, label: string): string {
  return `${syntax} ${label}`;
}

function ordered(files: ReadonlySet<IndexedFile>): IndexedFile[] {
  return [...files].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** The text as an editor has it; undefined for what is no text. */
async function textOf(content: FileContent): Promise<string | undefined> {
  if (content.unsaved !== undefined) return content.unsaved;
  const decoded = decode(await content.bytes());
  return decoded.kind === 'text' ? decoded.text : undefined;
}

function spellings(extension: string): string[] {
  return [extension, extension[0].toUpperCase() + extension.slice(1), extension.toUpperCase()];
}
