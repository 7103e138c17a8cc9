import * as vscode from 'vscode';
import { citedKeys } from '../../../citations/document';
import type { Syntax } from '../../../citations/syntax';
import { isWritable } from '../../../citations/writableKeys';
import { completionMode } from '../../host/settings';
import type { CitingDocument, CitingDocuments } from '../citingDocuments';
import { otherCompletes } from './otherExtensions';
import { PaperCompletionItem, shownOf } from './paperCompletionItem';
import type { PaperRanking } from './paperRanking';

/** How many papers are offered at a time; typing brings others. */
const LIMIT = 100;

/** What completions are made of. */
export interface CompletionParts {
  readonly documents: CitingDocuments;
  readonly ranking: PaperRanking;
  /** Whether a word is the citekey of a paper. */
  readonly isKey: (word: string) => boolean;
  paperDocumentation(item: PaperCompletionItem, document: vscode.TextDocument): Promise<vscode.MarkdownString>;
}

/** Offers the papers of the library where a citekey is being written in one syntax. */
export class CitationCompletion implements vscode.CompletionItemProvider<PaperCompletionItem> {
  readonly #syntax: Syntax;
  readonly #parts: CompletionParts;

  constructor(syntax: Syntax, parts: CompletionParts) {
    this.#syntax = syntax;
    this.#parts = parts;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Promise<vscode.CompletionList<PaperCompletionItem> | undefined> {
    if (context.triggerCharacter === ' ' && !(await this.#mayFollowBlank(document, position))) return undefined;
    const { keyPlaceAt } = await import('../../../citations/completionInWords');
    if (token.isCancellationRequested) return undefined;
    const citing = this.#isWanted(document) ? this.#parts.documents.of(document) : undefined;
    if (!citing || !this.#mayComplete(citing)) return undefined;
    const { text } = citing;
    // That of the document knows the user's own commands.
    const syntax = citing.syntax.id === this.#syntax.id ? citing.syntax : this.#syntax;
    const place = keyPlaceAt(text, document.offsetAt(position), syntax, this.#parts.isKey);
    if (!place || (citing.syntax.id !== syntax.id && !place.inWords)) return undefined;
    const papers = await this.#parts.ranking.rank({
      typed: place.typed,
      inWords: place.inWords,
      cited: citedKeys(citing),
      except: place.others,
      limit: LIMIT,
    });
    if (token.isCancellationRequested || papers.length === 0) return undefined;
    const shown = papers.map(shownOf);
    const twins = new Set(shown.filter((row, i) => shown.indexOf(row) !== i));
    const items = papers.map(
      (entry, rank) => new PaperCompletionItem(entry, rank, place, document, text, twins.has(shown[rank])),
    );
    for (const item of items) if (!isWritable(item.entry.citekey, syntax)) item.refuse(document);
    return new vscode.CompletionList(
      items.filter((item) => isOnOneLine(item.range)),
      true,
    );
  }

  async resolveCompletionItem(item: PaperCompletionItem): Promise<PaperCompletionItem> {
    item.documentation = await this.#parts.paperDocumentation(item, item.document);
    return item;
  }

  /**
   * Whether a document is of this syntax: a file can be of one by its language and of another by its name. One without
   * citations may be about to get its first, which words of a paper do not tell yet.
   */
  #mayComplete({ syntax, citations }: CitingDocument): boolean {
    return syntax.id === this.#syntax.id || (this.#syntax.sign?.insteadOf === syntax.id && citations.length === 0);
  }

  /** Behind a blank papers are due between items, and where words of a paper are being typed; most blanks stand in prose. */
  async #mayFollowBlank(document: vscode.TextDocument, position: vscode.Position): Promise<boolean> {
    if (isBehindSeparator(document, position)) return true;
    const before = document.lineAt(position.line).text.slice(0, position.character);
    const { areWordsBefore } = await import('../../../citations/completionInWords');
    return areWordsBefore(before, before.length, this.#syntax, this.#parts.isKey);
  }

  #isWanted(document: vscode.TextDocument): boolean {
    switch (completionMode(document)) {
      case 'always':
        return true;
      case 'whereNoOther':
        return !otherCompletes(document.languageId);
      case 'never':
        return false;
    }
  }
}

function isBehindSeparator(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  return /[,;:]\s*$/.test(document.lineAt(line).text.slice(Math.max(0, character - 8), character));
}

/** VS Code takes no other ranges. */
function isOnOneLine(range: PaperCompletionItem['range']): boolean {
  const whole = range && 'replacing' in range ? range.replacing : range;
  return whole?.isSingleLine ?? true;
}
