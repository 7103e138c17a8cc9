import * as vscode from 'vscode';
import type { SearchedPaper } from '../../workflows/adding/searchedPapers';
import { ContextKey } from '../host/contextKey';

/** Which paper the details view is about, and whether it is to be seen. The view itself is loaded when it is first shown. */
export class ShownDetails implements vscode.Disposable {
  readonly #shows = new vscode.EventEmitter<void>();
  readonly #pinned = new ContextKey<boolean>('literatureNotes.detailsPinned');
  #isPinned = false;
  #trail: string[] = [];
  #citekey: string | undefined;
  #guest: SearchedPaper | undefined;
  isVisible = false;

  /** Fires when another paper is to be shown. */
  readonly onDidChange = this.#shows.event;

  get citekey(): string | undefined {
    return this.#citekey;
  }

  /** A paper of the web that is shown instead. */
  get guest(): SearchedPaper | undefined {
    return this.#guest;
  }

  /** Shows a paper of the web. */
  showGuest(paper: SearchedPaper): void {
    this.#trail = [];
    this.#citekey = undefined;
    this.#guest = paper;
    this.#shows.fire();
  }

  /** The paper that led to this one. */
  get back(): string | undefined {
    return this.#trail.at(-1);
  }

  /** Whether the view shows what is selected. */
  get follows(): boolean {
    return this.isVisible && !this.#isPinned;
  }

  pin(isPinned: boolean): void {
    this.#isPinned = isPinned;
    this.#pinned.set(isPinned);
  }

  /** Shows a paper that was selected; a pinned view stays as it is. */
  follow(citekey: string): void {
    if (this.follows) this.show(citekey);
  }

  /** Shows a paper. */
  show(citekey: string): void {
    this.#trail = [];
    this.#show(citekey);
  }

  /** Shows a paper to which the one that is shown led. */
  goOn(citekey: string): void {
    if (this.#citekey !== undefined) this.#trail.push(this.#citekey);
    this.#show(citekey);
  }

  /** Shows the paper that led to this one. */
  goBack(): void {
    const before = this.#trail.pop();
    if (before !== undefined) this.#show(before);
  }

  #show(citekey: string): void {
    if (citekey === this.#citekey) return;
    this.#citekey = citekey;
    this.#guest = undefined;
    this.#shows.fire();
  }

  dispose(): void {
    this.#shows.dispose();
  }
}
