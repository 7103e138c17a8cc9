import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { EditPlan } from '../../base/editPlan';
import type { Entry } from '../../library/model/entry';
import type { WantedRename } from '../../workflows/rename/renamePlan';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import type { ChosenPapers } from '../choosing/paperChoice';
import { input, pick } from '../host/ask';
import { carryOutWith } from '../host/carryOut';
import type { Command } from '../host/command';
import type { Comparison } from '../host/comparison';
import type { LastChange } from '../host/lastChange';
import { choose } from '../host/tell';
import type { CitekeyRenames } from './citekeyRenames';
import { agreeToRename, countOf, offerUndo } from './renameCount';
import { renameSentence } from './renameSentences';
import { listOf, offerCopies } from './unchangedLists';

/** How a rename is to be made. */
interface Way {
  readonly keepAlias: boolean;
  readonly isShown: boolean;
}

/** Gives a paper another citekey in its lists, in all documents and notes. */
export class RenameCitekey implements Command {
  readonly id = 'literatureNotes.renameCitekey';
  readonly #chosen: ChosenPapers;
  readonly #renames: CitekeyRenames;
  readonly #lastChange: LastChange;
  readonly #comparison: Pick<Comparison, 'show'>;

  constructor(
    chosen: ChosenPapers,
    renames: CitekeyRenames,
    lastChange: LastChange,
    comparison: Pick<Comparison, 'show'>,
  ) {
    this.#chosen = chosen;
    this.#renames = renames;
    this.#lastChange = lastChange;
    this.#comparison = comparison;
  }

  /** @param args the paper, and its new citekey; what is missing is asked for */
  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Rename Citekey');
    const [entry] = await this.#chosen.papers(args, { title, many: false, cited: true });
    if (!entry) return;
    if (typeof args[1] === 'string') return this.#rename(entry, args[1], { keepAlias: false, isShown: false });
    await this.#ask(entry, entry.citekey);
  }

  async #ask(entry: Entry, proposed: string): Promise<void> {
    const title = vscode.l10n.t('Rename Citekey “{0}”', entry.citekey);
    const prompt = vscode.l10n.t('The new citekey, in paper lists, documents and notes');
    const key = await input({ title, prompt, value: proposed });
    if (key === undefined) return;
    const plan = await this.#renames.plan(entry, { key });
    if ('code' in plan) return this.#refuse(entry, plan);
    const way = await askWay(title, plan, entry.citekey);
    if (way) await this.#rename(entry, key, way);
  }

  async #rename(entry: Entry, key: string, { keepAlias, isShown }: Way): Promise<void> {
    const wanted: Omit<WantedRename, 'old'> = { key, keepAlias };
    const plan = await this.#renames.plan(entry, wanted);
    if ('code' in plan) return this.#refuse(entry, plan);
    const old = entry.citekey;
    const title = vscode.l10n.t('Rename “{0}” to “{1}”', old, key);
    if (isShown && !(await agreeToRename(plan, this.#comparison, title))) return;
    const outcome = await carryOutWith(plan, { isRefactoring: true });
    if (outcome.kind !== 'done') return;
    const takeBack = this.#lastChange.remember(outcome.undo, { isWhole: true });
    const done = vscode.l10n.t('“{0}” is “{1}” now, in {2}.', old, key, countOf(plan));
    inBackground(offerUndo(done, takeBack));
  }

  async #refuse(entry: Entry, refusal: RenameRefusal): Promise<void> {
    if (listOf(refusal) !== undefined)
      return offerCopies(refusal, [entry.citekey], (list) => this.#renames.entriesOf(list));
    const legal = 'legal' in refusal ? refusal.legal : undefined;
    const use = vscode.l10n.t('Use “{0}”', legal ?? '');
    const chosen = await choose(renameSentence(refusal), legal === undefined ? [] : [use]);
    if (chosen !== undefined && legal !== undefined) await this.#ask(entry, legal);
  }
}

async function askWay(title: string, plan: EditPlan, old: string): Promise<Way | undefined> {
  const ways = [
    { label: vscode.l10n.t('Rename in {0}', countOf(plan)), keepAlias: false, isShown: false },
    { label: vscode.l10n.t('Look at the changes first'), keepAlias: false, isShown: true },
    { label: vscode.l10n.t('Rename, and keep “{0}” as a further name (ids)', old), keepAlias: true, isShown: false },
  ];
  return pick(ways, { title, placeHolder: vscode.l10n.t('How to rename') });
}
