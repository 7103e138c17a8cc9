import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { EMPTY_PLAN } from '../../base/editPlan';
import type { Entry } from '../../library/model/entry';
import { workspaceEditOf } from '../host/applyPlan';
import type { CheckedPlan } from '../host/checkPlan';
import { undoOfDonePart } from '../host/donePart';
import type { LastChange } from '../host/lastChange';
import { refusalsSentence } from '../host/refusalSentence';
import type { CitekeyRenamer } from './citekeyRenamer';
import type { CitekeyRenames } from './citekeyRenames';
import { countOf, offerUndo } from './renameCount';
import { renamedSentence, renameSentence } from './renameSentences';
import { listOf, offerCopies } from './unchangedLists';

/** How long after the last change of a file VS Code is taken to have made all of an edit, in milliseconds. */
const SETTLED_MS = 300;

/** A rename whose edit VS Code has. */
interface Given {
  readonly old: string;
  readonly key: string;
  readonly checked: CheckedPlan;
  /** The files that it is about, by the names before and after. */
  readonly uris: ReadonlySet<string>;
}

/** Renames that VS Code carries out. Once it has done so, the user is told how to take that back. */
export class ProvidedRenames implements vscode.Disposable {
  readonly #renames: CitekeyRenames;
  readonly #renamer: CitekeyRenamer;
  readonly #lastChange: LastChange;
  readonly #subscriptions: readonly vscode.Disposable[];
  #given: Given | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(renames: CitekeyRenames, renamer: CitekeyRenamer, lastChange: LastChange) {
    this.#renames = renames;
    this.#renamer = renamer;
    this.#lastChange = lastChange;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document.uri)),
      vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ newUri }) => this.#changed(newUri))),
    ];
  }

  /** Before a new key is typed: throws where the paper's list can be given none, and offers what can be done instead. */
  async prepare(entry: Entry): Promise<void> {
    const refusal = await this.#renames.refusalOfList(entry);
    if (!refusal) return;
    inBackground(offerCopies(refusal, [entry.citekey], (list) => this.#renames.entriesOf(list)));
    throw new Error(vscode.l10n.t('The citekey “{0}” cannot be changed in its list.', entry.citekey));
  }

  /**
   * The edit of a rename, none where the user is asked first: then it is not VS Code that makes it.
   * @throws the sentence that says why there is none
   */
  async edit(entry: Entry, key: string): Promise<vscode.WorkspaceEdit> {
    const plan = await this.#renames.plan(entry, { key });
    const isRefused = 'code' in plan;
    if (isRefused) {
      if (plan.code !== 'cited-already' && listOf(plan) === undefined) throw new Error(renameSentence(plan));
      inBackground(this.#renamer.rename(entry, { key }));
    }
    const planned = await workspaceEditOf(isRefused ? EMPTY_PLAN : plan);
    if ('refusals' in planned) throw new Error(refusalsSentence(planned.refusals));
    if (!isRefused) this.#expect(entry.citekey, key.trim(), planned.checked);
    return planned.edit;
  }

  #expect(old: string, key: string, checked: CheckedPlan): void {
    const { renames, edits } = checked.plan;
    const uris = new Set([...renames.flatMap(({ from, to }) => [from, to]), ...edits.map(({ uri }) => uri)]);
    this.#given = { old, key, checked, uris };
  }

  #changed(uri: vscode.Uri): void {
    if (!this.#given?.uris.has(uri.toString())) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => inBackground(this.#look()), SETTLED_MS);
  }

  /** Tells of what has been done; as long as that is nothing, the user may look at the changes first. */
  async #look(): Promise<void> {
    const given = this.#given;
    const undo = given && (await undoOfDonePart(given.checked));
    if (!undo || this.#given !== given) return;
    this.#given = undefined;
    const takeBack = this.#lastChange.remember(undo, { isWhole: true });
    await offerUndo(renamedSentence(given.old, given.key, countOf(undo)), takeBack);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
