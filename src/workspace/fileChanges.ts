import { inBackground } from '../base/inBackground';
import { type Clock, SYSTEM_CLOCK } from '../base/clock';
import type { FileListener, FileLog, Files, ScopeChange } from './files';
import { fileNameOf } from './uri';

/** What happened to files, told together. */
export interface FileEvents {
  /** Files that are new or have new content. */
  readonly touched: readonly string[];
  /** Files and folders that are gone; what lay in a folder is gone with it. */
  readonly deleted: readonly string[];
  /** Whether the user deleted them here: no other program is about to write them anew. */
  readonly isMeant?: boolean;
  /** Files whose text in an editor is another. */
  readonly typed: readonly string[];
  /** Whether more happened than can be told: only a look at all files finds it. */
  readonly isPartial?: boolean;
}

/** Who wants to know what happens to files. */
export interface FileFollower {
  follow(events: FileEvents): void;
  /** What files there are may be another question now. */
  rescope(change: ScopeChange): void;
}

/** So long no event must come for those that were gathered to be told, and so long they wait at most, in milliseconds. */
const QUIET_MS = 50;
const LONGEST_MS = 1000;
/** How long typing must pause before it is told, in milliseconds. */
const TYPING_PAUSE_MS = 200;
/** How long after its appearance a folder is looked into, in milliseconds. */
const LOOK_MS = 400;
/** So many files of a new folder are told one by one at most. */
const MOST_FILES = 5000;
/** So many of the paths that appear together are looked at one by one. */
const MOST_FOLDERS = 200;

/**
 * The one place where files are watched. Events that come in quick succession, as when another program writes many files,
 * are told as one. Followers are told of everything in the workspace folders and pick what concerns them.
 */
export class FileChanges {
  readonly #files: Files;
  readonly #log: FileLog;
  readonly #clock: Clock;
  readonly #followers = new Set<FileFollower>();
  readonly #touched = new Set<string>();
  readonly #deleted = new Set<string>();
  readonly #typed = new Set<string>();
  readonly #appeared = new Set<string>();
  readonly #stopScope: () => void;
  #isPartial = false;
  #firstEvent = 0;
  #stopWatching: (() => void) | undefined;
  #stopQuiet: (() => void) | undefined;
  #stopTyping: (() => void) | undefined;
  #stopLook: (() => void) | undefined;

