import { HAS_PATHS } from '#platform/machine';
import * as vscode from 'vscode';
import { copyNameOf, type FollowedLibrary, followedLibraries } from '../../online/zotero/followed';
import { followedSetting, PREFIX } from '../host/settings';

/** The setting that names the libraries that are followed. */
export const LIBRARIES = `${PREFIX}.zotero.libraries`;

/** A library of another program that the user follows, and the file that keeps what was last seen of it. */
export interface LiveSource {
  readonly followed: FollowedLibrary;
  readonly copy: vscode.Uri;
}

/** The libraries of other programs that the user follows. Whoever asks the programs is loaded where there are any. */
export class LiveSources implements vscode.Disposable {
  readonly #storage: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<void>();
  #message = '';

  /** Fires when there is another message. */
  readonly onDidChange = this.#changed.event;
  /** Has all of them asked for everything anew, as soon as somebody asks them at all. */
  refresh: (() => Promise<void>) | undefined;
  /** The same for what changed. */
  look: (() => Promise<void>) | undefined;

  constructor(storage: vscode.Uri) {
    this.#storage = storage;
  }

  /** What users should know of them, as a sentence; empty where all is well. */
  get message(): string {
    return this.#message;
  }

  set message(message: string) {
    if (message === this.#message) return;
    this.#message = message;
    this.#changed.fire();
  }

  /** What the user follows; nothing where no program of the machine can be asked. */
  followed(): LiveSource[] {
    if (!HAS_PATHS) return [];
    return followedLibraries(followedSetting()).map((followed) => ({ followed, copy: this.#copyOf(followed) }));
  }

  /** URIs of the files that keep what was last seen of them. */
  copies(): string[] {
    return this.followed().map(({ copy }) => copy.toString());
  }

  #copyOf(followed: FollowedLibrary): vscode.Uri {
    return this.fileOf(copyNameOf(followed));
  }

  /** A file of what is known of them, for all windows. */
  fileOf(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#storage, 'libraries', name);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
