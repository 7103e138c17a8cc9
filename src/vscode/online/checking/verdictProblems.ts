import * as vscode from 'vscode';
import { inBackground } from '../../../base/inBackground';
import type { Entry } from '../../../library/model/entry';
import { FIELDS } from '../../../library/model/fields';
import { samePlain } from '../../../library/model/samePaper';
import { SERVICES } from '../../../online/services';
import type { Verified } from '../../../workflows/metadata/verifyEntries';
import { agreeToPlan } from '../../host/agreeToPlan';
import { carryOut } from '../../host/carryOut';
import type { Comparison } from '../../host/comparison';
import type { PaperCitations } from '../../references/paperCitations';
import { CITING_DOCUMENTS } from '../../citing/selectors';
import { PlannedAction, resolvePlanned } from '../../host/plannedAction';
import { ProblemCollection } from '../../host/problemCollection';
import { QuickFix } from '../../host/quickFix';
import { tell } from '../../host/tell';
import type { LibraryService } from '../../library/libraryService';
import { recordChange, type RecordChange } from './recordChange';
import { evidencePages, type Shown, shownAtCitations, shownInList } from './shownVerdict';

/** The lists that verdicts are shown in: the user's settings say what they are called. */
const LISTS: vscode.DocumentFilter = { pattern: '**/*' };

/** What showing verdicts takes. */
export interface VerdictProblemsParts {
  readonly library: LibraryService;
  readonly paperCitations: Pick<PaperCitations, 'placesOf' | 'onDidChange'>;
  readonly comparison: Comparison;
}

/** Shows in the Problems panel what came of checking references, as long as their entries stay as they were checked. */
export class VerdictProblems implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #parts: VerdictProblemsParts;
  readonly #collection = new ProblemCollection('literature-notes-verdicts');
  readonly #subscriptions: vscode.Disposable[];
  #checked = new Map<string, Verified>();
  #shown: readonly Shown[] = [];

  /** How often it was looked what is to be shown: only the latest look counts. */
  #looks = 0;

  constructor(parts: VerdictProblemsParts) {
    this.#parts = parts;
    this.#subscriptions = [
      this.#collection,
      parts.library.onDidChange(() => inBackground(this.#refresh())),
      parts.paperCitations.onDidChange((citekeys) => {
        if (citekeys.some((key) => this.#isInCopy(key))) inBackground(this.#refresh());
      }),
      vscode.languages.registerCodeActionsProvider([LISTS, ...CITING_DOCUMENTS], this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  /**
   * Shows these, beside those of other entries that were checked before: in their lists or, where these are stored copies of other programs'
   * libraries, where the papers are cited.
   * @returns those that are shown nowhere, as no document cites them
   */
  async show(verified: readonly Verified[]): Promise<readonly Verified[]> {
    for (const each of verified) this.#checked.set(each.entry.citekey, each);
    await this.#refresh();
    const shown = new Set(this.#shown.map((each) => each.verified.entry.citekey));
    return verified.filter(({ verdict, entry }) => verdict !== 'confirmed' && !shown.has(entry.citekey));
  }

  #isInCopy(citekey: string): boolean {
    const verified = this.#checked.get(citekey);
    return verified !== undefined && this.#parts.library.isCopy(verified.entry.source.uri);
  }

  /** An entry that was changed since is no longer judged. */
  async #refresh(): Promise<void> {
    if (this.#checked.size === 0) return;
    const look = ++this.#looks;
    const { library, paperCitations } = this.#parts;
    const shown: Shown[] = [];
    for (const [key, verified] of this.#checked) {
      const entry = library.own.get(key);
      if (!entry || !isUnchanged(entry, verified.entry)) this.#checked.delete(key);
      else if (!this.#isInCopy(key)) shown.push(...shownInList({ ...verified, entry }));
      else if (verified.verdict !== 'confirmed') {
        shown.push(...(await shownAtCitations({ ...verified, entry }, await paperCitations.placesOf(key))));
      }
      if (look !== this.#looks) return;
    }
    this.#shown = shown;
    const ofFile = (uri: string) => shown.filter((each) => each.uri === uri).map(({ diagnostic }) => diagnostic);
    const uris = [...new Set(shown.map((each) => each.uri))];
    this.#collection.setAll(uris.map((uri) => [vscode.Uri.parse(uri), ofFile(uri)]));
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
    return meant.flatMap((each) => [...this.#fixes(each), ...evidenceFixes(each)]);
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction | Promise<vscode.CodeAction> {
    return resolvePlanned(action);
  }

  #fixes(shown: Shown): vscode.CodeAction[] {
    const { verified, diagnostic } = shown;
    const { citekey } = verified.entry;
    // A copy cannot be changed here.
    if (this.#isInCopy(citekey)) return originFixes(verified, diagnostic);
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
    return (await agreeToPlan(plan, this.#parts.comparison, words)) && carryOut(plan);
  }

  #mended({ verified, field }: Shown): RecordChange | undefined {
    return field && recordChange(verified, field, this.#parts.library);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The ways to the records that a verdict rests on; the first is linked in the diagnostic too. */
function evidenceFixes({ verified, diagnostic }: Shown): vscode.CodeAction[] {
  return evidencePages(verified).map(({ service, page }) => {
    const title = vscode.l10n.t('Open the Record of {0}', SERVICES[service].name);
    const action = new QuickFix(title, [diagnostic]);
    action.command = { title, command: 'vscode.open', arguments: [page] };
    return action;
  });
}

/** The way to where a paper can be put right. */
function originFixes({ entry }: Verified, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  if (entry.origin?.startsWith('zotero://') !== true) return [];
  return [quickFix(vscode.l10n.t('Open in Zotero'), diagnostic, 'zotero.open', [entry.citekey])];
}

function quickFix(
  title: string,
  diagnostic: vscode.Diagnostic,
  command: string,
  args: readonly unknown[],
): vscode.CodeAction {
  const action = new QuickFix(title, [diagnostic]);
  action.command = { title, command: `literatureNotes.${command}`, arguments: [...args] };
  return action;
}

function isUnchanged(now: Entry, then: Entry): boolean {
  return (
    now === then || (now.source.uri === then.source.uri && FIELDS.every(({ name }) => samePlain(now[name], then[name])))
  );
}
