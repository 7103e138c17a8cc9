import * as vscode from 'vscode';
import { UpdateQueue } from '../../base/updateQueue';
import { isAway, LocalFailure } from '../../online/zotero/failure';
import { idOf, LOCAL_SERVER_NAMES } from '../../online/zotero/followed';
import type { LastLooks } from '../../online/zotero/lastLooks';
import type { LiveLibrary, Look } from '../../online/zotero/liveLibrary';
import type { Log } from '../host/log';
import { localNumber } from '../host/number';
import type { LiveSource } from './liveSources';
import { localSentence } from './localSentences';

/** What following one library takes. */
interface FollowerParts {
  readonly source: LiveSource;
  readonly library: LiveLibrary;
  readonly looks: LastLooks;
  readonly log: Log;
  /** Called when there may be another message. */
  readonly tell: () => void;
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
  #failure: unknown;
  #asOf: Date | undefined;
  #progress: readonly [done: number, all: number] | undefined;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** Whether the program could not be asked the last time. */
  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  /** What users should know of it; undefined where its copy is as the program has it. */
  get message(): string | undefined {
    const { server } = this.#parts.source.followed;
    const name = LOCAL_SERVER_NAMES[server];
    if (this.#progress) {
      return vscode.l10n.t('{0}: {1} of {2} items', name, ...this.#progress.map(localNumber));
    }
    if (this.#failure === undefined) return undefined;
    const sentence = localSentence(this.#failure, name);
    if (!this.#asOf) return sentence;
    return vscode.l10n.t('{0} as of {1}. {2}', name, moment(this.#asOf), sentence);
  }

  /** Asks the program for what changed, or for more, as it is from now on. Never rejects. */
  look({ isWhole, isThorough }: LookDepth = {}): Promise<void> {
    const { isWhole: wasWhole, isThorough: wasThorough } = this.#next;
    this.#next = { isWhole: isWhole || wasWhole, isThorough: isThorough || wasThorough };
    return this.#looks.update();
  }

  async #look(): Promise<void> {
    const { isWhole = false, isThorough } = this.#next;
    this.#next = {};
    const { library, log, looks, source, tell } = this.#parts;
    const progress = (done: number, all: number) => {
      this.#progress = done < all ? [done, all] : undefined;
      tell();
    };
    try {
      await library.look({ isWhole, isThorough, progress, signal: this.#abort.signal });
      this.#asOf = new Date();
      looks.looked(idOf(source.followed), this.#asOf);
      this.#failure = undefined;
    } catch (error) {
      if (error instanceof LocalFailure && error.code === 'cancelled') return;
      // A program that is closed is no news each time.
      if (!isAway(error) || !this.hasFailed) log.error(`Following ${source.copy.path}`, error);
      this.#failure = error;
      this.#asOf ??= looks.asOf(idOf(source.followed), await library.asOf().catch(() => undefined));
    }
    this.#progress = undefined;
    tell();
  }

  dispose(): void {
    this.#abort.abort();
  }
}

/** The time of day; with the day where that is not today. */
function moment(date: Date): string {
  const time = date.toLocaleTimeString(vscode.env.language, { hour: '2-digit', minute: '2-digit' });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? time : `${date.toLocaleDateString(vscode.env.language)} ${time}`;
}
