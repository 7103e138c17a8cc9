import * as vscode from 'vscode';
import type { LibraryDiff } from '../../library/library';
import type { Command } from '../host/command';
import type { LibraryService } from '../library/libraryService';
import type { KeyChanges, KeyChangesParts } from './keyChanges';

/** The internal command by which all places follow one changed key. */
export const FOLLOW_KEY = 'literatureNotes._followKey';

/** Watches for papers that other programs gave other citekeys. What finds them is loaded when the first one goes. */
export class ChangedKeys implements vscode.Disposable, Command {
  readonly id = FOLLOW_KEY;
  readonly #parts: KeyChangesParts;
  readonly #subscription: vscode.Disposable;
  #changes: KeyChanges | undefined;
  #wasSample: boolean;

  constructor(parts: KeyChangesParts) {
    this.#parts = parts;
    this.#wasSample = parts.library.isSample;
    this.#subscription = parts.library.onDidChange((diff) => void this.#take(diff));
  }

  /** The key that a paper has whose key was this one, since this session began. */
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
    // What the user types into a list is no change by another program.
    if (isOther || library.isSample || isListTypedInto(library)) return;
    if (!this.#changes && diff.removed.length === 0) return;
    const { KeyChanges } = await import('./keyChanges');
    this.#changes ??= new KeyChanges(this.#parts);
    this.#changes.take(diff);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes?.dispose();
  }
}

function isListTypedInto(library: LibraryService): boolean {
  return vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && library.isSource(uri));
}
