import type * as vscode from 'vscode';
import type { Services } from '../shell/services';

/** The view with the details of a paper. What fills it is loaded when VS Code first shows it. */
export class DetailsView implements vscode.WebviewViewProvider {
  static readonly id = 'literatureNotes.details';

  readonly #extension: vscode.Uri;
  readonly #services: Services;

  constructor(extension: vscode.Uri, services: Services) {
    this.#extension = extension;
    this.#services = services;
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    let isGone = false;
    view.onDidDispose(() => (isGone = true));
    const { DetailsSession } = await import('./panels');
    if (isGone) return;
    const session = new DetailsSession(this.#extension, this.#services, view);
    view.onDidDispose(() => session.dispose());
  }
}
