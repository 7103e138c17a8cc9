import * as vscode from 'vscode';
import { type FromSearchBox, parseFromSearchBox, type ToSearchBox } from '../../webview/search/messages';
import { escapeHtml } from '../webviewKit/html';
import { WebviewChannel } from '../webviewKit/webviewChannel';
import { problemSentence } from './querySentences';
import type { SearchSession } from './searchSession';

/** The view with the search box. */
export class SearchView implements vscode.WebviewViewProvider {
  static readonly id = 'literatureNotes.search';

  readonly #session: SearchSession;
  readonly #status: () => string;
  readonly #channel: WebviewChannel<FromSearchBox, ToSearchBox>;
  /** What stands in the box, as far as is known. */
  #inBox = '';

  /** @param status the number of matches as a sentence */
  constructor(extension: vscode.Uri, session: SearchSession, status: () => string) {
    this.#session = session;
    this.#status = status;
    this.#channel = new WebviewChannel(extension, {
      parse: parseFromSearchBox,
      receive: (message) => this.#receive(message),
      ready: () => this.#ready(),
    });
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    view.onDidDispose(() => this.#channel.close());
    this.#channel.show(view.webview, { name: 'search', title: vscode.l10n.t('Search papers'), body: searchBody() });
  }

  /** Tells the box the state of the search; what stands in it only where that is not what was typed there. */
  show(): void {
    const { query, answer, failed } = this.#session;
    const isOther = query !== this.#inBox;
    this.#inBox = query;
    this.#channel.post({
      type: 'state',
      query: isOther ? query : undefined,
      status: this.#status(),
      problems: failed ? [vscode.l10n.t('The search gave no answer.')] : (answer?.problems.map(problemSentence) ?? []),
      failed,
    });
  }

  /** Opens the view and puts the cursor into the box. */
  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${SearchView.id}.focus`);
    this.#channel.postWhenReady({ type: 'focus' });
  }

  #ready(): void {
    this.#inBox = '';
    this.show();
  }

  #receive(message: FromSearchBox): void {
    switch (message.type) {
      case 'query':
        this.#inBox = message.text;
        void this.#session.setQuery(message.text);
        break;
      case 'toResults':
        this.#session.goToResults();
        break;
      case 'again':
        void this.#session.again();
        break;
      case 'help':
        void vscode.commands.executeCommand('literatureNotes.searchHelp');
        break;
    }
  }
}

/** The body of the page; src/webview/search/page.ts brings it to life. */
function searchBody(): string {
  const label = escapeHtml(vscode.l10n.t('Search papers'));
  const help = escapeHtml(vscode.l10n.t('How to search'));
  const clear = escapeHtml(vscode.l10n.t('Clear search'));
  const again = escapeHtml(vscode.l10n.t('Try again'));
  return `<div class="box" role="search">
<label class="hidden" for="query">${label}</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" maxlength="1000" placeholder="${label}" aria-describedby="status">
<button id="clear" class="codicon codicon-close" type="button" title="${clear}" aria-label="${clear}" hidden></button>
<button id="ask" class="codicon codicon-question" type="button" title="${help}" aria-label="${help}"></button>
</div>
<div id="status" role="status" aria-live="polite"></div>
<ul id="problems" aria-live="polite"></ul>
<button id="again" type="button" hidden>${again}</button>`;
}
