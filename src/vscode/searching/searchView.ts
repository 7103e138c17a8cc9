import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { type FromSearchBox, parseFromSearchBox, type ToSearchBox } from '../../webview/search/messages';
import { onDidSelectByHand } from '../host/userSelection';
import { WebviewChannel } from '../webviewKit/webviewChannel';
import { searchBody } from './searchBody';
import type { SearchState } from './searchState';

/** Who does what is asked for in the search box. */
export interface SearchBoxActions {
  search(query: string): void;
  toggle(term: string): void;
  toResults(): void;
  again(): void;
  suggest(text: string, cursor: number): Promise<Extract<ToSearchBox, { type: 'suggestions' }>>;
}

/** The commands behind the buttons of the box. */
const COMMANDS = {
  help: 'literatureNotes.searchHelp',
  moreFilters: 'literatureNotes.filterPapers',
  saveSearch: 'literatureNotes.saveSearch',
  searches: 'literatureNotes.openSearch',
  online: 'literatureNotes._searchOnlineHere',
} as const;

/** The view with the search box. */
export class SearchView implements vscode.WebviewViewProvider {
  static readonly id = 'literatureNotes.search';

  readonly #actions: SearchBoxActions;
  readonly #state: () => SearchState;
  readonly #channel: WebviewChannel<FromSearchBox, ToSearchBox>;
  /** What stands in the box, as far as is known. */
  #inBox = '';

  constructor(extension: vscode.Uri, actions: SearchBoxActions, state: () => SearchState) {
    this.#actions = actions;
    this.#state = state;
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
    const { query, ...state } = this.#state();
    const isOther = query !== this.#inBox;
    this.#inBox = query;
    this.#channel.post({ type: 'state', ...state, query: isOther ? query : undefined });
  }

  /** Opens the view and puts the cursor into the box. */
  focus(): Promise<void> {
    return this.#focus('focus');
  }

  #ready(): void {
    this.#inBox = '';
    this.show();
  }

  #receive(message: FromSearchBox): void {
    switch (message.type) {
      case 'query':
        this.#inBox = message.text;
        this.#actions.search(message.text);
        break;
      case 'filter':
        this.#actions.toggle(message.term);
        break;
      case 'search':
        this.#actions.search(message.query);
        break;
      case 'complete':
        inBackground(
          this.#actions.suggest(message.text, message.cursor).then((suggestions) => this.#channel.post(suggestions)),
        );
        break;
      case 'toResults':
        this.#actions.toResults();
        break;
      case 'again':
        this.#actions.again();
        break;
      case 'help':
      case 'moreFilters':
      case 'saveSearch':
      case 'searches':
        inBackground(this.#ask(COMMANDS[message.type]));
        break;
      case 'online':
        void vscode.commands.executeCommand(COMMANDS.online);
        break;
    }
  }

  /** Runs a command that asks the user something, which takes the focus, and gives it back to the box, unless the user went on in an editor. */
  async #ask(command: string): Promise<void> {
    let isElsewhere = false;
    const listening = onDidSelectByHand(() => (isElsewhere = true));
    try {
      await vscode.commands.executeCommand(command);
    } finally {
      listening.dispose();
    }
    if (!isElsewhere) await this.#focus('back');
  }

  async #focus(type: 'focus' | 'back'): Promise<void> {
    await vscode.commands.executeCommand(`${SearchView.id}.focus`);
    this.#channel.postWhenReady({ type });
  }
}
