import * as vscode from 'vscode';
import type { TextEdit } from '../../base/textEdit';
import { Cooperation } from '../../base/cooperate';
import { Library, type LibraryDiff, type SourceChange } from '../../library/library';
import { limitProblems } from '../../library/model/problemLimit';
import type { FormatId } from '../../library/formats/reader';
import type { SourceProblem } from '../../library/model/problem';
import type { EditRefusal } from '../../library/writing/editRefusal';
import type { SourceChange as Change } from '../../library/writing/sourceChange';
import type { Log } from '../host/log';
import { type FileEvents, FileWatch, isIn } from '../host/watch';
import type { ReadingProgress } from './readingProgress';
import type { SampleLibrary } from './sampleLibrary';
import { Settling } from './settling';
import type { SourceFinder } from './sourceFinder';
import type { SourceFile } from './sourcePattern';
import type { ReadingControl, SourceReader } from './sourceReader';
import { SourceTable } from './sourceTable';
import { Typing } from './typing';

/** How many files are read at a time. */
const AT_ONCE = 4;

/** How often sources are read again in one update because of what others define; what that defines may matter to others. */
const ROUNDS = 3;

const NOTHING: LibraryDiff = { added: [], changed: [], removed: [] };

/** What the services of a library need of each other. */
export interface LibraryParts {
  readonly finder: SourceFinder;
  readonly reader: SourceReader;
  readonly sample: SampleLibrary;
  readonly progress: ReadingProgress;
  readonly log: Log;
}

/** A source that entries can be added to. */
export interface WritableSource {
  readonly uri: vscode.Uri;
  readonly format: FormatId;
}

/**
 * The library of the workspace, kept up to date with the files, and with what is typed into them. Where the workspace
 * has no source, the sample library is shown in its place.
 */
