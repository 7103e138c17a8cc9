import * as vscode from 'vscode';
import { ContextKey } from '../host/contextKey';
import { localNumber } from '../host/number';
import type { ReadingControl } from './sourceReader';

/** Reading that takes less is not worth a word, in milliseconds. */
const PATIENCE_MS = 400;

/** Shows in the Papers view how far the reading of sources is, and lets the user stop it. */
export class ReadingProgress implements vscode.Disposable {
  readonly #isReading = new ContextKey<boolean>('literatureNotes.isReading');
  readonly #changed = new vscode.EventEmitter<void>();
  #abort: AbortController | undefined;
  #message: string | undefined;

  /** Fires when there is another message. */
  readonly onDidChange = this.#changed.event;

  /** How far the reading is, as a sentence; undefined where nothing is being read. */
  get message(): string | undefined {
    return this.#message;
  }

  /** Does a reading, shown as progress of the Papers view. Readings do not overlap. */
  async during<T>(work: (control: ReadingControl) => Promise<T>): Promise<T> {
    const abort = (this.#abort = new AbortController());
    const shown = setTimeout(() => this.#isReading.set(true), PATIENCE_MS);
    const start = Date.now();
    const control: ReadingControl = {
      signal: abort.signal,
      onProgress: (file, done, all) => {
        if (Date.now() - start < PATIENCE_MS) return;
        const name = file.uri.path.slice(file.uri.path.lastIndexOf('/') + 1);
        this.#tell(vscode.l10n.t('Reading {0}: {1} of {2} papers', name, localNumber(done), localNumber(all)));
      },
    };
    try {
      return await vscode.window.withProgress({ location: { viewId: 'literatureNotes.papers' } }, () => work(control));
    } finally {
      clearTimeout(shown);
      this.#isReading.set(false);
      this.#abort = undefined;
      this.#tell(undefined);
    }
  }

  /** Ends the reading that is under way; what was not read stays as it was. */
  stop(): void {
    this.#abort?.abort();
  }

  #tell(message: string | undefined): void {
    if (message === this.#message) return;
    this.#message = message;
    this.#changed.fire();
  }

  dispose(): void {
    this.stop();
    this.#changed.dispose();
  }
}
