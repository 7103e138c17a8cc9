import { Cooperation } from '../../base/cooperate';
import { decode } from '../../base/decode';
import { doiOfKey } from '../../base/identifiers/doiKey';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
import type { FileContent, Unread } from '../../workspace/factKind';
import type { FactsChange } from '../../workspace/factsChange';
import { filesOfGlob, type FollowedFile, type Selection } from '../../workspace/selection';
import type { Syntax } from '../syntax';
import { SYNTAXES } from '../syntaxes';
import type { CitedPlace, NoteLink } from './citedPlace';
import { type CitingCount, IndexedFiles, type InFile } from './indexedFiles';
import { packed, type PackedFile, saysTheSame, UNREAD } from './packedFile';
import { isNotebook } from './isNotebook';
import type { readAnyFile } from './readAnyFile';
import { type IndexStore, StoredFacts } from './storedFacts';

/** Larger documents are not read, nor are larger notebooks, which can hold pictures; in bytes. */
const LARGEST = 5 * 1024 * 1024;
const LARGEST_NOTEBOOK = 20 * 1024 * 1024;

/** The files that can cite, whatever the case of their extension. */
export const CITING_FILES = `**/*.{${[...new Set(Object.values(SYNTAXES).flatMap(({ extensions }) => extensions))].flatMap(spellings).join(',')}}`;

const INDEXED_FILES = CITING_FILES.replace(/}$/, `,${spellings('ipynb').join(',')}}`);

/** How the index asks about documents. */
export interface IndexedDocuments {
  /** The syntax of a file's text; undefined where it is not to be looked into, as it is a paper list. */
  syntaxOf(uri: string, text: string): Syntax | undefined;
  /** What decides beside the text what a file says, as a text: where it is another, the file is read anew. */
  rulesFor?(uri: string): string;
  /** Awaited before files are read that were looked for, so that `rulesFor` knows of them. */
  prepare?(uris: readonly string[]): Promise<void>;
  /** The settings that both depend on. */
  readonly settings?: readonly string[];
}

/** What following documents takes, and where what they say is kept between starts, where it is. */
export interface IndexParts extends FollowingParts {
  readonly store?: IndexStore;
}

/** A paper by the names that documents may cite it by. */
export interface NamedPaper {
  readonly citekey: string;
  readonly aliases: readonly string[];
  readonly doi?: string;
}

/** What is another now. */
export interface IndexChange {
  /** The keys of which other places are known. */
  readonly keys: ReadonlySet<string>;
  /** The documents that say something else, or are gone. */
  readonly uris: ReadonlySet<string>;
}

interface CitingDocumentFile extends FollowedFile {
  readonly rules: string;
}

type Listener = (change: IndexChange) => void;

/** Who cites what: the citations of all documents of a workspace, kept up to date. Nothing is read before it is asked. */
export class CitationIndex {
  readonly #documents: IndexedDocuments;
  readonly #facts: DocumentFacts<PackedFile, CitingDocumentFile>;
  readonly #stored: StoredFacts | undefined;
  readonly #files = new IndexedFiles();
  readonly #listeners = new Set<Listener>();
  /** The cited keys that are DOIs, by DOI; made when they are asked for. */
  #dois: ReadonlyMap<string, readonly string[]> | undefined;
  #isWhole = false;

