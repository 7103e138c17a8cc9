import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { type EditPlan, mergePlans } from '../../base/editPlan';
import { WITHOUT_KEYS } from '../../library/formats/reader';
import { compilePattern, type PatternProblem } from '../../library/keys/pattern';
import type { Entry } from '../../library/model/entry';
import { paperLine } from '../../workflows/paperRow';
import type { MovedKey } from '../../workflows/rename/movedKeys';
import { newKeys } from '../../workflows/rename/newKeys';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import type { ChosenPapers } from '../choosing/paperChoice';
import { pick, pickMany } from '../host/ask';
import { carryOutWith } from '../host/carryOut';
import type { Command } from '../host/command';
import type { Comparison } from '../host/comparison';
import type { LastChange } from '../host/lastChange';
import { citekeyPattern, PREFIX } from '../host/settings';
import { offer, tell } from '../host/tell';
import { withNotification } from '../host/progress';
import type { LibraryService } from '../library/libraryService';
import type { CitekeyRenames } from './citekeyRenames';
import { patternSentence } from './patternSentences';
import { agreeToRename, countOf, offerUndo } from './renameCount';
import { renameSentence } from './renameSentences';
import { listOf, offerCopies } from './unchangedLists';
import { localNumber } from '../host/number';

/** Gives papers the citekeys that a pattern makes for them, everywhere. */
export class RegenerateCitekeys implements Command {
  readonly id = 'literatureNotes.regenerateCitekeys';
  readonly #chosen: ChosenPapers;
  readonly #library: LibraryService;
  readonly #renames: CitekeyRenames;
  readonly #lastChange: LastChange;
  readonly #comparison: Pick<Comparison, 'show'>;

  constructor(
    chosen: ChosenPapers,
    library: LibraryService,
    renames: CitekeyRenames,
    lastChange: LastChange,
    comparison: Pick<Comparison, 'show'>,
  ) {
    this.#chosen = chosen;
    this.#library = library;
    this.#renames = renames;
    this.#lastChange = lastChange;
    this.#comparison = comparison;
  }

  /** @param args the papers; behind them a flag: `true` renames without asking */
  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Regenerate Citekeys');
    const papers = await this.#chosen.papers(args, { title, many: true });
    if (papers.length === 0) return;
    const entries = papers.filter(
      ({ record, source }) => !WITHOUT_KEYS.has(record.format) && !this.#library.isCopy(source.uri),
    );
    if (entries.length === 0) return tell(vscode.l10n.t('Lists of titles hold no citekeys.'));
    const make = compilePattern(citekeyPattern());
    if (typeof make !== 'function') return offerSetting(make);
    const { own } = this.#library;
    const isTaken = (key: string, entry: Entry) => {
      const meaning = own.resolve(key);
      return meaning !== undefined && !('aliasOf' in meaning && meaning.aliasOf === entry);
    };
    const moves = newKeys(entries, make, isTaken);
    if (moves.length === 0) return tell(vscode.l10n.t('These papers have the citekeys of the pattern already.'));
    const isSure = args[1] === true;
    const wanted = isSure ? moves : await pickMoves(moves, own.get.bind(own));
    const plan = wanted && wanted.length > 0 ? await this.#plan(wanted) : undefined;
    if (plan) await this.#carryOut(plan, isSure);
  }

  /** One plan of all renames; a paper whose key cannot be changed is left out, and told. */
  async #plan(moves: readonly MovedKey[]): Promise<EditPlan | undefined> {
    const title = vscode.l10n.t('Looking for all places of {0} citekeys', localNumber(moves.length));
    return withNotification(title, async (progress, token) => {
      const plans: EditPlan[] = [];
      const refusals = new Set<string>();
      const lists = new Map<string, { refusal: RenameRefusal; keys: string[] }>();
      for (const { from, to } of moves) {
        if (token.isCancellationRequested) return undefined;
        progress.report({ message: from, increment: 100 / moves.length });
        const entry = this.#library.own.get(from);
        const plan = entry && (await this.#renames.plan(entry, { key: to }));
        const list = plan && 'code' in plan ? listOf(plan) : undefined;
        if (!plan) continue;
        if (!('code' in plan)) plans.push(plan);
        else if (list === undefined) refusals.add(`${from}: ${renameSentence(plan)}`);
        else lists.set(list, { refusal: plan, keys: [...(lists.get(list)?.keys ?? []), from] });
      }
      const entriesOf = (list: string) => this.#renames.entriesOf(list);
      for (const { refusal, keys } of lists.values()) inBackground(offerCopies(refusal, keys, entriesOf));
      if (refusals.size > 0) tell([...refusals].slice(0, 5).join(' '), 'warning');
      return plans.length > 0 ? mergePlans(plans) : undefined;
    });
  }

  async #carryOut(plan: EditPlan, isSure: boolean): Promise<void> {
    const isShown = isSure ? false : await askWhetherShown(plan);
    if (isShown === undefined) return;
    if (isShown && !(await agreeToRename(plan, this.#comparison, vscode.l10n.t('Regenerate Citekeys')))) return;
    const outcome = await carryOutWith(plan, { isRefactoring: true });
    if (outcome.kind !== 'done') return;
    const takeBack = this.#lastChange.remember(outcome.undo, { isWhole: true });
    inBackground(offerUndo(vscode.l10n.t('Updated {0}.', countOf(plan)), takeBack));
  }
}

/** Shows the old keys with the new ones; those that are ticked are wanted. */
async function pickMoves(
  moves: readonly MovedKey[],
  entryOf: (key: string) => Entry | undefined,
): Promise<readonly MovedKey[] | undefined> {
  const items = moves.map((move) => {
    const entry = entryOf(move.from);
    return { label: move.to, description: move.from, detail: entry && paperLine(entry), picked: true, move };
  });
  const title = vscode.l10n.t('Regenerate Citekeys');
  const placeHolder = vscode.l10n.t('The new citekey, and the present one');
  const picked = await pickMany(items, { title, placeHolder, matchOnDescription: true, matchOnDetail: true });
  return picked?.map(({ move }) => move);
}

async function askWhetherShown(plan: EditPlan): Promise<boolean | undefined> {
  const ways = [
    { label: vscode.l10n.t('Rename in {0}', countOf(plan)), isShown: false },
    { label: vscode.l10n.t('Look at the changes first'), isShown: true },
  ];
  return (await pick(ways, { placeHolder: vscode.l10n.t('How to rename'), ignoreFocusOut: true }))?.isShown;
}

async function offerSetting(problem: PatternProblem): Promise<void> {
  if (await offer(patternSentence(problem), vscode.l10n.t('Open Setting'))) {
    await vscode.commands.executeCommand('workbench.action.openSettings', `${PREFIX}.citekeyPattern`);
  }
}
