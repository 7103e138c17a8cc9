import * as vscode from 'vscode';
import { Pause } from '../../base/pause';
import type { CitationIndex } from '../../citations/index/citationIndex';
import type { CitedPlace } from '../../citations/index/citedPlace';
import type { CitingCount, InFile } from '../../citations/index/indexedFiles';
import type { LibraryDiff } from '../../library/library';
import type { CitingFile } from '../../search/contract';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';

/** So long nothing changes, in milliseconds, before views show it: who types changes places with each letter. */
const SETTLED_MS = 200;

/** Which documents cite the papers of the library, their own notes aside. */
export class PaperCitations implements vscode.Disposable {
  readonly #index: CitationIndex;
  readonly #library: LibraryService;
  readonly #notes: NotesService;
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  readonly #settled = new vscode.EventEmitter<readonly string[]>();
  readonly #changing = new Pause<string>(SETTLED_MS, (citekeys) => this.#settled.fire(citekeys));
  readonly #stops: (() => void)[];

  /** Fires the citekeys of papers that are cited elsewhere now. */
  readonly onDidChange = this.#changed.event;
  /** The same for views, when nothing changes for a moment. */
  readonly onDidSettle = this.#settled.event;

  constructor(index: CitationIndex, library: LibraryService, notes: NotesService) {
    this.#index = index;
    this.#library = library;
    this.#notes = notes;
    const subscriptions = [
      library.onDidChange((diff) => this.#takeLibrary(diff)),
      notes.onDidChange((citekeys) => this.#tell(citekeys.filter((key) => this.isCited(key)))),
    ];
    this.#stops = [
      index.onDidChange(({ keys }) => this.#tell(keys)),
      ...subscriptions.map((subscription) => () => void subscription.dispose()),
    ];
  }

  /** The documents that cite a paper, by URI, with how often they do; none before documents have been read. */
  citersOf(citekey: string): CitingCount[] {
    const own = this.#notes.notesOf(citekey).map(({ uri }) => uri);
    return this.#index.citers(this.#keysOf(citekey)).filter(({ uri }) => !own.includes(uri));
  }

  /** The same by the paths of the documents, as users read them. */
  pathsOf(citekey: string): CitingFile[] {
    return this.citersOf(citekey).map(({ uri, count }) => {
      return { path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)), count };
    });
  }

  /** How often documents cite a paper. */
  countOf(citekey: string): number {
    return this.citersOf(citekey).reduce((sum, { count }) => sum + count, 0);
  }

  isCited(citekey: string): boolean {
    return this.citersOf(citekey).length > 0;
  }

  /** The papers that documents cite. */
  citekeys(): string[] {
    const cited = new Set(this.#index.keys().flatMap((key) => this.#citekeyOf(key) ?? []));
    return [...cited].filter((citekey) => this.isCited(citekey));
  }

  /** Whether a document cites anything. */
  get isAnyCited(): boolean {
    return this.#index.hasCitations;
  }

  /** The places in documents that cite a paper, by file and in the order of the text. */
  async placesOf(citekey: string): Promise<InFile<CitedPlace>[]> {
    const own = this.#notes.notesOf(citekey).map(({ uri }) => uri);
    return (await this.#index.placesOf(this.#keysOf(citekey))).filter(({ uri }) => !own.includes(uri));
  }

  #keysOf(citekey: string): string[] {
    const entry = this.#library.shown.get(citekey);
    return entry ? this.#index.keysOf(entry) : [citekey];
  }

  /** Papers that are new may be cited already, and others may have other names now. */
  #takeLibrary({ added, changed }: LibraryDiff): void {
    if (!this.isAnyCited) return;
    this.#tell([...added.filter(({ citekey }) => this.isCited(citekey)), ...changed].map(({ citekey }) => citekey));
  }

  #tell(keys: Iterable<string>): void {
    const papers = new Set<string>();
    for (const key of keys) {
      const citekey = this.#citekeyOf(key);
      if (citekey !== undefined) papers.add(citekey);
    }
    this.#changing.add(papers);
    if (papers.size > 0) this.#changed.fire([...papers]);
  }

  /** The citekey of the paper that a cited key means; undefined where it means none for sure. */
  #citekeyOf(key: string): string | undefined {
    const found = this.#library.shown.resolve(key);
    if (!found || 'candidates' in found) return undefined;
    return ('entry' in found ? found.entry : found.aliasOf).citekey;
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#changing.dispose();
    this.#changed.dispose();
    this.#settled.dispose();
  }
}
