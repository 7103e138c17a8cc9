import * as vscode from 'vscode';
import type { QueryProblem } from '../../search/contract';
import type { SearchSession } from './searchSession';
import { parseFromSearchBox, type ToSearchBox } from './searchMessages';

/** What the box needs of the view below it. */
export interface Results {
  /** The number of matches as a sentence. */
  status(): string;
  /** Moves the focus to the found papers. */
  toResults(): void;
}

/** The view with the search box. */
export class SearchView implements vscode.WebviewViewProvider {
  static readonly id = 'literatureNotes.search';

  readonly #extension: vscode.Uri;
  readonly #session: SearchSession;
  readonly #results: Results;
  #view: vscode.WebviewView | undefined;
  #ready = false;
  #focusWanted = false;

  constructor(extension: vscode.Uri, session: SearchSession, results: Results) {
    this.#extension = extension;
    this.#session = session;
    this.#results = results;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#ready = false;
    const dist = vscode.Uri.joinPath(this.#extension, 'dist', 'webview');
    const media = vscode.Uri.joinPath(this.#extension, 'media');
    view.webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    view.webview.onDidReceiveMessage((message) => this.#receive(message));
    view.onDidDispose(() => (this.#view = undefined));
    view.webview.html = searchHtml({
      cspSource: view.webview.cspSource,
      nonce: crypto.randomUUID(),
      script: view.webview.asWebviewUri(vscode.Uri.joinPath(dist, 'search.js')).toString(),
      style: view.webview.asWebviewUri(vscode.Uri.joinPath(media, 'search.css')).toString(),
      icons: view.webview.asWebviewUri(vscode.Uri.joinPath(dist, 'codicon.css')).toString(),
    });
  }

  /** Tells the box the state of the search; with `query`, also what stands in the box. */
  show(query?: string): void {
    const problems = this.#session.answer?.problems.map(problemSentence) ?? [];
    this.#post({ type: 'state', query, status: this.#results.status(), problems });
  }

  /** Opens the view and puts the cursor into the box. */
  async focus(): Promise<void> {
    this.#focusWanted = true;
    await vscode.commands.executeCommand(`${SearchView.id}.focus`);
    this.#focusIfReady();
  }

  #receive(raw: unknown): void {
    const message = parseFromSearchBox(raw);
    switch (message?.type) {
      case 'ready':
        this.#ready = true;
        this.show(this.#session.query);
        this.#focusIfReady();
        break;
      case 'query':
        void this.#session.setQuery(message.text);
        break;
      case 'toResults':
        this.#results.toResults();
        break;
      case 'help':
        void vscode.commands.executeCommand('literatureNotes.searchHelp');
        break;
      case undefined:
        break;
    }
  }

  #focusIfReady(): void {
    if (!this.#ready || !this.#focusWanted) return;
    this.#focusWanted = false;
    this.#post({ type: 'focus' });
  }

  #post(message: ToSearchBox): void {
    if (this.#ready) void this.#view?.webview.postMessage(message);
  }
}

interface SearchPage {
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly icons: string;
}

function searchHtml({ cspSource, nonce, script, style, icons }: SearchPage): string {
  const label = escapeHtml(vscode.l10n.t('Search papers'));
  const help = escapeHtml(vscode.l10n.t('How to search'));
  const clear = escapeHtml(vscode.l10n.t('Clear search'));
  const policy = `default-src 'none'; style-src ${cspSource}; font-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${icons}">
<link rel="stylesheet" href="${style}">
<title>${label}</title>
</head>
<body>
<div class="box" role="search">
<label class="hidden" for="query">${label}</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" maxlength="1000" placeholder="${label}" aria-describedby="status">
<button id="clear" class="codicon codicon-close" type="button" title="${clear}" aria-label="${clear}" hidden></button>
<button id="ask" class="codicon codicon-question" type="button" title="${help}" aria-label="${help}"></button>
</div>
<div id="status" role="status" aria-live="polite"></div>
<ul id="problems" aria-live="polite"></ul>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => entities[sign]);
}

/** What is wrong with a query, as a sentence for the person who typed it. */
export function problemSentence(problem: QueryProblem): string {
  switch (problem.code) {
    case 'unknown-field':
      return vscode.l10n.t('There is no field “{0}”; the words were searched everywhere.', problem.text);
    case 'bad-year':
      return vscode.l10n.t('“{0}” is no year; write year:2019, year:2019..2022 or year:>2020.', problem.text);
    case 'unclosed-quote':
      return vscode.l10n.t('A quotation mark is missing; the phrase goes on to the end.');
    case 'unclosed-parenthesis':
      return vscode.l10n.t('A parenthesis has no partner and was left out.');
    case 'empty-field':
      return vscode.l10n.t('“{0}” needs a word behind it.', problem.text);
    case 'bad-has':
      return vscode.l10n.t('“{0}” cannot be asked for; write has:note, has:abstract or has:doi.', problem.text);
  }
}
