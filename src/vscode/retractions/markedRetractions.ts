import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import type { MarkedPapers, RetractionMark, RetractionMarks } from '../../workflows/retractions/retractionMarks';
import type { Log } from '../host/log';
import type { LibraryService } from '../library/libraryService';

/** Which papers of the library the last check for retractions found. Kept in the user's storage; nobody is asked here. */
export class MarkedRetractions implements vscode.Disposable {
  /** Where what is known of retractions is kept. */
  readonly folder: vscode.Uri;
  readonly #log: Log;
  readonly #library: LibraryService;
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  readonly #subscription: vscode.Disposable;
  readonly #loaded: Promise<void>;
  #marks: RetractionMarks = { asked: 0, papers: [] };
  /** None before something was kept: what finds them is loaded then. */
  #papers: MarkedPapers | undefined;
  /** The papers of the library that have a mark. */
  #marked = new Set<string>();

  /** Fires the citekeys of papers that have another mark now. */
  readonly onDidChange = this.#changed.event;

  /** @param storage the folder of the extension for the user */
  constructor(storage: vscode.Uri, library: LibraryService, log: Log) {
    this.#library = library;
    this.folder = vscode.Uri.joinPath(storage, 'retractions');
    this.#log = log;
    this.#subscription = library.onDidChange(({ added, changed }) => this.#follow([...added, ...changed]));
    this.#loaded = this.reload();
  }

  /** Resolves when what was kept has been read. */
  get loaded(): Promise<void> {
    return this.#loaded;
  }

  /** When the list was fetched by which papers were checked, in milliseconds since 1970; 0 for never. */
  get asked(): number {
    return this.#marks.asked;
  }

  /** Whether some paper of the library is known to be retracted. */
  get isAnyRetracted(): boolean {
    return [...this.#marked].some((citekey) => this.isRetracted(citekey));
  }

  /** The mark of a paper; none where it is on no list, or was not checked. */
  of(entry: Pick<Entry, 'doi' | 'pmid'>): RetractionMark | undefined {
    return this.#papers?.of(entry);
  }

  isRetracted(citekey: string): boolean {
    const entry = this.#library.shown.get(citekey);
    return entry !== undefined && this.of(entry)?.retraction !== undefined;
  }

  /** Reads what is kept, as another window may have written it. */
  async reload(): Promise<void> {
    const uri = vscode.Uri.joinPath(this.folder, 'marks.json');
    const isKept = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isKept) await (await this.#keeping()).read();
  }

  /** Shows marks, and keeps them. @returns when they are kept */
  async change(update: (marks: RetractionMarks) => RetractionMarks): Promise<void> {
    await this.reload();
    await (await this.#keeping()).write(update(this.#marks));
  }

  async #keeping() {
    const { keptMarks } = await import('./keptMarks');
    return keptMarks(vscode.Uri.joinPath(this.folder, 'marks.json'), this.#log, (marks, papers) =>
      this.#show(marks, papers),
    );
  }

  #show(marks: RetractionMarks, papers: MarkedPapers): void {
    const before = this.#marked;
    this.#marks = marks;
    this.#papers = papers;
    const entries = papers.isEmpty ? [] : this.#library.shown.entries();
    this.#marked = new Set(entries.filter((entry) => this.of(entry)).map(({ citekey }) => citekey));
    const touched = [...new Set([...before, ...this.#marked])];
    if (touched.length > 0) this.#changed.fire(touched);
  }

  /** Follows papers that are new, or have other identifiers. */
  #follow(entries: readonly Entry[]): void {
    if (this.#papers?.isEmpty ?? true) return;
    const touched = entries.filter((entry) => this.of(entry) !== undefined || this.#marked.has(entry.citekey));
    for (const entry of touched) {
      if (this.of(entry)) this.#marked.add(entry.citekey);
      else this.#marked.delete(entry.citekey);
    }
    if (touched.length > 0) this.#changed.fire(touched.map(({ citekey }) => citekey));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
