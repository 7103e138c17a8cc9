import { type Clock, SYSTEM_CLOCK } from '../../base/clock';
import { Cooperation, inTurns } from '../../base/cooperate';
import type { TextEdit } from '../../base/textEdit';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
import type { FactsChange } from '../../workspace/factsChange';
import { ONLY_READ, type FormatId, type SourceReading } from '../formats/reader';
import { Library, type LibraryDiff, type SourceChange } from '../library';
import type { SourceProblem } from '../model/problem';
import { limitProblems } from '../model/problemLimit';
import type { EditRefusal } from '../writing/editRefusal';
import type { SourceChange as EditOfSource } from '../writing/sourceChange';
import { type SourceFact, sourceFacts, type SourceReadingParts } from './sourceFacts';
import type { SourceFile } from './sourcePattern';

const NOTHING: LibraryDiff = { added: [], changed: [], removed: [] };

/** The library that is shown where a workspace has no source. */
export interface Sample {
  readonly library: Library;
  /** Whether it may be shown now. */
  readonly isAllowed: boolean;
  /** Reads it when it is needed for the first time. */
  load(): Promise<void>;
}

/** How a source was read. */
export interface ReadSource {
  readonly uri: string;
  readonly format: FormatId;
}

export interface WorkspaceLibraryParts extends Omit<SourceReadingParts, 'files'>, FollowingParts {
  readonly sample: Sample;
}

/**
 * The library of a workspace, kept up to date with the files, and with what is typed into them. Where the workspace
 * has no source, the sample library is shown in its place.
 */
export class WorkspaceLibrary {
  readonly #parts: WorkspaceLibraryParts;
  readonly #clock: Clock;
  readonly #library = new Library();
  readonly #facts: DocumentFacts<SourceFact, SourceFile>;
  readonly #listeners = new Set<(diff: LibraryDiff) => void>();
  /** The readings that are in the library. */
  readonly #taken = new Map<string, SourceReading>();
  #sampleShown = false;
  #loaded = false;
  #disposed = false;

  constructor(parts: WorkspaceLibraryParts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? SYSTEM_CLOCK;
    this.#facts = new DocumentFacts(sourceFacts(parts), parts);
    this.#facts.onDidChange((change) => this.#take(change));
  }

  /** Listens to updates: told once for each, with what it did to the shown entries. Returns how to stop that. */
  onDidChange(listener: (diff: LibraryDiff) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is to be shown: the library, or the sample library. */
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

  /** URIs of all sources. */
  sources(): readonly string[] {
    return this.#facts.uris();
  }

  isSource(uri: string): boolean {
    return this.#facts.get(uri) !== undefined;
  }

  /** The workspace folder whose setting led to a source. */
  folderOf(uri: string): string | undefined {
    return this.#facts.file(uri)?.folder;
  }

  /** Whether a source is a copy of what another program keeps: nobody writes into it. */
  isCopy(uri: string): boolean {
    return this.#facts.file(uri)?.isCopy === true;
  }

  /** What is wrong with a source, at most so much that somebody can read it. */
  problems(uri: string): readonly SourceProblem[] {
    const unread = this.#facts.get(uri)?.problem;
    const problems = this.#library.problems(uri);
    const missingField = this.#parts.missingField(uri);
    return limitProblems(unread ? [unread, ...problems] : problems).map((problem) =>
      problem.code === 'missing-field' && missingField ? { ...problem, severity: missingField } : problem,
    );
  }

  /** The sources that entries can be added to, by precedence: the workspace's first. */
  writableSources(): ReadSource[] {
    return this.#library.sources().flatMap((uri) => {
      const format = this.formatOf(uri);
      const isWritable = format !== undefined && !ONLY_READ.has(format) && !this.isCopy(uri);
      return isWritable ? [{ uri, format }] : [];
    });
  }

  /** The format of a source; undefined for what is none, or is not read yet. */
  formatOf(uri: string): FormatId | undefined {
    return this.#facts.get(uri)?.reading?.format;
  }

  /** The checked edits that make a change to a source whose text is this, or why it cannot be made. */
  async planChange(uri: string, text: string, change: EditOfSource): Promise<readonly TextEdit[] | EditRefusal> {
    const format = this.formatOf(uri);
    return format === undefined || this.isCopy(uri)
      ? { code: 'not-written' }
      : this.#parts.client.change({ format, text, change });
  }

  /** Looks for the sources and reads them all. Resolves when all that was found is in the library. */
  reload(): Promise<void> {
    return this.#facts.reload();
  }

  async #take({ changed, gone, isWhole }: FactsChange<SourceFile>): Promise<void> {
    const changes: SourceChange[] = gone.map((uri) => this.#drop(uri));
    for (const file of changed) {
      const change = this.#changeBy(file);
      if (change) changes.push(change);
    }
    await this.#apply(changes, isWhole);
  }

  /** What the library is to change by a source's new fact. */
  #changeBy({ uri, precedence }: SourceFile): SourceChange | undefined {
    const reading = this.#facts.get(uri)?.reading;
    const before = this.#taken.get(uri);
    if (!reading) return before && this.#drop(uri);
    // It could not be read now: its papers stay as they were.
    if (reading === before) return undefined;
    this.#taken.set(uri, reading);
    return { uri, result: reading, precedence };
  }

  #drop(uri: string): SourceChange {
    this.#taken.delete(uri);
    return { uri, result: undefined };
  }

  async #apply(changes: readonly SourceChange[], isWhole: boolean): Promise<void> {
    const cooperation = new Cooperation(this.#clock);
    const diff = await inTurns(this.#library.applying(changes), cooperation);
    const wasSample = this.#sampleShown;
    this.#sampleShown = await this.#wantsSample();
    // Whoever listens starts with a slice of time of its own.
    await cooperation.pause();
    if (this.#disposed) return;
    this.#loaded ||= isWhole;
    const { library: sample } = this.#parts.sample;
    if (wasSample === this.#sampleShown) this.#tell(this.#sampleShown ? NOTHING : diff);
    else if (wasSample) this.#tell({ added: this.#library.entries(), changed: [], removed: sample.entries() });
    else this.#tell({ added: sample.entries(), changed: [], removed: diff.removed });
  }

  async #wantsSample(): Promise<boolean> {
    if (!this.#facts.isEmpty || !this.#parts.sample.isAllowed) return false;
    await this.#parts.sample.load();
    return true;
  }

  #tell(diff: LibraryDiff): void {
    for (const listener of this.#listeners) listener(diff);
  }

  dispose(): void {
    this.#disposed = true;
    this.#facts.dispose();
    this.#listeners.clear();
  }
}
