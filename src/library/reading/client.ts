import type { Decompress } from '../../base/compression';
import { type Clock, SYSTEM_CLOCK } from '../../base/clock';
import { Cooperation } from '../../base/cooperate';
import { editBetween, type TextEdit } from '../../base/textEdit';
import { WorkerCalls, WorkerDied, type WorkerPort } from '../../base/workerCalls';
import { PackReader } from '../packed/packReader';
import type { PackedPaper } from '../packed/packedPaper';
import type { SourceReading } from '../formats/reader';
import { ReadingEnded, ReadingLine } from './readingLine';
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

/** How long the thread may take for a source of a megabyte, and for every further one, in milliseconds. */
const LIMIT_MS = 30_000;
const LIMIT_MS_PER_MB = 3_000;
/** A thread is not started more often for one reading, whoever is to blame that it died. */
const MOST_STARTS = 8;

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

/** Reads sources in another thread without holding this one. A thread that died is replaced, and the reading done again. */
export class ReadingClient {
  readonly #start: () => WorkerPort;
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
  /** Whether a source was read again since the thread started. */
  #isEdited = false;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #calls: WorkerCalls<ReadingCalls> | undefined;
  /** The readings that the thread was asked for. */
  #line: ReadingLine | undefined;
  readonly #clock: Clock;
  #isDisposed = false;

  /**
   * @param start starts a worker thread that runs `worker.ts`
   * @param decompress undoes what the worker's `compress` does
   * @param manyPapers the thread's copy of so many papers is not worth its memory once nothing is read for a while
   */
  constructor(start: () => WorkerPort, decompress: Decompress, manyPapers = MANY_PAPERS, clock = SYSTEM_CLOCK) {
    this.#manyPapers = manyPapers;
    this.#clock = clock;
    this.#start = start;
    this.#reader = new PackReader(decompress);
  }

  /**
   * Reads a source. What neither changed nor moved since its last reading stays the same paper. Rejects with `ReadingEnded`
   * where a source takes too long, or where the thread dies of it twice; the others are read nevertheless.
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

  /** Where nothing more is to be done, has the thread end in a while. */
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
    this.#calls?.end();
  }

  /** The sources to be read again because other sources offer other things now. */
  outdated(): string[] {
    return this.#contexts.outdated();
  }

  /** Writes the last reading of a source to its cache file, where there is something new to keep. */
  async save(uri: string, cacheFile: string): Promise<void> {
    try {
      if (this.#calls && !this.#calls.dead) await this.#calls.call('save', { uri, cacheFile });
    } finally {
      this.#unsaved.delete(uri);
      this.#rest();
    }
  }

  /** The checked edits for a change to a source, or why it cannot be made; both cost as much as reading the source. */
  async change(request: ChangeRequest): Promise<readonly TextEdit[] | EditRefusal> {
    try {
      return await this.#worker().call('change', request);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      return this.#worker().call('change', request);
    }
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    this.#sent.delete(uri);
    this.#unsaved.delete(uri);
    this.#contexts.forget(uri);
    if (this.#calls && !this.#calls.dead) void this.#calls.call('forget', { uri }).catch(() => {});
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#idle);
    this.#calls?.end();
  }

  async #retried(request: SourceRequest, options: ReadOptions): Promise<SourceReading> {
    let deaths = 0;
    for (let start = 1; ; start++) {
      try {
        return await this.#read(request, options);
      } catch (error) {
        if (!(error instanceof WorkerDied) || start === MOST_STARTS || this.#isDisposed) throw error;
        if (error instanceof DiedOfReading && ++deaths === 2) throw new ReadingEnded('too-demanding');
      }
    }
  }

  async #read(request: SourceRequest, options: ReadOptions): Promise<SourceReading> {
    const { uri } = request;
    const worker = this.#worker();
    options.signal?.throwIfAborted();
    const before = this.#known.get(uri) ?? [];
    const known = Float64Array.from(before, (paper) => paper.contentHash);
    const given = this.#contexts.given(uri);
    const content = this.#toSend(worker, request);
    const call = worker.call('read', { ...request, content, cacheFile: options.cacheFile, known, given });
    const reply = await this.#watched(call, sizeOf(request, options));
    const papers = await this.#papers(worker, uri, before, reply, options);
    this.#known.set(uri, papers);
    this.#isEdited ||= before.length > 0;
    this.#contexts.take(uri, reply.reading, given);
    if (options.cacheFile !== undefined) this.#unsaved.add(uri);
    return { ...reply.reading, papers };
  }

  /** Waits for a reading; ends the thread where it takes too long. */
  async #watched<T>(call: Promise<T>, bytes: number): Promise<T> {
    const line = this.#line!;
    const turn = { limit: LIMIT_MS + LIMIT_MS_PER_MB * Math.floor(bytes / 1024 / 1024) };
    line.enter(turn);
    try {
      return await call;
    } catch (error) {
      if (!(error instanceof WorkerDied) || !line.isToBlame(turn)) throw error;
      throw line.isSlow ? new ReadingEnded('too-slow') : new DiedOfReading(error.message);
    } finally {
      line.leave(turn);
    }
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

  #worker(): WorkerCalls<ReadingCalls> {
    if (this.#calls === undefined || this.#calls.dead) {
      const calls = new WorkerCalls<ReadingCalls>(this.#start());
      this.#calls = calls;
      this.#line = new ReadingLine(this.#clock, () => calls.end());
    }
    return this.#calls;
  }
}

/** The thread died, and this reading was under way. */
class DiedOfReading extends WorkerDied {}

/** Bytes of a source, or characters of its text. */
function sizeOf({ content }: SourceRequest, { size }: ReadOptions): number {
  return typeof content === 'object' && 'path' in content ? (size ?? 0) : content.length;
}
