import * as vscode from 'vscode';
import { keyAt } from '../../citations/document';
import type { CitingDocuments } from '../citing/citingDocuments';
import { PROBLEM_SOURCE } from '../host/problems';
import { QuickFix } from '../host/quickFix';
import { FOLLOW_KEY, type ChangedKeys } from './changedKeys';

/** Offers at a key that no paper has any more to update all places to the key that its paper has now. */
export class KeyChangeFixes implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];
  readonly #documents: CitingDocuments;
  readonly #changes: ChangedKeys;

  constructor(documents: CitingDocuments, changes: ChangedKeys) {
    this.#documents = documents;
    this.#changes = changes;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    { start }: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const at = keyAt(this.#documents.of(document)?.citations ?? [], document.offsetAt(start));
    const from = at?.item.key.normalize('NFC');
    const to = from === undefined ? undefined : this.#changes.now(from);
    if (from === undefined || to === undefined) return [];
    const title = vscode.l10n.t('Update All Places of “{0}” to “{1}”', from, to);
    // Not every place is underlined: in Markdown a bare `@key` may be a mention.
    const mended = diagnostics.filter(
      ({ source, code, range }) => source === PROBLEM_SOURCE && code === 'unknown-key' && range.contains(start),
    );
    const action = new QuickFix(title, mended);
    action.isPreferred = true;
    action.command = { command: FOLLOW_KEY, title, arguments: [from] };
    return [action];
  }
}
