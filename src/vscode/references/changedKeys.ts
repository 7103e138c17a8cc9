import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { LibraryDiff } from '../../library/library';
import type { Entry } from '../../library/model/entry';
import type { Command } from '../host/command';
import { OwnFile } from '../host/ownFile';
import type { KeyChanges, KeyChangesParts } from './keyChanges';
import type { RememberedKeys } from './rememberedKeys';

/** The internal command by which all places follow one changed key. */
export const FOLLOW_KEY = 'literatureNotes._followKey';

/** What watching keys takes, and the file in which cited papers are remembered. */
export interface ChangedKeysParts extends KeyChangesParts {
  readonly remembered: vscode.Uri;
}

/** Watches for papers that other programs gave other citekeys. What finds them is loaded when the first one goes. */
export class ChangedKeys implements vscode.Disposable, Command {
  readonly id = FOLLOW_KEY;
  readonly #parts: ChangedKeysParts;
  readonly #subscriptions: vscode.Disposable[];
  #changes: KeyChanges | undefined;
  #remembered: Promise<RememberedKeys> | undefined;
  #wasSample: boolean;

  constructor(parts: ChangedKeysParts) {
    const { library, citations } = parts;
    this.#parts = parts;
    this.#wasSample = library.isSample;
    this.#subscriptions = [
      library.onDidChange((diff) => inBackground(this.#take(diff))),
      new vscode.Disposable(citations.onDidChange(() => this.#remember())),
    ];
  }

  /** The key that a paper has whose key was this one. */
  now(key: string): string | undefined {
    return this.#changes?.now(key);
  }

  /** @param args the old key; all places of it get the one that its paper has now */
  async execute(...args: unknown[]): Promise<void> {
    if (typeof args[0] === 'string') await this.#changes?.follow(args[0]);
  }

  async #take(diff: LibraryDiff): Promise<void> {
    const { library } = this.#parts;
    const isOther = this.#wasSample !== library.isSample;
    this.#wasSample = library.isSample;
    this.#remember();
    if (isOther || library.isSample) return;
    const { removed, added } = { removed: byOthers(diff.removed), added: byOthers(diff.added) };
    if (this.#changes || removed.length > 0) (await this.#load()).take({ removed, added });
  }

  async #load(): Promise<KeyChanges> {
    const { KeyChanges } = await import('./keyChanges');
    return (this.#changes ??= new KeyChanges(this.#parts));
  }

  /** Once all is known: looks what changed since the last session, and has the next one know of this. */
  #remember(): void {
    const { library, citations, log } = this.#parts;
    if (library.isSample || !library.isLoaded || !citations.isWhole || !citations.hasCitations) return;
    this.#remembered ??= this.#lookBack();
    this.#remembered
      .then((remembered) => remembered.rememberSoon())
      .catch((error: unknown) => log.error('Remembering cited papers', error));
  }

  async #lookBack(): Promise<RememberedKeys> {
    const { RememberedKeys } = await import('./rememberedKeys');
    const file = new OwnFile(this.#parts.remembered, this.#parts.log);
    const remembered = new RememberedKeys({ ...this.#parts, file, now: (key) => this.now(key) });
    const { told, fresh } = await remembered.vanished();
    if (told.removed.length + fresh.removed.length > 0) {
      const changes = await this.#load();
      changes.take(told, true);
      changes.take(fresh);
    }
    return remembered;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changes?.dispose();
    inBackground(this.#remembered?.then((remembered) => remembered.dispose()));
  }
}

/** Those of entries that another program has changed: not what the user types into a list. */
function byOthers(entries: readonly Entry[]): readonly Entry[] {
  const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString());
  return dirty.length === 0 ? entries : entries.filter(({ source }) => !dirty.includes(source.uri));
}
