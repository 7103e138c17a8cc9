import type { Clock } from '../../base/clock';
import { WorkerCalls, WorkerDied, type WorkerPort } from '../../base/workerCalls';
import type { ReadingCalls, ReadReply, ReadRequest } from './protocol';
import { ReadingEnded, ReadingLine } from './readingLine';

/** The thread broke by itself, at its limit of memory say, and this reading was under way. */
export class DiedOfReading extends WorkerDied {}

/** One thread that reads sources, one after another. It is started when it is needed, and anew when it died. */
export class ReadingThread {
  readonly #start: () => WorkerPort;
  readonly #clock: Clock;
  #calls: WorkerCalls<ReadingCalls> | undefined;
  /** The readings that it was asked for. */
  #line: ReadingLine | undefined;

  constructor(start: () => WorkerPort, clock: Clock) {
    this.#start = start;
    this.#clock = clock;
  }

  /** To be asked for something; another one for each thread that was started. */
  get calls(): WorkerCalls<ReadingCalls> {
    if (this.#calls === undefined || this.#calls.dead) {
      const calls = new WorkerCalls<ReadingCalls>(this.#start());
      this.#calls = calls;
      this.#line = new ReadingLine(this.#clock, () => calls.end());
    }
    return this.#calls;
  }

  /** The same where a thread runs. */
  get running(): WorkerCalls<ReadingCalls> | undefined {
    return this.#calls?.dead === false ? this.#calls : undefined;
  }

  /**
   * Reads a source, and ends the thread where that makes no progress. Rejects with `DiedOfReading` or `ReadingEnded` where the
   * thread ended because of this reading, with `WorkerDied` where it did because of another one, or was ended by others.
   */
  async read(request: ReadRequest): Promise<ReadReply> {
    const { calls } = this;
    const line = this.#line!;
    const turn = {};
    line.enter(turn);
    try {
      return await calls.call('read', request, { onProgress: () => line.progress(turn) });
    } catch (error) {
      if (!(error instanceof WorkerDied) || !line.isToBlame(turn)) throw error;
      if (line.isSlow) throw new ReadingEnded('too-slow');
      throw error.isOwn ? new DiedOfReading('The thread ended while it read', true, { cause: error }) : error;
    } finally {
      line.leave(turn);
    }
  }

  end(): void {
    this.#calls?.end();
  }
}
