import { inBackground } from '../../base/inBackground';
import type { Decompress } from '../../base/compression';
import { type Clock, SYSTEM_CLOCK } from '../../base/clock';
import { Cooperation } from '../../base/cooperate';
import { editBetween, type TextEdit } from '../../base/textEdit';
import { type WorkerCalls, WorkerDied, type WorkerPort } from '../../base/workerCalls';
import { PackReader } from '../packed/packReader';
import type { PackedPaper } from '../packed/packedPaper';
import type { SourceReading } from '../formats/reader';
import { ReadingEnded } from './readingLine';
import { DiedOfReading, ReadingThread } from './readingThread';
import { NEW } from './delta';
import type { EditRefusal } from '../writing/editRefusal';
import { FreshPapers } from './freshPapers';
import { SharedContexts } from './sharedContexts';
import type { ChangeRequest, ReadingCalls, ReadReply, ReadRequest } from './protocol';

/** Papers that are taken in between two looks at the clock. */
const STEP = 256;

const MANY_PAPERS = 25_000;
/** How long nothing is read before the thread ends, in milliseconds. */
const IDLE_MS = 1000;
/** The same where somebody edits a source: the next edit would wait for all of it to be parsed anew. */
const IDLE_AFTER_EDIT_MS = 10 * 60_000;

/**
 * Sources from this size on are read by a thread of their own, so that no small one waits for them: bytes, or characters of a
 * text. A smaller one takes tenths of a second, of CSL-YAML a second or two.
 */
export const LARGE_SOURCE = 256 * 1024;
/** A thread is not started more often for one reading, whoever is to blame that it died. */
const MOST_STARTS = 8;
/** How long is waited before the third start for a reading, in milliseconds; twice as long before each later one. */
const FIRST_WAIT = 100;

/** A source to be read. */
export type SourceRequest = Omit<ReadRequest, 'content' | 'cacheFile' | 'known' | 'given'> & {
  readonly content: Exclude<ReadRequest['content'], TextEdit>;
};

export interface ReadOptions {
  /** Path of the cache file of the source, if it has one; `save` is to be called for it after the reading. */
  readonly cacheFile?: string;
  /** Told how many of all papers have arrived. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Bytes of a source that the thread reads itself. */
  readonly size?: number;
  /** Ends the reading: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads sources in other threads without holding this one: small ones in one, large ones in another, which is started when there
 * is one. A thread that died is replaced, and the reading done again.
 */
export class ReadingClient {
  readonly #small: ReadingThread;
  readonly #large: ReadingThread;
  /** Which of them read a source last. */
  readonly #threads = new Map<string, ReadingThread>();
  readonly #manyPapers: number;
  readonly #reader: PackReader;
  readonly #contexts = new SharedContexts();
  readonly #known = new Map<string, readonly PackedPaper[]>();
  /** The readings under way, by source; those of one source run one after the other. */
  readonly #turns = new Map<string, Promise<unknown>>();
  /** The texts that were sent last, each with where to: of the next one only what changed is sent. */
  readonly #sent = new Map<string, { readonly worker: WorkerCalls<ReadingCalls>; readonly text: string }>();
  /** The sources whose readings are still to be saved. */
  readonly #unsaved = new Set<string>();
  /** Whether a source was read again since the threads started. */
  #isEdited = false;
  #idle: ReturnType<typeof setTimeout> | undefined;
  readonly #clock: Clock;
  #isDisposed = false;

  /**
   * @param start starts a worker thread that runs `worker.ts`
   * @param decompress undoes what the worker's `compress` does
   * @param manyPapers the threads' copy of so many papers is not worth its memory once nothing is read for a while
   */
  constructor(start: () => WorkerPort, decompress: Decompress, manyPapers = MANY_PAPERS, clock = SYSTEM_CLOCK) {
    this.#manyPapers = manyPapers;
    this.#clock = clock;
    this.#small = new ReadingThread(start, clock);
    this.#large = new ReadingThread(start, clock);
    this.#reader = new PackReader(decompress);
  }

