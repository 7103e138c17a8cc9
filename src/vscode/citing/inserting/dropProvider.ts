import * as vscode from 'vscode';
import type { Entry } from '../../../library/model/entry';
import { CITEKEYS_TYPE, readCitekeys } from '../../host/draggedPapers';
import { tell } from '../../host/tell';
import type { References } from '../../formatting/references';
import type { LibraryService } from '../../library/libraryService';
import { additionalEdit, citedText } from './citedText';
import { CITATION_KIND, REFERENCE_KIND } from './transferKinds';
import { papersOf } from '../showing/keyMeaning';
import { type DefinedCommands, syntaxOf } from '../syntaxOf';
import { canWriteAll } from './unwritable';
import type { RecentPapers } from '../completing/recentPapers';

/** Rows of the Papers view dropped into a document cite their papers there, or become written-out references. */
export class CitationDrop implements vscode.DocumentDropEditProvider {
  readonly #library: Pick<LibraryService, 'shown' | 'isSource'>;
  readonly #recent: RecentPapers;
  readonly #references: Pick<References, 'references'>;
  readonly #defined: DefinedCommands;

  constructor(
    library: Pick<LibraryService, 'shown' | 'isSource'>,
    recent: RecentPapers,
    references: Pick<References, 'references'>,
    defined: DefinedCommands,
  ) {
    this.#defined = defined;
    this.#library = library;
    this.#recent = recent;
    this.#references = references;
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit[]> {
    const keys = readCitekeys((await data.get(CITEKEYS_TYPE)?.asString()) ?? '');
    const papers = keys.flatMap((key) => papersOf(this.#library.shown.resolve(key)).slice(0, 1));
    if (papers.length === 0 || token.isCancellationRequested || this.#library.isSource(document.uri)) return [];
    this.#recent.add(keys);
    return [...(await this.#citation(document, position, papers)), ...(await this.#asText(document, papers))];
  }

  async #citation(
    document: vscode.TextDocument,
    position: vscode.Position,
    papers: readonly Entry[],
  ): Promise<vscode.DocumentDropEdit[]> {
    const keys = papers.map((entry) => entry.citekey);
    if (!canWriteAll(keys, syntaxOf(document))) return [];
    const text = citedText(document, position, keys, this.#defined);
    if (!text) return [];
    const { edit: additional, refusals } = await additionalEdit(text);
    if (refusals) {
      const { refusalsSentence } = await import('../../host/refusalSentence');
      tell(refusalsSentence(refusals), 'warning');
      return [];
    }
    const edit = new vscode.DocumentDropEdit(text.insertText, vscode.l10n.t('Insert Citation'), CITATION_KIND);
    edit.additionalEdit = additional;
    return [edit];
  }

  /** The papers as references in the style of the document, one a line; a command that formats tells why a style cannot be used. */
  async #asText(document: vscode.TextDocument, papers: readonly Entry[]): Promise<vscode.DocumentDropEdit[]> {
    const references = await this.#references.references(papers, 'text', document).catch(() => []);
    const text = references.map((reference) => reference.text).join('\n');
    const label = vscode.l10n.t('Insert Reference as Text');
    return text === '' ? [] : [new vscode.DocumentDropEdit(text, label, REFERENCE_KIND)];
  }
}
