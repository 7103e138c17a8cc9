import * as vscode from 'vscode';
import { planOf } from '../../../base/editPlan';
import type { Entry } from '../../../library/model/entry';
import { FIELDS } from '../../../library/model/fields';
import { samePlain } from '../../../library/model/samePaper';
import { isRefusal } from '../../../library/writing/editRefusal';
import type { JudgedField } from '../../../online/verifying/judgement';
import { changeTo, recordValue } from '../../../workflows/metadata/writtenField';
import type { Verified } from '../../../workflows/metadata/verifyEntries';
import { fileNameOf } from '../../../workspace/uri';
import { toRange } from '../../host/convert';
import { openToEdit } from '../../host/planStates';
import { PlannedAction, resolvePlanned } from '../../host/plannedAction';
import { refusalSentence } from '../../library/editRefusalSentences';
import type { LibraryService } from '../../library/libraryService';
import { fieldPlace } from './fieldPlace';
import { contradictionSentence, fieldName, unverifiedSentence } from './verdictSentences';

const SOURCE = 'Literature Notes (online)';
const LONGEST = 80;

/** A diagnostic with what it is about. */
interface Shown {
  readonly diagnostic: vscode.Diagnostic;
  readonly uri: string;
  readonly verified: Verified;
  readonly field?: JudgedField;
}

/** Shows in the Problems panel what came of checking references, as long as their entries stay as they were checked. */
export class VerdictProblems implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #library: LibraryService;
  readonly #collection = vscode.languages.createDiagnosticCollection('literature-notes-verdicts');
  readonly #subscriptions: vscode.Disposable[];
  #checked = new Map<string, Verified>();
  #shown: readonly Shown[] = [];

  constructor(library: LibraryService) {
    this.#library = library;
    this.#subscriptions = [
      this.#collection,
      library.onDidChange(() => this.#refresh()),
      vscode.languages.registerCodeActionsProvider([{ pattern: '**/*.{bib,ris,json,yaml,yml}' }], this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  /** Shows these, beside those of other entries that were checked before. */
  show(verified: readonly Verified[]): void {
    for (const each of verified) this.#checked.set(each.entry.citekey, each);
    this.#refresh();
  }

  /** An entry that was changed since is no longer judged. */
  #refresh(): void {
    if (this.#checked.size === 0) return;
    const shown: Shown[] = [];
    for (const [key, verified] of this.#checked) {
      const entry = this.#library.own.get(key);
      if (entry && isUnchanged(entry, verified.entry)) shown.push(...shownOf({ ...verified, entry }));
      else this.#checked.delete(key);
    }
    this.#shown = shown;
    this.#collection.clear();
    for (const uri of new Set(shown.map((each) => each.uri))) {
      const own = shown.filter((each) => each.uri === uri).map(({ diagnostic }) => diagnostic);
      this.#collection.set(vscode.Uri.parse(uri), own);
    }
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const uri = document.uri.toString();
    const meant = this.#shown.filter(
      (each) =>
        each.uri === uri &&
        diagnostics.some(
          ({ range, message }) => range.isEqual(each.diagnostic.range) && message === each.diagnostic.message,
        ),
    );
    return meant.flatMap((each) => this.#fixes(each));
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction | Promise<vscode.CodeAction> {
    return resolvePlanned(action);
  }

  #fixes({ verified, field, diagnostic }: Shown): vscode.CodeAction[] {
    const { entry, evidence } = verified;
    const compare = new vscode.CodeAction(vscode.l10n.t('Compare with Services…'), vscode.CodeActionKind.QuickFix);
    compare.diagnostics = [diagnostic];
    compare.command = { title: compare.title, command: 'literatureNotes.completeMetadata', arguments: [entry.citekey] };
    const [record] = evidence;
    if (!field || field.verdict !== 'contradicted' || field.field === 'arxiv' || !record) return [compare];
    const name = field.field;
    // The record that the problem speaks of, where it is clear which that is.
    const usable = evidence.filter(({ item: each }) => changeTo(entry, name, each) !== undefined);
    const own = usable.filter(({ service }) => service === field.by);
    const said = own.find(({ item: each }) => recordValue(each, name) === field.found);
    const item = (said ?? own.at(0) ?? usable.at(0))?.item;
    // The record of a wrong identifier is that of another paper: there is nothing to take from it but the right one.
    if (!item || (name === 'doi' && item.DOI !== field.found)) return [compare];
    const title = vscode.l10n.t('Change the {0} to “{1}”', fieldName(name), cut(recordValue(item, name) ?? ''));
    const fix = new PlannedAction(title, diagnostic, async () => {
      const change = changeTo(entry, name, item);
      const document = await openToEdit(vscode.Uri.parse(entry.source.uri));
      const { version } = document;
      const at = document.offsetAt(toRange(entry.source.range).start);
      const edits = await this.#library.planChange(document, { kind: 'setFields', at, fields: change ? [change] : [] });
      return isRefusal(edits)
        ? refusalSentence(edits, fileNameOf(entry.source.uri))
        : planOf(entry.source.uri, { version }, edits);
    });
    return [fix, compare];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** As much of a value as the title of a quick fix has room for. */
function cut(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

function isUnchanged(now: Entry, then: Entry): boolean {
  return (
    now === then || (now.source.uri === then.source.uri && FIELDS.every(({ name }) => samePlain(now[name], then[name])))
  );
}

function shownOf(verified: Verified): Shown[] {
  const { entry, fields, verdict } = verified;
  const uri = entry.source.uri;
  const wrong = fields.filter((field) => field.verdict === 'contradicted');
  const shown = wrong.map((field): Shown => {
    const range = toRange(fieldPlace(entry, field.field));
    const message = contradictionSentence(field, verified);
    return {
      uri,
      verified,
      field,
      diagnostic: diagnosticOf(verified, range, message, vscode.DiagnosticSeverity.Warning),
    };
  });
  if (verdict !== 'unverified') return shown;
  const range = toRange(fieldPlace(entry, 'title'));
  const message = unverifiedSentence(verified);
  return [{ uri, verified, diagnostic: diagnosticOf(verified, range, message, vscode.DiagnosticSeverity.Information) }];
}

function diagnosticOf(
  { verdict, evidence }: Verified,
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = SOURCE;
  const page = evidence.map(({ url }) => url).find((url) => url !== undefined && /^https?:/.test(url));
  diagnostic.code = page === undefined ? verdict : { value: verdict, target: vscode.Uri.parse(page) };
  return diagnostic;
}
