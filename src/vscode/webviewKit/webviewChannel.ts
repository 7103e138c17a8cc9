import type * as vscode from 'vscode';
import type { Ready } from '../../webview/ready';
import { type Page, pageHtml, pageRoots } from './page';

/** Who hears what a page says. */
export interface PageListener<From> {
  /** A message of the page; undefined for what is none. Nothing that a page sends is believed unchecked. */
  readonly parse: (message: unknown) => From | undefined;
  /** Called for each message of the page but for the first, which says that it is ready. */
  readonly receive: (message: From) => void;
  /** Called whenever the page is ready, also when VS Code made it anew: the page knows nothing of what it was told before. */
  readonly ready: () => void;
}

/** Shows a page in a webview and talks with it. */
export class WebviewChannel<From, To> {
  readonly #extension: vscode.Uri;
  readonly #listener: PageListener<From>;
  #webview: vscode.Webview | undefined;
  #ready = false;
  #waiting: To[] = [];

  constructor(extension: vscode.Uri, listener: PageListener<From>) {
    this.#extension = extension;
    this.#listener = listener;
  }

  /** Shows the page in a webview that VS Code made. */
  show(webview: vscode.Webview, page: Page): void {
    this.#webview = webview;
    this.#ready = false;
    webview.options = { enableScripts: true, localResourceRoots: pageRoots(this.#extension) };
    webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    webview.html = pageHtml(page, webview, this.#extension);
  }

  /** The webview is gone. */
  close(): void {
    this.#webview = undefined;
    this.#ready = false;
  }

  /** Tells the page its state; a page that is not there is told when it is ready (`PageListener.ready`). */
  post(message: To): void {
    if (this.#ready) void this.#webview?.postMessage(message);
  }

  /** Has the page do something, as soon as it is there. */
  postWhenReady(message: To): void {
    if (this.#ready) this.post(message);
    else this.#waiting.push(message);
  }

  #receive(message: unknown): void {
    if (isReady(message)) {
      this.#ready = true;
      const waiting = this.#waiting;
      this.#waiting = [];
      this.#listener.ready();
      for (const each of waiting) this.post(each);
      return;
    }
    const known = this.#listener.parse(message);
    if (known !== undefined) this.#listener.receive(known);
  }
}

function isReady(message: unknown): message is Ready {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}
