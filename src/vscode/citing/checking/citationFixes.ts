import { isReplaceable } from '../../../citations/writableKeys';
import * as vscode from 'vscode';
import { planOf } from '../../../base/editPlan';
import type { TextEdit } from '../../../base/textEdit';
import { type ItemAt, keyAt } from '../../../citations/document';
import type { FoundItem } from '../../../citations/foundItem';
import type { LibraryService } from '../../library/libraryService';
import type { CitingDocument, CitingDocuments } from '../citingDocuments';
import { nearestCitekeys } from './libraryLookup';
import { PlannedAction, resolvePlanned } from '../../host/plannedAction';
import { PROBLEM_SOURCE } from '../../host/problems';
import { QuickFix } from '../../host/quickFix';
import { isOnlineEnabled } from '../../host/settings';

/** Offers to mend what is wrong with a citation. */
export class CitationFixes implements vscode.CodeActionProvider {
  readonly #documents: CitingDocuments;
  readonly #library: LibraryService;

  constructor(documents: CitingDocuments, library: LibraryService) {
    this.#documents = documents;
    this.#library = library;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const ours = diagnostics.filter(({ source }) => source === PROBLEM_SOURCE);
    const citing = ours.length > 0 ? this.#documents.of(document) : undefined;
    if (!citing) return [];
    return ours.flatMap((diagnostic) => {
      const at = keyAt(citing.citations, document.offsetAt(diagnostic.range.start));
      return at ? this.#fixes(document, citing, at, diagnostic) : [];
    });
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction | Promise<vscode.CodeAction> {
    return resolvePlanned(action);
  }

  #fixes(
    document: vscode.TextDocument,
    { text, syntax }: CitingDocument,
    { citation, item, index }: ItemAt,
    diagnostic: vscode.Diagnostic,
  ): vscode.CodeAction[] {
    const fix = (title: string, edits: readonly TextEdit[]) => quickFix(document, title, edits, diagnostic);
    const replace = (key: string) =>
      fix(vscode.l10n.t('Replace with “{0}”', key), syntax.replaceKey(text, citation, index, key));
    const canReplace = (key: string) => isReplaceable(text, citation, index, key, syntax);
    const code = typeof diagnostic.code === 'string' ? diagnostic.code : '';
    switch (code) {
      case 'unknown-key':
        return [
          ...preferFirst(nearestCitekeys(this.#library.own, item.key).filter(canReplace).map(replace)),
          ...(isOnlineEnabled() ? [lookOnline(document, item, diagnostic)] : []),
          addFromClipboard(diagnostic),
        ];
      case 'outside-bibliography':
        return preferFirst([addCited(document, diagnostic)]);
      case 'alias-key': {
        const meaning = this.#library.own.resolve(item.key);
        const mains = meaning && 'aliasOf' in meaning ? [meaning.aliasOf.citekey] : [];
        return preferFirst(mains.filter(canReplace).map(replace));
      }
      case 'ambiguous-key':
        return this.#library.own
          .ambiguous(item.key)
          .map((entry) => entry.citekey)
          .filter(canReplace)
          .map(replace);
      case 'repeated-key':
        return preferFirst([
          fix(vscode.l10n.t('Remove the repeated “{0}”', item.key), syntax.removeItem(text, citation, index)),
        ]);
      default:
        return [];
    }
  }
}

function quickFix(
  { uri, version }: vscode.TextDocument,
  title: string,
  edits: readonly TextEdit[],
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  return new PlannedAction(title, diagnostic, () => planOf(uri.toString(), { version }, edits));
}

function addFromClipboard(diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t('Add Entry from Clipboard');
  const action = new QuickFix(title, [diagnostic]);
  action.command = { command: 'literatureNotes.addEntryFromClipboard', title };
  return action;
}

/** Nothing is sent before it is chosen. */
function lookOnline({ uri }: vscode.TextDocument, { key, keyRange }: FoundItem, diagnostic: vscode.Diagnostic) {
  const title = vscode.l10n.t('Look for “{0}” Online…', key);
  const action = new QuickFix(title, [diagnostic]);
  action.command = { command: 'literatureNotes._lookForKey', title, arguments: [uri.toString(), key, keyRange.start] };
  return action;
}

function addCited({ uri }: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t('Add Cited Entries to Bibliography');
  const action = new QuickFix(title, [diagnostic]);
  action.command = { command: 'literatureNotes.addCitedToBibliography', title, arguments: [uri.toString()] };
  return action;
}

function preferFirst(actions: vscode.CodeAction[]): vscode.CodeAction[] {
  if (actions.length > 0) actions[0].isPreferred = true;
  return actions;
}
