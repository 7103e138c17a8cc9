import * as vscode from 'vscode';
import { idOf } from '../../online/zotero/followed';
import { LastLooks } from '../../online/zotero/lastLooks';
import { LiveJabref } from '../../online/zotero/liveJabref';
import { LiveZotero } from '../../online/zotero/liveZotero';
import { Polling } from '../../online/zotero/polling';
import type { FileChanges } from '../../workspace/fileChanges';
import type { Log } from '../host/log';
import { PREFIX } from '../host/settings';
import { connectionTo } from './endpoints';
import { LibraryFollower, type LookDepth } from './follower';
import { keptCopy } from './keptCopy';
import { LIBRARIES, type LiveSource, type LiveSources } from './liveSources';

/** Before the id of a library, where it is remembered when it was looked at. */
const LOOKED = 'literatureNotes.zotero.looked.';

/** Follows the libraries of other programs that the setting names. */
export class Following implements vscode.Disposable {
  readonly #live: LiveSources;
  readonly #changes: FileChanges;
  readonly #looks: LastLooks;
  readonly #log: Log;
  readonly #followers = new Map<string, LibraryFollower>();
  readonly #subscriptions: vscode.Disposable[];
  #isDisposed = false;
  readonly #polling = new Polling({
    look: () => this.#look({}),
    isWanted: () => !this.#isDisposed && vscode.window.state.focused && this.#live.followed().length > 0,
    hasFailed: () => [...this.#followers.values()].some(({ hasFailed }) => hasFailed),
  });

  /** @param state the user's, in every window */
  constructor(live: LiveSources, changes: FileChanges, state: vscode.Memento, log: Log) {
    this.#looks = new LastLooks({
      get: (id) => state.get<string>(`${LOOKED}${id}`),
      set: (id, at) => void state.update(`${LOOKED}${id}`, at),
    });
    this.#live = live;
    this.#changes = changes;
    this.#log = log;
    live.refresh = () => this.look({ isWhole: true });
    live.look = () => this.look({ isThorough: true });
    this.#subscriptions = [
      vscode.window.onDidChangeWindowState(({ focused }) => (focused ? this.#polling.resume() : this.#polling.stop())),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${PREFIX}.online.endpoints`)) this.#drop(() => true);
        else if (!change.affectsConfiguration(LIBRARIES)) return;
        this.start();
      }),
    ];
  }

  /** Follows what there is to follow, while this window has the focus: another one looks meanwhile, and the copies are shared. */
  start(): void {
    const ids = new Set(this.#live.followed().map(({ followed }) => idOf(followed)));
    this.#drop((id) => !ids.has(id));
    this.#polling.start();
  }

  /** Has every library asked for what changed, or for more. Resolves when all have answered, or failed to. */
  look(depth: LookDepth): Promise<void> {
    return this.#polling.during(() => this.#look(depth));
  }

  async #look(depth: LookDepth): Promise<void> {
    // One after the other: they are parts of one program.
    for (const source of this.#live.followed()) await this.#followerOf(source).look(depth);
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
      looks: this.#looks,
      log: this.#log,
      tell: () => this.#tell(),
    });
    this.#followers.set(id, follower);
    return follower;
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
    this.#polling.stop();
    this.#live.refresh = this.#live.look = undefined;
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const follower of this.#followers.values()) follower.dispose();
  }
}
