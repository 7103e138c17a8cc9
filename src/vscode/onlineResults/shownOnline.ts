import * as vscode from 'vscode';
import type { SearchedPaper } from '../../workflows/adding/searchedPapers';

/** Papers of the web, as they stand under a heading of their own in the Papers view. */
export interface OnlineContent {
  /** Another one for each list. */
  readonly id: number;
  readonly title: string;
  /** What stands behind the title. */
  readonly detail: string;
  readonly papers: readonly SearchedPaper[];
  /** Whether services are being asked. */
  readonly isRunning: boolean;
  readonly hasMore: boolean;
  /** Why the list may not be whole. */
  readonly trouble?: string;
}

/** What papers of the web the Papers view shows. What gets them is loaded when they are first asked for. */
export class ShownOnline implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #goes = new vscode.EventEmitter<void>();
  #content: OnlineContent | undefined;

  /** Fires when other papers, or more of them, are to be shown. */
  readonly onDidChange = this.#changed.event;
  /** Fires when the user goes on to the papers. */
  readonly onDidGoToPapers = this.#goes.event;

  get content(): OnlineContent | undefined {
    return this.#content;
  }

  show(content: OnlineContent | undefined): void {
    if (content === this.#content) return;
    this.#content = content;
    this.#changed.fire();
  }

  goToPapers(): void {
    this.#goes.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#goes.dispose();
  }
}
