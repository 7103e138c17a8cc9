import * as vscode from 'vscode';
import type { MarkdownIt } from '../../citations/preview/markdownIt';
import type { Services } from '../shell/services';

/** What VS Code's Markdown preview calls with its renderer, to have it extended. */
export type ExtendMarkdownIt = <T>(md: T) => T;

/**
 * Has the Markdown preview show citations as they will read. What does that is loaded when there is a preview, which is then
 * shown anew, as VS Code does not wait for it.
 */
export function markdownPreview(services: Services, own: (disposable: vscode.Disposable) => void): ExtendMarkdownIt {
  let citations: Promise<{ extend(md: MarkdownIt): void }> | undefined;
  const load = async () => {
    const { PreviewCitations } = await import('./previewCitations');
    const loaded = new PreviewCitations(services);
    own(loaded);
    return loaded;
  };
  return (md) => {
    citations ??= load();
    void citations
      .then((loaded) => loaded.extend(md as MarkdownIt))
      .catch((error: unknown) => services.log.error('Extending the Markdown preview', error));
    return md;
  };
}

/** The id of the renderer that extends that of notebooks' Markdown cells (package.json, notebookRenderer). */
const NOTEBOOK_RENDERER = 'literature-notes.citations';

/** Has the Markdown cells of notebooks show citations as they will read. What does that is loaded when a notebook asks. */
export function notebookCells(services: Services, own: (disposable: vscode.Disposable) => void): void {
  const messaging = vscode.notebooks.createRendererMessaging(NOTEBOOK_RENDERER);
  let citations: Promise<{ show(editor: vscode.NotebookEditor): void }> | undefined;
  const load = async () => {
    const { NotebookCitations } = await import('./notebookCitations');
    const loaded = new NotebookCitations(services, messaging);
    own(loaded);
    return loaded;
  };
  own(
    messaging.onDidReceiveMessage(({ editor }) => {
      citations ??= load();
      void citations
        .then((loaded) => loaded.show(editor))
        .catch((error: unknown) => services.log.error('Showing the citations of a notebook', error));
    }),
  );
}