export class LibraryService implements vscode.Disposable {
  readonly #parts: LibraryParts;
  readonly #library = new Library();
  readonly #sources = new SourceTable();
  readonly #changed = new vscode.EventEmitter<LibraryDiff>();
  readonly #settling = new Settling((uri) => void this.#reread([uri], { settled: true }));
  readonly #typing = new Typing(
    (uri) => this.isSource(uri),
    (uris) => void this.#reread(uris, { settled: false }),
  );
  /** Updates run one after another. */
  #updating: Promise<void> = Promise.resolve();
  #watch: FileWatch | undefined;
  #sampleShown = false;
  #loaded = false;
  #disposed = false;

  /** Fires once for each update, with what it did to the shown entries. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: LibraryParts) {
    this.#parts = parts;
  }

  /** What the sidebar shows: the library, or the sample library. */
  get shown(): Library {
    return this.#sampleShown ? this.#parts.sample.library : this.#library;
  }

  /** The papers of the workspace's own sources, never the sample. */
  get own(): Library {
    return this.#library;
  }

  get isSample(): boolean {
    return this.#sampleShown;
  }

  /** Whether the sources have been read for the first time. */
  get isLoaded(): boolean {
    return this.#loaded;
  }

  get hasSources(): boolean {
    return this.#sources.size > 0;
  }

  /** URIs of all sources. */
  sources(): readonly string[] {
    return this.#sources.uris();
  }

  /** What is wrong with a source, at most so much that somebody can read it. */
  problems(uri: string): readonly SourceProblem[] {
    const unread = this.#sources.problem(uri);
    const problems = this.#library.problems(uri);
    return limitProblems(unread ? [unread, ...problems] : problems);
  }

  /** The workspace folder that a source belongs to. */
  folderOf(uri: string): vscode.WorkspaceFolder | undefined {
    return this.#sources.file(uri)?.folder ?? vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  }

  /** The sources that entries can be added to, by precedence: the workspace's first. */
  writableSources(): WritableSource[] {
    return this.#library.sources().flatMap((uri) => {
      const format = this.#sources.format(uri);
      return format && format !== 'daily-papers' ? [{ uri: vscode.Uri.parse(uri), format }] : [];
    });
  }

  /** The format of a source; undefined for what is none, or is not read yet. */
  formatOf(uri: vscode.Uri): FormatId | undefined {
    return this.#sources.format(uri.toString());
  }

  /** The checked edits that make a change to a source, for its document as it is now; or why it cannot be made. */
  async planChange(document: vscode.TextDocument, change: Change): Promise<readonly TextEdit[] | EditRefusal> {
    const format = this.formatOf(document.uri);
    if (format === undefined) return { code: 'not-written' };
    return this.#parts.reader.change({ format, text: document.getText(), change });
  }

  isSource(uri: vscode.Uri): boolean {
    return this.#sources.file(uri.toString()) !== undefined;
  }

  /** Reads settings and sources anew, and watches them. Resolves when all that was found is in the library. */
  reload(): Promise<void> {
    this.#parts.finder.reconfigure();
    this.#watch?.dispose();
    const patterns = this.#parts.finder.patterns.map((pattern) => pattern.watched);
    this.#watch = new FileWatch(patterns, (events) => void this.#update(() => this.#follow(events)));
    return this.#update(() => this.#loadAll());
  }

  #update(work: () => Promise<void>): Promise<void> {
    this.#updating = this.#updating.then(async () => {
      if (this.#disposed) return;
      try {
        await work();
      } catch (error) {
        this.#parts.log.error('Reading the paper lists', error);
      }
    });
    return this.#updating;
  }

  async #loadAll(): Promise<void> {
    const found = await this.#parts.finder.find();
    const known = new Set(found.map((file) => file.uri.toString()));
    const gone = this.#sources.files().filter((file) => !known.has(file.uri.toString()));
    await this.#read(found, { settled: true, dropped: gone });
    this.#loaded = true;
  }

  /** Takes in what happened to files: new content, new sources, sources and folders that are gone. */
  async #follow({ touched, deleted }: FileEvents): Promise<void> {
    const gone = this.#sources.files().filter((file) => deleted.some((uri) => isIn(uri, file.uri)));
    const isFolder = (file: SourceFile) => !deleted.some((uri) => uri.toString() === file.uri.toString());
    // A folder that was renamed is told as gone and new; only a look at all files finds what is in the new one.
    if (gone.some(isFolder)) return this.#loadAll();
    const read = touched.map((uri) => this.#parts.finder.match(uri)).filter((file) => file !== undefined);
    await this.#read([...read, ...gone], { settled: false });
  }

  #reread(uris: readonly vscode.Uri[], { settled }: { settled: boolean }): Promise<void> {
    return this.#update(() => {
      return this.#read(this.#filesOf(uris.map(String)), { settled });
    });
  }

  /** @param settled whether a source that lost its papers is believed at once */
  async #read(
    files: readonly SourceFile[],
    { settled, dropped = [] }: { settled: boolean; dropped?: readonly SourceFile[] },
  ): Promise<void> {
    if (!settled && files.length === 0) return;
    const changes = new Map(dropped.map((file) => [file.uri.toString(), this.#drop(file)]));
    let waiting = [...files];
    await this.#parts.progress.during(async (control) => {
      const readNext = async () => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          const change = await this.#readOne(file, settled, control);
          if (change) changes.set(change.uri, change);
        }
      };
      for (let round = 0; waiting.length > 0 && round < ROUNDS; round++) {
        await Promise.all(Array.from({ length: AT_ONCE }, readNext));
        waiting = this.#filesOf(this.#parts.reader.outdated());
      }
    });
    await this.#apply([...changes.values()]);
  }

  #drop(file: SourceFile): SourceChange {
    this.#parts.reader.forget(file);
    return this.#sources.drop(file);
  }

  #filesOf(uris: readonly string[]): SourceFile[] {
    return uris.map((uri) => this.#sources.file(uri)).filter((file) => file !== undefined);
  }

  async #readOne(file: SourceFile, settled: boolean, control: ReadingControl): Promise<SourceChange | undefined> {
    const reading = await this.#parts.reader.read(file, control);
    if (!settled && this.#sources.isDoubtful(file, reading)) {
      this.#settling.wait(file.uri);
      return undefined;
    }
    this.#settling.cancel(file.uri);
    if (reading.kind === 'gone') this.#parts.reader.forget(file);
    return this.#sources.take(file, reading);
  }

  async #apply(changes: readonly SourceChange[]): Promise<void> {
    const cooperation = new Cooperation();
    const steps = this.#library.applying(changes);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await cooperation.breathe();
    const wasSample = this.#sampleShown;
    this.#sampleShown = await this.#wantsSample();
    // Whoever listens starts with a slice of time of its own.
    await cooperation.pause();
    if (this.#disposed) return;
    const { library: sample } = this.#parts.sample;
    if (wasSample === this.#sampleShown) this.#changed.fire(this.#sampleShown ? NOTHING : step.value);
    else if (wasSample) this.#changed.fire({ added: this.#library.entries(), changed: [], removed: sample.entries() });
    else this.#changed.fire({ added: sample.entries(), changed: [], removed: step.value.removed });
  }

  async #wantsSample(): Promise<boolean> {
    if (this.hasSources || !this.#parts.sample.isAllowed) return false;
    await this.#parts.sample.load();
    return true;
  }

  dispose(): void {
    this.#disposed = true;
    for (const owned of [this.#settling, this.#typing, this.#changed]) owned.dispose();
    this.#watch?.dispose();
  }
}
