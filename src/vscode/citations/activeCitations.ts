import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { PaperChoice } from '../choosing/paperChoice';
import { togetherWith } from '../citing/bibliography/wholeDocument';
import { ContextKey } from '../host/contextKey';
import type { Log } from '../host/log';
import type { CitationsView } from './citationsView';
import type { DocumentCitations, DocumentCitationsParts } from './documentCitations';

/** Remembers that the view was used in this workspace. */
const USED = 'citationsView.used';

/** The changes after which a document may cite other papers. */
export type Changes = readonly ((listener: () => void) => vscode.Disposable)[];

/**
 * Follows which document the user is in. The view of what it cites is there from the first document that cites on, and at once
 * where it was used before; its code is loaded with it.
 */
export class ActiveCitations implements vscode.Disposable {
  readonly #isShown = new ContextKey<boolean>('literatureNotes.showsCitations');
  readonly #parts: DocumentCitationsParts;
  readonly #state: vscode.Memento;
  readonly #log: Log;
  readonly #changes: Changes;
  readonly #choice: Pick<PaperChoice, 'watchTree'>;
  readonly #subscriptions: vscode.Disposable[];
  #document: vscode.TextDocument | undefined;
  #view: Promise<CitationsView> | undefined;
  /** The rows of the view that keys act on, once it is there. */
  rows: CitationsView['rows'] | undefined;

  constructor(
    parts: DocumentCitationsParts & { readonly choice: Pick<PaperChoice, 'watchTree'> },
    changes: Changes,
    state: vscode.Memento,
    log: Log,
  ) {
    this.#parts = parts;
    this.#choice = parts.choice;
    this.#changes = changes;
    this.#state = state;
    this.#log = log;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#enter(editor?.document)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#enter(shownOtherwise())),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#enter(shownOtherwise())),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === shownOtherwise()) this.#enter(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document && !this.#view) this.#open(document);
      }),
    ];
    if (state.get(USED) === true) inBackground(this.#load());
    this.#enter(vscode.window.activeTextEditor?.document ?? shownOtherwise());
  }

  /** What the document that the user is in cites; undefined where there is none. */
  async now(): Promise<DocumentCitations | undefined> {
    const { citationsOf } = await import('./documentCitations');
    return this.#document && citationsOf(this.#document, this.#parts);
  }

  /** Brings the view to the front, from now on always there. */
  async show(): Promise<void> {
    await this.#state.update(USED, true);
    await this.#load();
    await vscode.commands.executeCommand('literatureNotes.citations.focus');
  }

  #enter(document: vscode.TextDocument | undefined): void {
    // A list, an output or a setting that is looked at is not what the user writes.
    if (!document || !this.#parts.documents.of(document) || this.#parts.library.isSource(document.uri)) return;
    this.#document = document;
    this.#open(document);
  }

  #open(document: vscode.TextDocument): void {
    if (!this.#view && !this.#cites(document)) return;
    inBackground(this.#load().then((view) => view.of(document)));
  }

  #cites(document: vscode.TextDocument): boolean {
    return togetherWith(document).some((each) => (this.#parts.documents.of(each)?.citations.length ?? 0) > 0);
  }

  #load(): Promise<CitationsView> {
    return (this.#view ??= this.#create());
  }

  async #create(): Promise<CitationsView> {
    const { CitationsView } = await import('./citationsView');
    const view = new CitationsView(this.#parts, this.#log);
    this.#choice.watchTree(view.view);
    this.#subscriptions.push(view, ...this.#changes.map((listen) => listen(() => view.later())));
    this.rows = view.rows;
    this.#isShown.set(true);
    if (this.#document) view.of(this.#document);
    return view;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The document that the tab in front shows otherwise than as text, as VS Code's Markdown preview does in the place of the editor. */
function shownOtherwise(): vscode.TextDocument | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom)) return undefined;
  const uri = input.uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}