  /**
   * Reads a source. What neither changed nor moved since its last reading stays the same paper. Rejects with `ReadingEnded`
   * where a reading makes no progress, where the thread breaks of it twice, and where others end its threads again and again; the
   * others are read nevertheless.
   */
  read(request: SourceRequest, options: ReadOptions = {}): Promise<SourceReading> {
    const turn = (this.#turns.get(request.uri) ?? Promise.resolve())
      .catch(() => {})
      .then(() => this.#retried(request, options));
    this.#turns.set(request.uri, turn);
    const done = () => this.#finish(request.uri, turn);
    turn.then(done, done);
    return turn;
  }

  #finish(uri: string, turn: Promise<unknown>): void {
    if (this.#turns.get(uri) === turn) this.#turns.delete(uri);
    this.#rest();
  }

  /** Where nothing more is to be done, has the threads end in a while. */
  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#turns.size > 0 || this.#unsaved.size > 0) return;
    const papers = [...this.#known.values()].reduce((sum, known) => sum + known.length, 0);
    const rest = this.#isEdited ? IDLE_AFTER_EDIT_MS : IDLE_MS;
    if (papers > this.#manyPapers) this.#idle = setTimeout(() => this.#end(), rest);
  }

  #end(): void {
    this.#isEdited = false;
    this.#unsaved.clear();
    this.#sent.clear();
    this.#endThreads();
  }

  #endThreads(): void {
    this.#small.end();
    this.#large.end();
  }

  /** The sources to be read again because other sources offer other things now. */
  outdated(): string[] {
    return this.#contexts.outdated();
  }

  /** Writes the last reading of a source to its cache file, where there is something new to keep. */
  async save(uri: string, cacheFile: string): Promise<void> {
    try {
      await this.#threads.get(uri)?.running?.call('save', { uri, cacheFile });
    } finally {
      this.#unsaved.delete(uri);
      this.#rest();
    }
  }

  /** The checked edits for a change to a source, or why it cannot be made; both cost as much as reading the source. */
  async change(request: ChangeRequest): Promise<readonly TextEdit[] | EditRefusal> {
    const thread = this.#threadFor(request.text.length);
    try {
      return await thread.calls.call('change', request);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      return thread.calls.call('change', request);
    }
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    this.#sent.delete(uri);
    this.#unsaved.delete(uri);
    this.#contexts.forget(uri);
    this.#freeIn(this.#threads.get(uri), uri);
    this.#threads.delete(uri);
  }

  /** Has a thread forget a source, where it runs. */
  #freeIn(thread: ReadingThread | undefined, uri: string): void {
    inBackground(thread?.running?.call('forget', { uri }).catch(() => {}));
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#idle);
    this.#endThreads();
  }

  async #retried(request: SourceRequest, options: ReadOptions): Promise<SourceReading> {
    let deaths = 0;
    for (let start = 1; ; start++) {
      try {
        return await this.#read(request, options);
      } catch (error) {
        if (!(error instanceof WorkerDied) || this.#isDisposed) throw error;
        if (error instanceof DiedOfReading && ++deaths === 2) throw new ReadingEnded('too-demanding');
        if (start === MOST_STARTS) throw new ReadingEnded('stopped');
        if (start > 1) await this.#pause(FIRST_WAIT * 2 ** (start - 2));
        if (this.#isDisposed) throw error;
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(milliseconds, resolve));
  }

  async #read(request: SourceRequest, options: ReadOptions): Promise<SourceReading> {
    const { uri } = request;
    const thread = this.#threadOf(uri, sizeOf(request, options));
    const worker = thread.calls;
    options.signal?.throwIfAborted();
    const before = this.#known.get(uri) ?? [];
    const known = Float64Array.from(before, (paper) => paper.contentHash);
    const given = this.#contexts.given(uri);
    const content = this.#toSend(worker, request);
    const reply = await thread.read({ ...request, content, cacheFile: options.cacheFile, known, given });
    const papers = await this.#papers(worker, uri, before, reply, options);
    this.#known.set(uri, papers);
    this.#isEdited ||= before.length > 0;
    this.#contexts.take(uri, reply.reading, given);
    if (options.cacheFile !== undefined) this.#unsaved.add(uri);
    return { ...reply.reading, papers };
  }

  #threadFor(size: number): ReadingThread {
    return size < LARGE_SOURCE ? this.#small : this.#large;
  }

  /** The thread that is to read a source now. */
  #threadOf(uri: string, size: number): ReadingThread {
    const thread = this.#threadFor(size);
    const before = this.#threads.get(uri);
    if (before !== thread) this.#freeIn(before, uri);
    this.#threads.set(uri, thread);
    return thread;
  }

  #toSend(worker: WorkerCalls<ReadingCalls>, { uri, content }: SourceRequest): ReadRequest['content'] {
    const sent = this.#sent.get(uri);
    this.#sent.delete(uri);
    if (typeof content !== 'string') return content;
    this.#sent.set(uri, { worker, text: content });
    return sent?.worker === worker ? editBetween(sent.text, content) : content;
  }

  async #papers(
    worker: WorkerCalls<ReadingCalls>,
    uri: string,
    before: readonly PackedPaper[],
    { former, places }: ReadReply,
    { onProgress, signal }: ReadOptions,
  ): Promise<PackedPaper[]> {
    const cooperation = new Cooperation(this.#clock);
    const papers: PackedPaper[] = [];
    const fresh = new FreshPapers(this.#reader, (from) => worker.call('packs', { uri, from }));
    for (let at = 0; at < former.length; at++) {
      const index = former[at];
      if (index === NEW) {
        if (fresh.isEmpty) {
          await fresh.fetch();
          signal?.throwIfAborted();
          onProgress?.(at, former.length);
        }
        papers.push(fresh.take(places, at));
      } else papers.push(before[index].movedTo(places, at));
      if (at % STEP === 0) await cooperation.yieldIfDue();
    }
    return papers;
  }
}

/** Bytes of a source, or characters of its text. */
function sizeOf({ content }: SourceRequest, { size }: ReadOptions): number {
  return typeof content === 'object' && 'path' in content ? (size ?? 0) : content.length;
}
