import * as vscode from 'vscode';
import type { PapersNode } from './papersNode';

/** File names that can be paper lists. */
const PAPER_LIST = /\.(bib|ris|json|ya?ml|txt)$/i;

/** Files dropped on the Papers view become sources. */
export class PapersDrop implements vscode.TreeDragAndDropController<PapersNode> {
  readonly dropMimeTypes = ['text/uri-list'];
  readonly dragMimeTypes: string[] = [];

  async handleDrop(_target: PapersNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const list = await data.get('text/uri-list')?.asString();
    const uris = (list ?? '')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => vscode.Uri.parse(line))
      .filter((uri) => PAPER_LIST.test(uri.path));
    if (uris.length > 0) await vscode.commands.executeCommand('literatureNotes.addPaperList', uris);
    else
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Drop a paper list: a .bib, .ris, .json, .yaml or .txt file.'),
      );
  }
}
