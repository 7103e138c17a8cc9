import * as vscode from 'vscode';
import { EMPTY_PLAN, type EditPlan, type FileEdits, planOf } from '../../base/editPlan';
import type { TextEdit } from '../../base/textEdit';
import type { Entry } from '../../library/model/entry';
import { detectBibStyle } from '../../library/writing/bibStyle';
import { isRefusal } from '../../library/writing/editRefusal';
import {
  itemAsEntry,
  type MatchedItem,
  matchedItems,
  type MatchedItems,
} from '../../workflows/refreshing/matchedItems';
import { refreshedFields } from '../../workflows/refreshing/refreshedFields';
import { fileNameOf } from '../../workspace/uri';
import { citekeysOf } from '../choosing/paperArguments';
import { agreeToPlan } from '../host/agreeToPlan';
import { pick } from '../host/ask';
import { carryOutWith } from '../host/carryOut';
import { toRange } from '../host/convert';
import { isTooLargeToEdit, openToEdit } from '../host/planStates';
import { offer, tell } from '../host/tell';
import { refusalSentence } from '../library/editRefusalSentences';
import type { Services } from '../shell/services';
import { offerToFollow } from './offerToFollow';
import { localNumber } from '../host/number';
import { allOf } from '../host/wordList';

/** A .bib file, and the items that its entries are. */
interface Found {
  readonly list: vscode.Uri;
  readonly items: MatchedItems;
}

interface Planned {
  readonly plan: EditPlan;
  readonly changed: readonly string[];
}

