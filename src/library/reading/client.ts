import { Cooperation } from '../../base/cooperate';
import { WorkerCalls, WorkerDied, type WorkerPort } from '../../base/workerCalls';
import type { Draft } from '../entry';
import type { SourceReading } from '../reader';
import { keptDraft } from './delta';
import type { ReadingCalls, ReadReply, ReadRequest } from './protocol';

/** Drafts in one message; taking it in holds the event loop for a few milliseconds. */
const PART = 250;

/** The thread's copy of so many drafts is not worth its memory once nothing is read for a while. */
const MANY_DRAFTS = 25_000;
const IDLE_MS = 20_000;

export interface ReadOptions {
  /** What the cache holds of the source. */
  readonly cache?: Uint8Array;
  /** Told how many of all drafts have arrived. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Ends the reading: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Reads sources in another thread without holding this one. A thread that died is replaced, and the reading done again. */
export class ReadingClient {
  readonly #start: () => WorkerPort;
  readonly #known = new Map<string, readonly Draft[]>();
  /** The readings under way, by source; those of one source run one after the other. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #calls: WorkerCalls<ReadingCalls> | undefined;

  /** @param start starts a worker thread that runs `worker.ts` */
  constructor(start: () => WorkerPort) {
    this.#start = start;
  }

  /** Reads a source. What did not change since its last reading keeps its record object. */
  read(request: Omit<ReadRequest, 'cache'>, options: ReadOptions = {}): Promise<SourceReading> {
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
    clearTimeout(this.#idle);
    if (this.#turns.size > 0) return;
    const drafts = [...this.#known.values()].reduce((sum, known) => sum + known.length, 0);
    if (drafts > MANY_DRAFTS) this.#idle = setTimeout(() => this.#calls?.end(), IDLE_MS);
  }

  /** The last reading of a source in the form that the cache keeps; undefined where there is nothing new to keep. */
  async cache(uri: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#worker().call('cache', { uri });
    } catch {
      return undefined;
    }
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    if (this.#calls && !this.#calls.dead) void this.#calls.call('forget', { uri }).catch(() => {});
  }

  dispose(): void {
    clearTimeout(this.#idle);
    this.#calls?.end();
  }

  async #retried(request: Omit<ReadRequest, 'cache'>, options: ReadOptions): Promise<SourceReading> {
    try {
      return await this.#read(request, options);
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      return this.#read(request, options);
    }
  }

  async #read(request: Omit<ReadRequest, 'cache'>, options: ReadOptions): Promise<SourceReading> {
    const { uri } = request;
    const worker = this.#worker();
    options.signal?.throwIfAborted();
    const before = this.#known.get(uri) ?? [];
    // Whatever ends the reading before it is complete: the worker's next delta starts from this one, so both start anew.
    this.#known.delete(uri);
    try {
      const reply = await worker.call('read', { ...request, cache: options.cache });
      const drafts = await this.#drafts(worker, uri, before, reply, options);
      this.#known.set(uri, drafts);
      return { ...reply.reading, drafts };
    } catch (error) {
      if (!worker.dead) await worker.call('forget', { uri });
      throw error;
    }
  }

  async #drafts(
    worker: WorkerCalls<ReadingCalls>,
    uri: string,
    before: readonly Draft[],
    { delta }: ReadReply,
    { onProgress, signal }: ReadOptions,
  ): Promise<Draft[]> {
    const cooperation = new Cooperation();
    const drafts: Draft[] = [];
    let part: readonly Draft[] = [];
    let fresh = 0;
    for (const [index, former] of delta.former.entries()) {
      if (former >= 0) drafts.push(keptDraft(before[former], delta, index));
      else {
        if (fresh % PART === 0) {
          part = await worker.call('drafts', { uri, from: fresh, count: PART });
          signal?.throwIfAborted();
          onProgress?.(index, delta.former.length);
        }
        drafts.push(part[fresh++ % PART]);
      }
      if (index % PART === 0) await cooperation.breathe();
    }
    return drafts;
  }

  #worker(): WorkerCalls<ReadingCalls> {
    if (this.#calls === undefined || this.#calls.dead) {
      this.#known.clear();
      this.#calls = new WorkerCalls<ReadingCalls>(this.#start());
    }
    return this.#calls;
  }
}
