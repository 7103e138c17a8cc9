import * as vscode from 'vscode';
import { ContextKey } from '../host/contextKey';
import { localNumber } from '../host/number';
import { withViewProgress } from '../host/progress';
import type { ReadingWatcher } from '../../library/sources/sourceFacts';

/** Reading that takes less is not worth a word, in milliseconds. */
const PATIENCE_MS = 400;

/** Shows in the Papers view how far the reading of sources is, and lets the user stop it. */
export class ReadingProgress implements ReadingWatcher, vscode.Disposable {
  readonly #isReading = new ContextKey<boolean>('literatureNotes.isReading');
  readonly #changed = new vscode.EventEmitter<void>();
  /** What ends the readings under way. */
  readonly #aborts = new Set<AbortController>();
  #message: string | undefined;
  #start = 0;

  /** Fires when there is another message. */
  readonly onDidChange = this.#changed.event;

  /** How far the reading is, as a sentence; undefined where nothing is being read. */
  get message(): string | undefined {
    return this.#message;
  }

  /** Does a reading, shown as progress of the Papers view. Several may be under way. */
  async during(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const abort = new AbortController();
    if (this.#aborts.size === 0) this.#start = Date.now();
    this.#aborts.add(abort);
    const shown = setTimeout(() => this.#isReading.set(true), PATIENCE_MS);
    try {
      await withViewProgress('literatureNotes.papers', () => work(abort.signal));
    } finally {
      clearTimeout(shown);
      this.#aborts.delete(abort);
      if (this.#aborts.size === 0) {
        this.#isReading.set(false);
        this.#tell(undefined);
      }
    }
  }

  arrived(fileName: string, done: number, all: number): void {
    if (Date.now() - this.#start < PATIENCE_MS) return;
    this.#tell(vscode.l10n.t('Reading {0}: {1} of {2} papers', fileName, localNumber(done), localNumber(all)));
  }

  /** Ends the readings that are under way; what was not read stays as it was. */
  stop(): void {
    for (const abort of this.#aborts) abort.abort();
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
