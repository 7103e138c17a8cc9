import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { mapCooperatively } from '../../base/cooperate';
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
    this.#subscription = library.onDidChange(({ added, changed }) =>
      inBackground(this.#lookUp([...added, ...changed])),
    );
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
    return this.retracted().length > 0;
  }

  /** The mark of a paper; none where it is on no list, or was not checked. */
  of(entry: Pick<Entry, 'doi' | 'pmid'>): RetractionMark | undefined {
    return this.#papers?.of(entry);
  }

  /** The citekeys of the papers of the library that are known to be retracted. */
  retracted(): readonly string[] {
    return [...this.#marked].filter((citekey) => this.isRetracted(citekey));
  }

  isRetracted(citekey: string): boolean {
    if (!this.#marked.has(citekey)) return false;
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
  async change(update: (marks: RetractionMarks) => Promise<RetractionMarks>): Promise<void> {
    await this.reload();
    await (await this.#keeping()).write(await update(this.#marks));
  }

  async #keeping() {
    const { keptMarks } = await import('./keptMarks');
    return keptMarks(vscode.Uri.joinPath(this.folder, 'marks.json'), this.#log, (marks, papers) =>
      this.#show(marks, papers),
    );
  }

  async #show(marks: RetractionMarks, papers: MarkedPapers): Promise<void> {
    this.#marks = marks;
    this.#papers = papers;
    // Those that are marked already may be so for another reason now.
    const before = [...this.#marked];
    if (!papers.isEmpty) return this.#lookUp(this.#library.shown.entries(), before);
    this.#marked.clear();
    if (before.length > 0) this.#changed.fire(before);
  }

  /**
   * Finds out which papers have a mark, a few at a time: there may be 100,000 of them.
   * @param before those that others are to be told of in any case
   */
  async #lookUp(entries: readonly Entry[], before: readonly string[] = []): Promise<void> {
    if (this.#papers?.isEmpty ?? true) return;
    const touched = new Set(before);
    await mapCooperatively(entries, ({ citekey }) => {
      // The paper as it is now.
      const entry = this.#library.shown.get(citekey);
      const isMarked = entry !== undefined && this.of(entry) !== undefined;
      if (!isMarked && !this.#marked.delete(citekey)) return;
      if (isMarked) this.#marked.add(citekey);
      touched.add(citekey);
    });
    if (touched.size > 0) this.#changed.fire([...touched]);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