  /** Forwards every kind of event to where it is gathered. */
  readonly #listener: FileListener = {
    created: (uri) => this.#create(uri),
    changed: (uri) => this.#gather(this.#touched, uri),
    deleted: (uri) => this.#gather(this.#deleted, uri),
    removed: (uri) => this.#remove(uri),
    typed: (uri) => this.#type(uri),
    saved: (uri) => this.#save(uri),
  };

  constructor(files: Files, log: FileLog, clock: Clock = SYSTEM_CLOCK) {
    this.#files = files;
    this.#log = log;
    this.#clock = clock;
    this.#stopScope = files.onDidChangeScope((change) => this.#rescope(change));
  }

  /** Tells a follower of all that happens, until the returned function is called. */
  subscribe(follower: FileFollower): () => void {
    this.#followers.add(follower);
    if (this.#followers.size === 1) this.#watch();
    return () => {
      this.#followers.delete(follower);
      if (this.#followers.size === 0) this.#stopWatching?.();
    };
  }

  /** Watches globs outside the workspace folders, too, until the returned function is called. */
  watchAlso(globs: Parameters<Files['watch']>[0]): () => void {
    // Editors are listened to already.
    return globs.length > 0
      ? this.#files.watch(globs, { ...this.#listener, typed: () => {}, saved: () => {}, removed: () => {} })
      : () => {};
  }

  /** Tells of a file that was just written by ourselves, which a watcher outside of the workspace would tell of later. */
  wrote(uri: string): void {
    if (this.#followers.size > 0) this.#gather(this.#touched, uri);
  }

  #watch(): void {
    this.#stopWatching?.();
    const globs = this.#files.folders().map((base) => ({ base, glob: '**' }));
    this.#stopWatching = this.#files.watch(globs, this.#listener);
  }

  #rescope(change: ScopeChange): void {
    if (change === 'folders' && this.#followers.size > 0) this.#watch();
    for (const follower of this.#followers) follower.rescope(change);
  }

  /**
   * A folder that appears may already hold files that nobody tells of, as when it was moved here, or made just before VS Code
   * began to watch it.
   */
  #create(uri: string): void {
    this.#gather(this.#touched, uri);
    // Most files have an extension, most folders have none; to ask for each would cost too much.
    if (/.\.[a-z]\w{0,9}$/i.test(fileNameOf(uri))) return;
    if (this.#appeared.size < MOST_FOLDERS) this.#appeared.add(uri);
    else this.#isPartial = true;
    this.#stopLook ??= this.#clock.after(LOOK_MS, () => inBackground(this.#lookInto()));
  }

  async #lookInto(): Promise<void> {
    this.#stopLook = undefined;
    const appeared = [...this.#appeared];
    this.#appeared.clear();
    for (const uri of appeared) {
      // What a link leads to is found with all that leads there.
      if (await this.#files.links.isLink(uri)) {
        this.#isPartial = true;
        continue;
      }
      const found = await this.#filesIn(uri);
      if (found.length >= MOST_FILES) this.#isPartial = true;
      for (const file of found) this.#gather(this.#touched, file);
    }
    if (this.#isPartial) this.#wait();
  }

  /** The files of a folder; none for a file, or for what is gone again or cannot be looked into. */
  async #filesIn(uri: string): Promise<readonly string[]> {
    try {
      const stat = await this.#files.stat(uri);
      return stat?.isFolder ? await this.#files.find({ base: uri, glob: '**' }, { limit: MOST_FILES }) : [];
    } catch (error) {
      this.#log.error(`Looking into ${uri}`, error);
      return [];
    }
  }

  #gather(events: Set<string>, uri: string): void {
    (events === this.#touched ? this.#deleted : this.#touched).delete(uri);
    events.add(uri);
    this.#wait();
  }

  #wait(): void {
    const now = this.#clock.now();
    if (this.#stopQuiet === undefined) this.#firstEvent = now;
    else this.#stopQuiet();
    const left = this.#firstEvent + LONGEST_MS - now;
    this.#stopQuiet = this.#clock.after(Math.max(0, Math.min(QUIET_MS, left)), () => this.#tell());
  }

  #type(uri: string): void {
    this.#typed.add(uri);
    this.#stopTyping?.();
    this.#stopTyping = this.#clock.after(TYPING_PAUSE_MS, () => {
      const typed = [...this.#typed];
      this.#typed.clear();
      for (const follower of this.#followers) follower.follow({ touched: [], deleted: [], typed });
    });
  }

  /** One who saves wants to see what comes of it at once. */
  #save(uri: string): void {
    this.#typed.delete(uri);
    for (const follower of this.#followers) follower.follow({ touched: [uri], deleted: [], typed: [] });
  }

  /** One who deletes wants to see it gone at once. */
  #remove(uri: string): void {
    for (const follower of this.#followers) follower.follow({ touched: [], deleted: [uri], typed: [], isMeant: true });
  }

  #tell(): void {
    this.#stopQuiet = undefined;
    const events: FileEvents = {
      touched: [...this.#touched],
      deleted: [...this.#deleted],
      typed: [],
      isPartial: this.#isPartial,
    };
    this.#touched.clear();
    this.#deleted.clear();
    this.#isPartial = false;
    for (const follower of this.#followers) follower.follow(events);
  }

  dispose(): void {
    for (const stop of [this.#stopWatching, this.#stopQuiet, this.#stopTyping, this.#stopLook]) stop?.();
    this.#stopScope();
    this.#followers.clear();
  }
}
