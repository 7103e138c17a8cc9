import * as vscode from 'vscode';
import { tell } from '../host/tell';
import { CITEKEYS_TYPE, writeCitekeys } from '../host/draggedPapers';
import { OnlineNode, PaperNode, type PapersNode } from './papersNode';

/** File names that can be paper lists. */
const MARKDOWN = /\.(?:md|markdown)$/i;
const PAPER_LIST = /\.(bib|ris|json|ya?ml|txt|nbib|enw|ciw)$/i;

/** Files dropped on the Papers view become sources, Markdown files dropped on a row its notes; its rows can be dragged into documents, to be cited there. */
export class PapersDrop implements vscode.TreeDragAndDropController<PapersNode> {
  readonly dropMimeTypes = ['text/uri-list'];
  readonly dragMimeTypes = [CITEKEYS_TYPE];

  handleDrag(source: readonly PapersNode[], data: vscode.DataTransfer): void {
    const papers = source.filter((node) => node instanceof PaperNode || node instanceof OnlineNode);
    const citekeys = papers.map(({ entry }) => entry?.citekey).filter((citekey) => citekey !== undefined);
    if (citekeys.length > 0) data.set(CITEKEYS_TYPE, new vscode.DataTransferItem(writeCitekeys(citekeys)));
  }

  async handleDrop(target: PapersNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const list = await data.get('text/uri-list')?.asString();
    const uris = (list ?? '')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => vscode.Uri.parse(line));
    const notes = target instanceof PaperNode ? uris.filter((uri) => MARKDOWN.test(uri.path)) : [];
    const lists = uris.filter((uri) => PAPER_LIST.test(uri.path));
    for (const note of notes) {
      await vscode.commands.executeCommand('literatureNotes.linkNote', (target as PaperNode).entry.citekey, note);
    }
    if (lists.length > 0) await vscode.commands.executeCommand('literatureNotes.addPaperList', lists);
    else if (notes.length === 0) {
      tell(
        vscode.l10n.t(
          'Drop a paper list (a .bib, .ris, .json, .yaml, .txt, .nbib, .enw or .ciw file), or a Markdown file on the paper that it is a note of.',
        ),
      );
    }
  }
}
