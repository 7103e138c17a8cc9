import * as vscode from 'vscode';
import { citedCells, clusterKey } from '../../citations/preview/citedCells';
import type { ToNotebook } from '../../webview/notebook/messages';
import { onDidChangeStyles } from '../formatting/styleChanges';
import { PREFIX } from '../host/settings';
import type { Services } from '../shell/services';
import { formatPreview } from './previewFormat';
import { known, words } from './shownDocument';

/** Changes are shown together after so many milliseconds. */
const PAUSE_MS = 300;

/** Tells the renderer of notebooks' Markdown cells how their citations read, and again when that changes. */
export class NotebookCitations implements vscode.Disposable {
  readonly #services: Services;
  readonly #messaging: vscode.NotebookRendererMessaging;
  readonly #subscriptions: vscode.Disposable[];
  /** The editors whose renderer has asked, with how often they were to be told: only the last answer counts. */
  readonly #editors = new Map<vscode.NotebookEditor, number>();
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services, messaging: vscode.NotebookRendererMessaging) {
    this.#services = services;
    this.#messaging = messaging;
    const again = () => this.#tellAllSoon();
    this.#subscriptions = [
      services.bibliographies.onDidChange(again),
      services.library.onDidChange(again),
      vscode.workspace.onDidChangeNotebookDocument(({ contentChanges, cellChanges }) => {
        // Cells that run change too, and say nothing else.
        if (contentChanges.length > 0 || cellChanges.some(({ document }) => document !== undefined)) again();
      }),
      // One that was hidden has not been told of changes.
      vscode.window.onDidChangeVisibleNotebookEditors(again),
      onDidChangeStyles(services.following, again),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(PREFIX)) again();
      }),
    ];
  }

  /** Tells the renderer of an editor, and from now on. */
  show(editor: vscode.NotebookEditor): void {
    this.#tell(editor);
  }

  dispose(): void {
    clearTimeout(this.#soon);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #tellAllSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      for (const editor of this.#editors.keys()) {
        if (vscode.window.visibleNotebookEditors.includes(editor)) this.#tell(editor);
        else if (editor.notebook.isClosed) this.#editors.delete(editor);
      }
    }, PAUSE_MS);
  }

  #tell(editor: vscode.NotebookEditor): void {
    const times = (this.#editors.get(editor) ?? 0) + 1;
    this.#editors.set(editor, times);
    citationsOf(editor.notebook, this.#services)
      .then((message) => this.#editors.get(editor) === times && this.#messaging.postMessage(message, editor))
      .then(undefined, (error: unknown) => this.#services.log.error('Formatting the citations of a notebook', error));
  }
}

/** How the citations of a notebook's Markdown cells read: they are those of one document, in the order of the cells. */
export async function citationsOf(
  notebook: vscode.NotebookDocument,
  services: Pick<Services, 'library' | 'references' | 'ready' | 'bibliographies'>,
): Promise<ToNotebook> {
  const texts = notebook
    .getCells()
    .filter(({ kind }) => kind === vscode.NotebookCellKind.Markup)
    .map(({ document }) => document.getText());
  const { group, cells } = citedCells(texts);
  const format = await formatPreview(group, notebook.uri, services);
  const formatted = format.formatted?.clusters.map((cluster, at) => known(cluster, at, format, group)) ?? [];
  return {
    type: 'citations',
    cells: cells.map(({ text, citations }) => ({
      text,
      citations: citations.map((at) => ({ cluster: clusterKey(group.clusters[at]), formatted: formatted[at] })),
    })),
    references: format.formatted?.references ?? [],
    isNoteStyle: format.formatted?.isNoteStyle ?? false,
    words: words(),
    hasList: group.isListPlaced && format.hasList,
    ...(format.problem !== undefined && { problem: format.problem }),
  };
}
