import * as vscode from 'vscode';
import { idOf } from '../../online/zotero/followed';
import { LiveJabref } from '../../online/zotero/liveJabref';
import { LiveZotero } from '../../online/zotero/liveZotero';
import type { FileChanges } from '../../workspace/fileChanges';
import type { Log } from '../host/log';
import { PREFIX } from '../host/settings';
import { connectionTo } from './endpoints';
import { LibraryFollower } from './follower';
import { keptCopy } from './keptCopy';
import { LIBRARIES, type LiveSource, type LiveSources } from './liveSources';

/** So long after a look the next one follows while the window has the focus, in milliseconds; and while there is no answer. */
const PAUSE_MS = 10_000;
const LONG_PAUSE_MS = 30_000;

/** Follows the libraries of other programs that the setting names, while the user is here. */
export class Following implements vscode.Disposable {
  readonly #live: LiveSources;
  readonly #changes: FileChanges;
  readonly #log: Log;
  readonly #followers = new Map<string, LibraryFollower>();
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(live: LiveSources, changes: FileChanges, log: Log) {
    this.#live = live;
    this.#changes = changes;
    this.#log = log;
    live.refresh = () => this.look(true);
    live.look = () => this.look();
    this.#subscriptions = [
      vscode.window.onDidChangeWindowState(({ focused }) => void (focused ? this.look() : this.#wait())),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${PREFIX}.online.endpoints`)) this.#drop(() => true);
        else if (!change.affectsConfiguration(LIBRARIES)) return;
        void this.look();
      }),
    ];
  }

  /** Has every library asked for what changed, or for everything. Resolves when all have answered, or failed to. */
  async look(isWhole = false): Promise<void> {
    this.#wait();
    const sources = this.#live.followed();
    const ids = new Set(sources.map(({ followed }) => idOf(followed)));
    this.#drop((id) => !ids.has(id));
    // One after the other: they are parts of one program.
    for (const source of sources) await this.#followerOf(source).look(isWhole);
    this.#wait();
  }

  #followerOf(source: LiveSource): LibraryFollower {
    const id = idOf(source.followed);
    const known = this.#followers.get(id);
    if (known) return known;
    const { followed, copy } = source;
    const Live = followed.server === 'jabref' ? LiveJabref : LiveZotero;
    const library = new Live(connectionTo(followed.server), followed, keptCopy(copy, this.#changes));
    const follower = new LibraryFollower({ source, library, log: this.#log, tell: () => this.#tell() });
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

  /** Looks again in a while, if somebody is here to see it. */
  #wait(): void {
    clearTimeout(this.#timer);
    if (!vscode.window.state.focused || this.#live.followed().length === 0) return;
    const isAway = [...this.#followers.values()].some(({ hasFailed }) => hasFailed);
    this.#timer = setTimeout(() => void this.look(), isAway ? LONG_PAUSE_MS : PAUSE_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#live.refresh = this.#live.look = undefined;
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const follower of this.#followers.values()) follower.dispose();
  }
}