  constructor(documents: IndexedDocuments, parts: IndexParts) {
    this.#documents = documents;
    this.#stored = parts.store && new StoredFacts(parts.store);
    this.#facts = new DocumentFacts<PackedFile, CitingDocumentFile>(
      {
        select: () => this.#withRules(filesOfGlob(parts.files, INDEXED_FILES, parts)),
        read: (file, content) => this.#read(file, content),
        unread: (_, reason, before) => unread(reason, before),
        isSame: saysTheSame,
        settings: documents.settings,
        largest: ({ uri }) => (isNotebook(uri) ? LARGEST_NOTEBOOK : LARGEST),
      },
      parts,
    );
    this.#facts.onDidChange((change) => this.#take(change));
  }

  /** Whether all documents have been read. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Listens to changes of what is known; returns how to stop that. */
  onDidChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads all documents, or waits until what is being read has been. */
  async ready(): Promise<void> {
    await this.#facts.start();
  }

  /** Reads the documents anew whose rules are others now. */
  async reconsider(): Promise<void> {
    await this.#facts.look();
  }

  /** Reads these documents anew, as their rules are others now. */
  async readAnew(uris: readonly string[]): Promise<void> {
    await Promise.all(uris.map((uri) => this.#facts.take(uri)));
  }

  /** Takes in what was just typed into these documents, before anybody tells of it. */
  async takeIn(uris: readonly string[]): Promise<void> {
    await this.ready();
    await this.readAnew(uris);
  }

  /** Every place that cites one of these keys, by file and in the order of the text. */
  async placesOf(keys: readonly string[]): Promise<InFile<CitedPlace>[]> {
    await this.ready();
    const cooperation = new Cooperation();
    const places: InFile<CitedPlace>[] = [];
    for (const ofFile of this.#files.placesOf(composed(keys))) {
      for (const place of ofFile) places.push(place);
      await cooperation.yieldIfDue();
    }
    return places;
  }

  /** Every link by one of these names, and every one by the path of one of these notes, which the names are of. */
  async linksTo(names: readonly string[], notes: readonly string[]): Promise<InFile<NoteLink>[]> {
    await this.ready();
    return this.#files.linksTo(composed(names), notes);
  }

  /** Every place in a document that cites, in the order of the text. */
  async citedIn(uri: string): Promise<InFile<CitedPlace>[]> {
    await this.ready();
    return this.#files.citedIn(uri);
  }

  /** The documents that cite one of these keys with how often they do, as far as documents have been read. */
  citers(keys: readonly string[]): CitingCount[] {
    return this.#files.citers(composed(keys));
  }

  /** Whether any document cites anything, as far as documents have been read. */
  get hasCitations(): boolean {
    return this.#files.hasCitations;
  }

  /** All keys that are cited, as far as documents have been read. */
  keys(): string[] {
    return this.#files.keys();
  }

  /** The keys that a paper can be cited by: its own, and those by which documents that have been read cite its DOI. */
  keysOf(paper: NamedPaper): string[] {
    this.#dois ??= byDoi(this.keys());
    // The DOI may have to be read out of a store, which few documents make necessary.
    const doi = this.#dois.size > 0 ? paper.doi?.toLowerCase() : undefined;
    const cited = doi === undefined ? undefined : this.#dois.get(doi);
    return [paper.citekey, ...paper.aliases, ...(cited ?? [])];
  }

  /** Whether a document of a syntax defines a label that documents of it refer to as they cite. */
  isLabel(syntax: string, key: string): boolean {
    return this.#files.isLabel(syntax, key.normalize('NFC'));
  }

  /** The documents that could not be read, and may cite anything. */
  unread(): string[] {
    return this.#files.unread();
  }

  #withRules(files: Selection<FollowedFile>): Selection<CitingDocumentFile> {
    const ruled = ({ uri }: FollowedFile) => ({ uri, rules: this.#documents.rulesFor?.(uri) ?? '' });
    return {
      watched: files.watched,
      find: async (signal) => {
        const found = await files.find(signal);
        await this.#documents.prepare?.(found.map(({ uri }) => uri));
        return found.map(ruled);
      },
      match: (uri) => {
        const file = files.match(uri);
        return file && ruled(file);
      },
    };
  }

  async #read({ uri, rules }: CitingDocumentFile, content: FileContent): Promise<PackedFile | undefined> {
    const stored = await this.#stored?.of(content, rules);
    if (stored) return stored.fact;
    const text = await textOf(content);
    this.#stored?.read(content, rules);
    if (text === undefined) return undefined;
    const reader = await (fileReader ??= import('./readAnyFile'));
    const file = reader.readAnyFile(uri, text, (...document) => this.#documents.syntaxOf(...document));
    return file && packed(file, this.#facts.get(uri));
  }

  #take({ changed, gone, isWhole }: FactsChange<CitingDocumentFile>): void {
    const keys = new Set<string>();
    this.#dois = undefined;
    for (const uri of gone) this.#files.remove(uri, keys);
    for (const { uri } of changed) this.#files.put(uri, this.#facts.get(uri)!, keys);
    this.#isWhole ||= isWhole;
    if (this.#isWhole) this.#stored?.keep((uri) => this.#facts.get(uri));
    const uris = new Set([...gone, ...changed.map(({ uri }) => uri)]);
    for (const listener of this.#listeners) listener({ keys, uris });
  }

  dispose(): void {
    this.#facts.dispose();
    this.#listeners.clear();
  }
}

/** What reads files is loaded with the first of them, not on activation. */
let fileReader: Promise<{ readonly readAnyFile: typeof readAnyFile }> | undefined;

/** What stays known of a file that was not read; one that is gone says nothing. */
function unread(reason: Unread, before: PackedFile | undefined): PackedFile | undefined {
  if (reason.code === 'too-large') return UNREAD;
  if (reason.code === 'unreadable') return { ...(before ?? UNREAD), isUnread: true };
  return reason.code === 'stopped' ? before : undefined;
}

/** The text as an editor has it; undefined for what is no text. */
async function textOf(content: FileContent): Promise<string | undefined> {
  if (content.unsaved !== undefined) return content.unsaved;
  const decoded = decode(await content.bytes());
  return decoded.kind === 'text' ? decoded.text : undefined;
}

function composed(texts: readonly string[]): string[] {
  return texts.map((text) => text.normalize('NFC'));
}

function spellings(extension: string): string[] {
  return [extension, extension[0].toUpperCase() + extension.slice(1), extension.toUpperCase()];
}

/** The keys that are DOIs, by DOI. */
function byDoi(keys: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of keys) {
    const doi = doiOfKey(key);
    if (doi === undefined) continue;
    const keysOfIt = found.get(doi);
    if (keysOfIt) keysOfIt.push(key);
    else found.set(doi, [key]);
  }
  return found;
}
