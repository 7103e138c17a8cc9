import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { ContextKey } from '../host/contextKey';
import type { Services } from '../shell/services';

/** Remembers that the view was opened in this workspace. */
const OPENED = 'details.opened';

/**
 * The view with the details of a paper. What fills it is loaded when VS Code first shows it. A view that was closed from the start opens
 * with the least height that VS Code knows, whatever its `initialSize`; one that comes to the others gets that. So it goes and comes
 * again when it is opened for the first time in a workspace; from then on it is as high as the user has it.
 */
export class DetailsView implements vscode.WebviewViewProvider {
  static readonly id = 'literatureNotes.details';

  readonly #extension: vscode.Uri;
  readonly #services: Services;
  readonly #state: vscode.Memento;
  readonly #isAway = new ContextKey<boolean>('literatureNotes.detailsAway');
  #isReady = false;
  /** Whether it went and comes again. */
  #isBack = false;

  constructor(extension: vscode.Uri, services: Services, state: vscode.Memento) {
    this.#extension = extension;
    this.#services = services;
    this.#state = state;
    inBackground(services.ready.then(() => (this.#isReady = true)));
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    const isFirst = this.#state.get(OPENED) !== true;
    if (isFirst) inBackground(this.#state.update(OPENED, true));
    // One that stands open when VS Code starts is as high as it was.
    if (isFirst && this.#isReady) {
      this.#isAway.set(true);
      this.#isAway.set(false);
      this.#isBack = true;
      return;
    }
    const { details } = this.#services;
    if (this.#isBack && !details.isOpenedBeside) void vscode.commands.executeCommand(`${DetailsView.id}.focus`);
    this.#isBack = details.isOpenedBeside = false;
    let isGone = false;
    view.onDidDispose(() => (isGone = true));
    const { DetailsSession } = await import('./panels');
    if (isGone) return;
    const session = new DetailsSession(this.#extension, this.#services, view);
    view.onDidDispose(() => session.dispose());
  }
}
