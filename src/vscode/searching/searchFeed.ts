import * as vscode from 'vscode';
import { Cooperation } from '../../base/cooperate';
import type { Entry } from '../../library/model/entry';
import type { LibraryDiff } from '../../library/library';
import type { FacetChange, SearchDocument, SearchService } from '../../search/contract';
import { PaperDocument } from '../../search/paperDocument';
import { ToldNotes } from '../../workflows/toldNotes';
import type { Log } from '../host/log';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { MarkedRetractions } from '../retractions/markedRetractions';
import type { PaperCitations } from '../references/paperCitations';

/** What the search is told of, and what tells it. */
export interface FeedParts {
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly citations: PaperCitations;
  readonly retractions: MarkedRetractions;
  readonly search: SearchService;
  readonly log: Log;
}

/** Keeps the search up to date with the library, the notes and the documents that cite. */
export class SearchFeed implements vscode.Disposable {
  readonly #library: LibraryService;
  readonly #notes: NotesService;
  readonly #citations: PaperCitations;
  readonly #retractions: MarkedRetractions;
  readonly #search: SearchService;
  readonly #log: Log;
  readonly #fed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #fileNames = new Map<string, string>();
  readonly #told = new ToldNotes();
  /** What notes state, until all are read. */
  #firstFacets: FacetChange[] | undefined = [];
  #feeding: Promise<void> = Promise.resolve();
  #isWhole = false;

  /** Fires when the search has taken in changes. */
  readonly onDidFeed = this.#fed.event;

  constructor({ library, notes, citations, retractions, search, log }: FeedParts) {
    this.#library = library;
    this.#notes = notes;
    this.#citations = citations;
    this.#retractions = retractions;
    this.#search = search;
    this.#log = log;
    this.#subscriptions = [
      library.onDidChange((diff) => this.#feedLibrary(diff)),
      notes.onDidChange((citekeys) => this.#feedNotes(citekeys)),
      citations.onDidChange((citekeys) => this.#feedNotes(citekeys)),
      retractions.onDidChange((citekeys) => this.#feedNotes(citekeys)),
    ];
  }

  /** Resolves when the search has taken in all changes so far. */
  get settled(): Promise<void> {
    return this.#feeding;
  }

  /** Whether the search has taken in all papers and notes that were there at the start; before that it may find too little. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  #feedLibrary({ added, changed, removed }: LibraryDiff): void {
    const put = changed.length === 0 ? added : [...added, ...changed];
    const gone = removed.map((entry) => entry.citekey);
    // A paper that only went over to another source is removed and added under the same citekey.
    const staying = new Set(gone.length === 0 ? [] : put.map((entry) => entry.citekey));
    this.#feed(
      put,
      gone.filter((key) => !staying.has(key)),
    );
  }

  /** Feeds what is known of papers beside what the lists say of them. */
  #feedNotes(citekeys: readonly string[]): void {
    const { texts, facets } = this.#told.news(
      citekeys,
      (key) => this.#notes.noteOf(key),
      (key) => this.#notes.stateOf(key)?.status,
      (key) => this.#citations.pathsOf(key),
      (key) => this.#retractions.isRetracted(key),
    );
    if (this.#firstFacets) this.#firstFacets.push(...facets);
    else if (facets.length > 0) this.#work(() => this.#search.setFacets(facets));
    const entries = texts.map((key) => this.#library.shown.get(key)).filter((entry) => entry !== undefined);
    if (entries.length > 0) this.#feed(entries, []);
  }

  /** Says that all notes are read: what the search kept of notes that are gone is forgotten. */
  notesAreRead(): void {
    const facets = this.#firstFacets;
    this.#firstFacets = undefined;
    if (!facets) return;
    this.#work(async () => {
      try {
        await this.#search.setFacets(facets);
      } finally {
        this.#isWhole = true;
      }
    });
  }

  #feed(put: readonly Entry[], removed: readonly string[]): void {
    this.#work(async () => this.#search.update({ put: await this.#documents(put), removed }));
  }

  /** Does something with the search when all before is done. */
  #work(work: () => Promise<void>): void {
    this.#feeding = this.#feeding.then(async () => {
      try {
        await work();
        this.#fed.fire();
      } catch (error) {
        this.#log.error('Updating the search', error);
      }
    });
  }

  async #documents(entries: readonly Entry[]): Promise<SearchDocument[]> {
    const cooperation = new Cooperation();
    const documents: SearchDocument[] = [];
    for (const entry of entries) {
      const note = this.#notes.noteOf(entry.citekey);
      documents.push(new PaperDocument(entry, { id: entry.citekey, source: this.#fileName(entry.source.uri), note }));
      if (documents.length % 1024 === 0) await cooperation.yieldIfDue();
    }
    return documents;
  }

  /** The file's name out of a URI; thousands of papers share the string. */
  #fileName(uri: string): string {
    let name = this.#fileNames.get(uri);
    if (name === undefined) this.#fileNames.set(uri, (name = uri.slice(uri.lastIndexOf('/') + 1)));
    return name;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#fed.dispose();
  }
}
