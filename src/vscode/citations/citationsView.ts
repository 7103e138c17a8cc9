import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { shownLine } from '../../base/shownLine';
import { fileNameOf } from '../../workspace/uri';
import { KeyedRows } from '../choosing/keyedRows';
import type { Log } from '../host/log';
import { tellInView } from '../host/tell';
import { openTreeView } from '../host/treeView';
import type { CitationsNode } from './citationsNode';
import { CitationsTree } from './citationsTree';
import { citationsOf, type DocumentCitations, type DocumentCitationsParts } from './documentCitations';

/** After so long without another change the view is drawn anew, in milliseconds. */
const QUIET_MS = 250;

/** The Citations view: what the document that the user is in cites. */
export class CitationsView implements vscode.Disposable {
  static readonly id = 'literatureNotes.citations';
  readonly #tree = new CitationsTree();
  readonly view: vscode.TreeView<CitationsNode>;
  /** The rows that keys act on. */
  readonly rows: KeyedRows<CitationsNode>;
  readonly #parts: DocumentCitationsParts;
  readonly #log: Log;
  readonly #subscriptions: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #shown: DocumentCitations | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: DocumentCitationsParts, log: Log) {
    this.#parts = parts;
    this.#log = log;
    this.view = openTreeView(CitationsView.id, {
      treeDataProvider: this.#tree,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.rows = new KeyedRows(this.view);
    this.#subscriptions = [
      this.#tree,
      this.view,
      this.rows,
      this.view.onDidChangeVisibility(() => this.later(0)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.of(undefined);
      }),
    ];
  }

  /** What the view tells of the document that it is about. */
  get shown(): DocumentCitations | undefined {
    return this.#shown;
  }

  /** Shows what another document cites. */
  of(document: vscode.TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    this.later(0);
  }

  /** Shows what the document cites now, in a while. */
  later(milliseconds = QUIET_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => inBackground(this.#refresh()), milliseconds);
  }

  /** What the document cites now. */
  async now(): Promise<DocumentCitations | undefined> {
    return this.#document && citationsOf(this.#document, this.#parts);
  }

  async #refresh(): Promise<void> {
    if (!this.view.visible) return;
    const document = this.#document;
    try {
      const citations = await this.now();
      if (document !== this.#document) return;
      this.#shown = citations;
      this.#tree.show(citations);
      this.view.description = document && shownLine(fileNameOf(document.uri.toString()));
      const hasRows = citations !== undefined && citations.papers.length + citations.unknown.length > 0;
      const nothing = vscode.l10n.t('“{0}” cites nothing yet.', this.view.description ?? '');
      tellInView(this.view, document && !hasRows ? nothing : undefined);
    } catch (error) {
      this.#log.error('Showing what a document cites', error);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
