import type * as vscode from 'vscode';

/** How long a file must stay as it is before it is believed that its papers are gone, in milliseconds. */
const SETTLE_MS = 2000;

/**
 * Waits for files that look as if another program is in the middle of writing them: shrunk to nothing, vanished, or
 * ending inside an entry. A file that is touched again waits anew.
 */
export class Settling implements vscode.Disposable {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #settled: (uri: vscode.Uri) => void;

  constructor(settled: (uri: vscode.Uri) => void) {
    this.#settled = settled;
  }

  /** Tells of the file when it has not been touched for a while. */
  wait(uri: vscode.Uri): void {
    this.cancel(uri);
    const tell = () => {
      this.#timers.delete(uri.toString());
      this.#settled(uri);
    };
    this.#timers.set(uri.toString(), setTimeout(tell, SETTLE_MS));
  }

  /** The file is in order again, or no longer of interest. */
  cancel(uri: vscode.Uri): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