/** Brings entries of .bib files up to date with the items that they are in libraries that are followed. */
export class EntryRefresh {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** @returns the citekeys of the entries that changed */
  async run(args: readonly unknown[]): Promise<readonly string[]> {
    const { live, library } = this.#services;
    const copies = live.followed();
    if (copies.length === 0) {
      offerToFollow();
      return [];
    }
    const lists = await this.#listsOf(args);
    if (lists.length === 0) return [];
    await live.look?.();
    const items = (await Promise.all(copies.map(({ copy }) => library.papersOf(copy)))).flat();
    const keys = citekeysOf(args.filter((arg) => !isPlace(arg)));
    const found = lists.map((list): Found => {
      const entries = library.own.entries().filter(({ source }) => source.uri === list.toString());
      const wanted = keys.length === 0 ? entries : entries.filter(({ citekey }) => keys.includes(citekey));
      return { list, items: matchedItems(wanted, items) };
    });
    const changed = await this.#refresh(found, isSure(args[1]));
    this.#tellOthers(
      found.map((each) => each.items),
      changed,
    );
    return changed;
  }

  /** The .bib files that are meant. */
  async #listsOf(args: readonly unknown[]): Promise<readonly vscode.Uri[]> {
    const { library } = this.#services;
    const lists = library.writableSources().filter(({ format }) => format === 'bibtex');
    const keys = citekeysOf(args.filter((arg) => !isPlace(arg)));
    const given = isPlace(args[0]) ? vscode.Uri.parse(String(args[0])).toString() : undefined;
    const ofPapers = keys.map((key) => library.own.get(key)?.source.uri).filter((uri) => uri !== undefined);
    const inEditor = vscode.window.activeTextEditor?.document.uri.toString();
    const isStated = given !== undefined || ofPapers.length > 0;
    const meant = new Set(given !== undefined ? [given] : isStated ? ofPapers : [inEditor]);
    const known = lists.filter(({ uri }) => meant.has(uri.toString()));
    if (lists.length === 0 || (isStated && known.length < meant.size)) {
      tell(vscode.l10n.t('Only entries of .bib files can be refreshed.'), 'warning');
    }
    if (known.length > 0 || isStated) return known.map(({ uri }) => uri);
    const choices = lists.map(({ uri }) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
    const placeHolder = vscode.l10n.t('The file whose entries are to be refreshed');
    const chosen = choices.length > 1 ? await pick(choices, { placeHolder }) : choices.at(0);
    return chosen ? [chosen.uri] : [];
  }

  /** All files at once, or none of them. */
  async #refresh(found: readonly Found[], isAtOnce: boolean): Promise<readonly string[]> {
    const { lastChange, comparison } = this.#services;
    const edits: FileEdits[] = [];
    const changed: string[] = [];
    for (const { list, items } of found) {
      const planned = await this.#planned(list, items);
      if (typeof planned === 'string') {
        tell(planned, 'warning');
        return [];
      }
      edits.push(...planned.plan.edits);
      changed.push(...planned.changed);
    }
    if (edits.length === 0) return [];
    const plan: EditPlan = { ...EMPTY_PLAN, edits };
    const title =
      edits.length === 1
        ? vscode.l10n.t('Refresh “{0}” from Zotero', fileNameOf(edits[0].uri))
        : vscode.l10n.t('Refresh {0} files from Zotero', localNumber(edits.length));
    const action =
      changed.length === 1
        ? vscode.l10n.t('Refresh 1 entry')
        : vscode.l10n.t('Refresh {0} entries', localNumber(changed.length));
    if (!isAtOnce && !(await agreeToPlan(plan, comparison, { title, action }))) return [];
    const outcome = await carryOutWith(plan, {});
    if (outcome.kind !== 'done') return [];
    lastChange.remember(outcome.undo);
    return changed;
  }

  /** The edits of one file, with the citekeys of the entries that they change; the sentence that refuses it. */
  async #planned(list: vscode.Uri, { matched }: MatchedItems): Promise<Planned | string> {
    const { library } = this.#services;
    const file = fileNameOf(list.toString());
    if (await isTooLargeToEdit(list)) return refusalSentence({ code: 'too-large' }, file);
    const document = await openToEdit(list);
    const { version } = document;
    const style = detectBibStyle(document.getText());
    const edits: TextEdit[] = [];
    const changed: string[] = [];
    for (const { entry, item } of matched) {
      const fields = refreshedFields(entry, itemAsEntry(item, entry), style);
      if (fields.length === 0) continue;
      const at = document.offsetAt(toRange(entry.source.range).start);
      const planned = await library.planChange(document, { kind: 'setFields', at, fields });
      if (isRefusal(planned)) return refusalSentence(planned, file);
      edits.push(...planned);
      changed.push(entry.citekey);
    }
    return { plan: planOf(list.toString(), { version }, edits), changed };
  }

  #tellOthers(found: readonly MatchedItems[], changed: readonly string[]): void {
    const [matched, renamed] = [found.flatMap((each) => each.matched), found.flatMap((each) => each.renamed)];
    const [ambiguous, unknown] = [found.flatMap((each) => each.ambiguous), found.flatMap((each) => each.unknown)];
    const isNowhere = matched.length === 0 && renamed.length === 0 && ambiguous.length === 0;
    const sentences = [
      changed.length === 0 && matched.length > 0 ? vscode.l10n.t('Nothing to refresh.') : '',
      isNowhere ? vscode.l10n.t('No entry of this file is in a followed library.') : '',
      ambiguous.length > 0 ? vscode.l10n.t('Several items could be meant by {0}.', keysOf(ambiguous)) : '',
      unknown.length > 0 && matched.length > 0 ? vscode.l10n.t('Not in Zotero: {0}.', keysOf(unknown)) : '',
    ].filter(Boolean);
    if (sentences.length > 0) tell(sentences.join(' '));
    // Whoever had entries refreshed does not wait for these answers.
    const { log } = this.#services;
    this.#offerRenames(renamed).catch((error: unknown) => log.error('Renaming citekeys as in Zotero', error));
  }

  async #offerRenames(renamed: readonly MatchedItem[]): Promise<void> {
    for (const { entry, item } of renamed) {
      const key = item.statedKey!;
      const sentence = vscode.l10n.t('“{0}” is “{1}” in Zotero.', entry.citekey, key);
      if (!(await offer(sentence, vscode.l10n.t('Rename Everywhere')))) continue;
      await vscode.commands.executeCommand('literatureNotes.renameCitekey', entry.citekey, key);
    }
  }
}

/** So many citekeys are named in a sentence. */
const NAMED = 5;

function keysOf(entries: readonly Entry[]): string {
  return allOf(
    entries.map(({ citekey }) => citekey),
    NAMED,
  );
}

/** The URI of a file, as an object or a text. */
function isPlace(arg: unknown): arg is vscode.Uri | string {
  return arg instanceof vscode.Uri || (typeof arg === 'string' && /^[a-z][\w+.-]*:\/\//i.test(arg));
}

function isSure(how: unknown): boolean {
  return typeof how === 'object' && how !== null && (how as { confirm?: unknown }).confirm === false;
}
