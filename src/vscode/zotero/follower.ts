import * as vscode from 'vscode';
import { UpdateQueue } from '../../base/updateQueue';
import { asOf, type LibraryState } from '../../online/zotero/asking';
import { isAway, LocalFailure } from '../../online/zotero/failure';
import { LOCAL_SERVER_NAMES } from '../../online/zotero/followed';
import type { LiveLibrary, Look } from '../../online/zotero/liveLibrary';
import type { Log } from '../host/log';
import { localNumber } from '../host/number';
import type { LiveSource } from './liveSources';
import { localSentence } from './localSentences';

/** What following one library takes. */
interface FollowerParts {
  readonly source: LiveSource;
  readonly library: LiveLibrary;
  /** What is known of it, in whichever window. */
  readonly asked: AskedLibrary;
  readonly log: Log;
  /** Called when a part of it has come. */
  readonly progressed: () => void;
  /** Called when there may be another message. */
  readonly tell: () => void;
}

/** What became of asking for a library, for all windows to know. */
export interface AskedLibrary {
  readonly state: LibraryState | undefined;
  answered(at: number): Promise<void>;
  failed(sentence: string): Promise<void>;
}

/** How much is asked for. */
export type LookDepth = Partial<Pick<Look, 'isWhole' | 'isThorough'>>;

/** Keeps the copy of one library up to date. */
export class LibraryFollower {
  readonly #parts: FollowerParts;
  readonly #abort = new AbortController();
  readonly #looks = new UpdateQueue(() => this.#look());
  /** What the next look is to ask for beside what changed. */
  #next: LookDepth = {};
  #asOf: Date | undefined;
  #progress: readonly [done: number, all: number] | undefined;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** Whether the program could not be asked the last time. */
  get hasFailed(): boolean {
    return this.#parts.asked.state?.failure !== undefined;
  }

  /** What users should know of it; undefined where its copy is as the program has it. */
  get message(): string | undefined {
    const name = this.#name;
    if (this.#progress) {
      return vscode.l10n.t('{0}: {1} of {2} items', name, ...this.#progress.map(localNumber));
    }
    const failure = this.#parts.asked.state?.failure;
    if (failure === undefined || !this.#asOf) return failure;
    return vscode.l10n.t('{0} as of {1}. {2}', name, moment(this.#asOf), failure);
  }

  /** Asks the program for what changed, or for more, as it is from now on. Never rejects. */
  look({ isWhole, isThorough }: LookDepth = {}): Promise<void> {
    const { isWhole: wasWhole, isThorough: wasThorough } = this.#next;
    this.#next = { isWhole: isWhole || wasWhole, isThorough: isThorough || wasThorough };
    return this.#looks.update();
  }

  /** Takes in what another window tells of it. */
  async heard(): Promise<void> {
    this.#asOf = this.hasFailed ? await this.#lastSeen() : undefined;
  }

  async #look(): Promise<void> {
    const { isWhole = false, isThorough } = this.#next;
    this.#next = {};
    const { asked, library, progressed, tell } = this.#parts;
    const progress = (done: number, all: number) => {
      this.#progress = done < all ? [done, all] : undefined;
      progressed();
      tell();
    };
    try {
      await library.look({ isWhole, isThorough, progress, signal: this.#abort.signal });
      await asked.answered(Date.now());
    } catch (error) {
      if (error instanceof LocalFailure && error.code === 'cancelled') return;
      await this.#failed(error);
    } finally {
      this.#progress = undefined;
      tell();
    }
  }

  async #failed(error: unknown): Promise<void> {
    const { asked, log, source } = this.#parts;
    // A program that is closed is no news each time.
    if (!isAway(error) || !this.hasFailed) log.error(`Following ${source.copy.path}`, error);
    this.#asOf = await this.#lastSeen();
    await asked.failed(localSentence(error, this.#name));
  }

  async #lastSeen(): Promise<Date | undefined> {
    const { asked, library } = this.#parts;
    return asOf(asked.state, await library.asOf().catch(() => undefined));
  }

  get #name(): string {
    return LOCAL_SERVER_NAMES[this.#parts.source.followed.server];
  }

  dispose(): void {
    this.#abort.abort();
  }
}

/** The time of day; with the day where that is not today. */
function moment(date: Date): string {
  const time = date.toLocaleTimeString(vscode.env.language, { timeStyle: 'short' });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${date.toLocaleDateString(vscode.env.language)} ${time}`;
}
