import * as vscode from 'vscode';

/** Where the extension writes what went wrong. An exception is logged here once, by whoever handles it. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** Logs an exception with its stack, behind what was being done. */
  error(doing: string, error: unknown): void;
  show(): void;
}

/** The log as an output channel "Literature Notes", made when the first line is written. */
export class ChannelLog implements Log, vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  get #lazy(): vscode.LogOutputChannel {
    this.#channel ??= vscode.window.createOutputChannel('Literature Notes', { log: true });
    return this.#channel;
  }

  info(message: string): void {
    this.#lazy.info(message);
  }

  warn(message: string): void {
    this.#lazy.warn(message);
  }

  error(doing: string, error: unknown): void {
    this.#lazy.error(doing, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  show(): void {
    this.#lazy.show();
  }

  dispose(): void {
    this.#channel?.dispose();
  }
}
