import * as vscode from 'vscode';
import type { Entry } from '../../../library/model/entry';
import { FIELDS } from '../../../library/model/fields';
import { samePlain } from '../../../library/model/samePaper';
import type { JudgedField } from '../../../online/verifying/judgement';
import type { Verified } from '../../../workflows/metadata/verifyEntries';
import { agreeToPlan } from '../../host/agreeToPlan';
import { carryOut } from '../../host/carryOut';
import type { Comparison } from '../../host/comparison';
import { toRange } from '../../host/convert';
import { PlannedAction, resolvePlanned } from '../../host/plannedAction';
import { tell } from '../../host/tell';
import type { LibraryService } from '../../library/libraryService';
import { fieldPlace } from './fieldPlace';
import { recordChange, type RecordChange } from './recordChange';
import { contradictionSentence, unverifiedSentence } from './verdictSentences';

const SOURCE = 'Literature Notes (online)';

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
  readonly #comparison: Comparison;
  readonly #collection = vscode.languages.createDiagnosticCollection('literature-notes-verdicts');
  readonly #subscriptions: vscode.Disposable[];
  #checked = new Map<string, Verified>();
  #shown: readonly Shown[] = [];

  constructor(library: LibraryService, comparison: Comparison) {
    this.#library = library;
    this.#comparison = comparison;
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

  #fixes(shown: Shown): vscode.CodeAction[] {
    const { verified, diagnostic } = shown;
    const { citekey } = verified.entry;
    const compare = quickFix(vscode.l10n.t('Compare with Services…'), diagnostic, 'completeMetadata', [citekey]);
    const mended = this.#mended(shown);
    if (!mended) return [compare];
    const { title, plan, field } = mended;
    const look = vscode.l10n.t('Show that Change First…');
    return [
      new PlannedAction(title, diagnostic, plan),
      quickFix(look, diagnostic, '_changeInDiff', [citekey, field]),
      compare,
    ];
  }

  /** Shows a field with the value of the record beside what it is, and changes it where the user agrees. */
  async changeInDiff(citekey: unknown, field: unknown): Promise<boolean> {
    const shown = this.#shown.find((each) => each.verified.entry.citekey === citekey && each.field?.field === field);
    const mended = shown && this.#mended(shown);
    if (!mended) return false;
    const plan = await mended.plan();
    if (typeof plan === 'string') {
      tell(plan, 'warning');
      return false;
    }
    const words = { title: vscode.l10n.t('Verify References'), action: mended.title };
    return (await agreeToPlan(plan, this.#comparison, words)) && carryOut(plan);
  }

  #mended({ verified, field }: Shown): RecordChange | undefined {
    return field && recordChange(verified, field, this.#library);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function quickFix(
  title: string,
  diagnostic: vscode.Diagnostic,
  command: string,
  args: readonly unknown[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { title, command: `literatureNotes.${command}`, arguments: [...args] };
  return action;
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
