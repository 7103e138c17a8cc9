import * as vscode from 'vscode';
import { unwritableKeys } from '../../../citations/writableKeys';
import { pastedEntries } from '../../../workflows/pastedEntries';
import type { LibraryService } from '../../library/libraryService';
import { type DefinedCommands, syntaxOf } from '../syntaxOf';
import { additionalEdit, citedText } from './citedText';
import { CITATION_KIND } from './transferKinds';

/**
 * Offers to paste a DOI, an arXiv identifier, an address of one of them, or BibTeX as a citation of the paper. What is
 * pasted without choosing stays the text itself.
 */
export class CitationPaste implements vscode.DocumentPasteEditProvider {
  readonly #library: Pick<LibraryService, 'own' | 'isSource'>;
  readonly #defined: DefinedCommands;

  constructor(library: Pick<LibraryService, 'own' | 'isSource'>, defined: DefinedCommands) {
    this.#defined = defined;
    this.#library = library;
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const text = await data.get('text/plain')?.asString();
    if (!text || token.isCancellationRequested || this.#library.isSource(document.uri)) return [];
    const keys = pastedEntries(text, this.#library.own).map((entry) => entry.citekey);
    // Nothing is told here: the paste is only offered, and the text itself is pasted.
    if (unwritableKeys(keys, syntaxOf(document)).length > 0) return [];
    if (keys.length === 0 || ranges.length === 0) return [];
    const cited = citedText(document, ranges[0].start, keys, this.#defined);
    if (!cited) return [];
    const { edit: additional, refusals } = await additionalEdit(cited);
    if (refusals) return [];
    const edit = new vscode.DocumentPasteEdit(cited.insertText, vscode.l10n.t('Paste as Citation'), CITATION_KIND);
    edit.additionalEdit = additional;
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }
}
