import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { EditPlan } from '../../base/editPlan';
import type { Entry } from '../../library/model/entry';
import type { WantedRename } from '../../workflows/rename/renamePlan';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import { input, pick } from '../host/ask';
import { carryOutWith } from '../host/carryOut';
import type { Comparison } from '../host/comparison';
import type { LastChange } from '../host/lastChange';
import { choose, offer } from '../host/tell';
import type { CitekeyRenames } from './citekeyRenames';
import { agreeToRename, countOf, offerUndo } from './renameCount';
import { renamedSentence, renameSentence } from './renameSentences';
import { listOf, offerCopies } from './unchangedLists';

/** A rename of a paper that is known. */
type Wanted = Omit<WantedRename, 'old'>;

/** How a rename is to be made. */
interface Way {
  readonly keepAlias: boolean;
  readonly isShown: boolean;
}

/** Gives papers other citekeys, and talks with the user about that. */
export class CitekeyRenamer {
  readonly #renames: CitekeyRenames;
  readonly #lastChange: LastChange;
  readonly #comparison: Pick<Comparison, 'show'>;

  constructor(renames: CitekeyRenames, lastChange: LastChange, comparison: Pick<Comparison, 'show'>) {
    this.#renames = renames;
    this.#lastChange = lastChange;
    this.#comparison = comparison;
  }

  /** Asks for the new citekey of a paper and how to rename, and does so. */
  async ask(entry: Entry, proposed: string): Promise<void> {
    const title = vscode.l10n.t('Rename Citekey “{0}”', entry.citekey);
    const prompt = vscode.l10n.t('The new citekey, in paper lists, documents and notes');
    const key = await input({ title, prompt, value: proposed });
    if (key === undefined) return;
    const planned = await this.#planned(entry, { key });
    const way = planned && (await askWay(title, planned.plan, entry));
    if (way) await this.rename(entry, { ...planned.wanted, keepAlias: way.keepAlias }, way.isShown);
  }

  /**
   * Renames, or tells why not, with what can be done instead.
   * @param isShown whether the user looks at the changes first
   */
  async rename(entry: Entry, wanted: Wanted, isShown = false): Promise<void> {
    const planned = await this.#planned(entry, wanted);
    if (!planned) return;
    const { plan } = planned;
    const title = vscode.l10n.t('Rename “{0}” to “{1}”', entry.citekey, wanted.key);
    if (isShown && !(await agreeToRename(plan, this.#comparison, title))) return;
    const outcome = await carryOutWith(plan, { isRefactoring: true });
    if (outcome.kind !== 'done') return;
    const takeBack = this.#lastChange.remember(outcome.undo, { isWhole: true });
    inBackground(offerUndo(renamedSentence(entry.citekey, wanted.key, countOf(plan)), takeBack));
  }

  /** Tells why a rename is not made, with what can be done instead; a doubt of the user's can be put aside. */
  async #planned(
    entry: Entry,
    wanted: Wanted,
  ): Promise<{ readonly plan: EditPlan; readonly wanted: Wanted } | undefined> {
    const plan = await this.#renames.plan(entry, wanted);
    if (!('code' in plan)) return { plan, wanted };
    if (plan.code === 'cited-already') {
      const isSure = await offer(renameSentence(plan), vscode.l10n.t('Rename Anyway'));
      return isSure ? this.#planned(entry, { ...wanted, isSure }) : undefined;
    }
    await this.#refuse(entry, plan);
    return undefined;
  }

  async #refuse(entry: Entry, refusal: RenameRefusal): Promise<void> {
    if (listOf(refusal) !== undefined)
      return offerCopies(refusal, [entry.citekey], (list) => this.#renames.entriesOf(list));
    const legal = 'legal' in refusal ? refusal.legal : undefined;
    const use = vscode.l10n.t('Use “{0}”', legal ?? '');
    const chosen = await choose(renameSentence(refusal), legal === undefined ? [] : [use]);
    if (chosen !== undefined && legal !== undefined) await this.ask(entry, legal);
  }
}

async function askWay(title: string, plan: EditPlan, { citekey, record }: Entry): Promise<Way | undefined> {
  const ways: (Way & vscode.QuickPickItem)[] = [
    { label: vscode.l10n.t('Rename in {0}', countOf(plan)), keepAlias: false, isShown: false },
    { label: vscode.l10n.t('Look at the changes first'), keepAlias: false, isShown: true },
  ];
  // Other lists have no place for a further name.
  if (record.format === 'bibtex') {
    const label = vscode.l10n.t('Rename, and keep “{0}” as a further name (ids)', citekey);
    ways.push({ label, keepAlias: true, isShown: false });
  }
  // The key was typed for it: the question stays where something else takes the focus.
  return pick(ways, { title, placeHolder: vscode.l10n.t('How to rename'), ignoreFocusOut: true });
}
