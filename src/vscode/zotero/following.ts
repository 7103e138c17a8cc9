import * as vscode from 'vscode';
import { atEnd } from '../../base/atEnd';
import { inBackground } from '../../base/inBackground';
import { Lease } from '../../base/lease';
import {
  type Asking,
  askingRecords,
  mergingAsking,
  NOTHING_ASKED,
  readingAsking,
  stateOf,
  withAnswer,
  withFailure,
} from '../../online/zotero/asking';
import { idOf } from '../../online/zotero/followed';
import { LiveJabref } from '../../online/zotero/liveJabref';
import { LiveZotero } from '../../online/zotero/liveZotero';
import { Polling } from '../../online/zotero/polling';
import type { FileChanges } from '../../workspace/fileChanges';
import type { Log } from '../host/log';
import { PREFIX } from '../host/settings';
import { sharedClaim, SharedFile } from '../host/sharedFile';
import { THIS_WINDOW } from '../host/thisWindow';
import { connectionTo } from './endpoints';
import { type AskedLibrary, LibraryFollower, type LookDepth } from './follower';
import { keptCopy } from './keptCopy';
import { LIBRARIES, type LiveSource, type LiveSources } from './liveSources';

/** A window that has not asked for so long is gone, in milliseconds. */
const ASKS_WITHIN = 60_000;

const ASKING = { nothing: NOTHING_ASKED, read: readingAsking, merge: mergingAsking, records: askingRecords };

/**
 * Follows the libraries of other programs that the setting names. Of all windows that have the focus, or think so, one at a time asks; its
 * copies are those of all, and what it tells of them is said in the others, too.
 */
export class Following implements vscode.Disposable {
  readonly #live: LiveSources;
  readonly #changes: FileChanges;
  readonly #log: Log;
  readonly #asking: SharedFile<Asking>;
  readonly #lease: Lease;
  readonly #followers = new Map<string, LibraryFollower>();
  readonly #subscriptions: vscode.Disposable[];
  #isDisposed = false;
  #isAnothers = false;
  readonly #polling = new Polling({
    look: () => this.#lookInTurn(),
    isWanted: () => this.#isWanted,
    left: () => inBackground(this.#lease.giveUp()),
    looked: () => (this.#isAnothers ? 'elsewhere' : this.#hasFailed ? 'failed' : 'answered'),
  });

  /** @param window what tells this window from others */
  constructor(live: LiveSources, changes: FileChanges, log: Log, window = THIS_WINDOW) {
    this.#live = live;
    this.#changes = changes;
    this.#log = log;
    this.#asking = new SharedFile(live.fileOf('asking.jsonl'), ASKING, log);
    this.#lease = new Lease(sharedClaim(this.#asking), window, { lasts: ASKS_WITHIN });
    live.refresh = () => this.look({ isWhole: true });
    live.look = () => this.look({ isThorough: true });
    const stopEnding = atEnd(() => this.#lease.giveUp());
    this.#subscriptions = [
      this.#asking,
      { dispose: stopEnding },
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? this.#polling.resume() : this.#polling.leave())),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${PREFIX}.online.endpoints`)) this.#drop(() => true);
        else if (!change.affectsConfiguration(LIBRARIES)) return;
        this.start();
      }),
    ];
  }

  /** Follows what there is to follow, while this window has the focus. */
  start(): void {
    const ids = new Set(this.#live.followed().map(({ followed }) => idOf(followed)));
    this.#drop((id) => !ids.has(id));
    this.#polling.start();
  }

  /** Has every library asked for what changed, or for more, as the user waits for it. Resolves when all have answered, or failed to. */
  look(depth: LookDepth): Promise<void> {
    return this.#polling.during(async () => {
      await this.#lease.takeOver();
      this.#isAnothers = false;
      await this.#look(depth);
    });
  }

  /** Asks, unless another window does: then what that one tells is taken in. */
  async #lookInTurn(): Promise<void> {
    this.#isAnothers = !(await this.#lease.take());
    if (!this.#isAnothers && this.#isWanted) await this.#look({});
    else for (const source of this.#live.followed()) await this.#followerOf(source).heard();
    this.#tell();
  }

  async #look(depth: LookDepth): Promise<void> {
    // One after the other: they are parts of one program.
    for (const source of this.#live.followed()) await this.#followerOf(source).look(depth);
  }

  get #isWanted(): boolean {
    return !this.#isDisposed && vscode.window.state.focused && this.#live.followed().length > 0;
  }

  get #hasFailed(): boolean {
    return [...this.#followers.values()].some(({ hasFailed }) => hasFailed);
  }

  #followerOf(source: LiveSource): LibraryFollower {
    const id = idOf(source.followed);
    const known = this.#followers.get(id);
    if (known) return known;
    const { followed, copy } = source;
    const Live = followed.server === 'jabref' ? LiveJabref : LiveZotero;
    const library = new Live(connectionTo(followed.server), followed, keptCopy(copy, this.#changes));
    const follower = new LibraryFollower({
      source,
      library,
      asked: this.#askedOf(id),
      log: this.#log,
      progressed: () => inBackground(this.#lease.keep()),
      tell: () => this.#tell(),
    });
    this.#followers.set(id, follower);
    return follower;
  }

  #askedOf(id: string): AskedLibrary {
    const asking = this.#asking;
    return {
      get state() {
        return stateOf(asking.value, id);
      },
      answered: (at) => asking.change((value) => withAnswer(value, id, at)),
      failed: (sentence) => asking.change((value) => withFailure(value, id, sentence)),
    };
  }

  #drop(isUnwanted: (id: string) => boolean): void {
    for (const [id, follower] of this.#followers) {
      if (!isUnwanted(id)) continue;
      follower.dispose();
      this.#followers.delete(id);
    }
    this.#tell();
  }

  #tell(): void {
    const messages = [...this.#followers.values()].map(({ message }) => message).filter((each) => each !== undefined);
    this.#live.message = [...new Set(messages)].join(' ');
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#polling.leave();
    this.#live.refresh = this.#live.look = undefined;
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const follower of this.#followers.values()) follower.dispose();
  }
}
