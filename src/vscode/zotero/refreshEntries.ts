import * as vscode from 'vscode';
import { planOf } from '../../base/editPlan';
import type { TextEdit } from '../../base/textEdit';
import type { Entry } from '../../library/model/entry';
import { detectBibStyle } from '../../library/writing/bibStyle';
import { isRefusal } from '../../library/writing/editRefusal';
import { itemAsEntry, matchedItems, type MatchedItems } from '../../workflows/refreshing/matchedItems';
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

/** Brings entries of a .bib file up to date with the items that they are in a library that is followed. */
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
      await offerToFollow();
      return [];
    }
    const list = await this.#listOf(args);
    if (!list) return [];
    await live.look?.();
    const items = (await Promise.all(copies.map(({ copy }) => library.papersOf(copy)))).flat();
    const keys = citekeysOf(args.filter((arg) => !isPlace(arg)));
    const entries = library.own.entries().filter(({ source }) => source.uri === list.toString());
    const wanted = keys.length === 0 ? entries : entries.filter(({ citekey }) => keys.includes(citekey));
    const found = matchedItems(wanted, items);
    const changed = await this.#refresh(list, found, isSure(args[1]));
    await this.#tellOthers(found, changed);
    return changed;
  }

  /** The .bib file that is meant. */
  async #listOf(args: readonly unknown[]): Promise<vscode.Uri | undefined> {
    const { library } = this.#services;
    const lists = library.writableSources().filter(({ format }) => format === 'bibtex');
    const [key] = citekeysOf(args.filter((arg) => !isPlace(arg)));
    const given = isPlace(args[0]) ? vscode.Uri.parse(String(args[0])) : undefined;
    const ofPaper = key === undefined ? undefined : library.own.get(key)?.source.uri;
    const inEditor = vscode.window.activeTextEditor?.document.uri.toString();
    const meant = given?.toString() ?? ofPaper ?? inEditor;
    const known = lists.find(({ uri }) => uri.toString() === meant);
    if (known) return known.uri;
    if (lists.length === 0 || given !== undefined || ofPaper !== undefined) {
      tell(vscode.l10n.t('Only entries of .bib files can be refreshed.'), 'warning');
      return undefined;
    }
    const choices = lists.map(({ uri }) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
    const placeHolder = vscode.l10n.t('The file whose entries are to be refreshed');
    return choices.length === 1 ? choices[0].uri : (await pick(choices, { placeHolder }))?.uri;
  }

  async #refresh(list: vscode.Uri, { matched }: MatchedItems, isAtOnce: boolean): Promise<readonly string[]> {
    const { library, lastChange, comparison } = this.#services;
    const file = fileNameOf(list.toString());
    const refused = (sentence: string) => {
      tell(sentence, 'warning');
      return [];
    };
    if (await isTooLargeToEdit(list)) return refused(refusalSentence({ code: 'too-large' }, file));
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
      if (isRefusal(planned)) return refused(refusalSentence(planned, file));
      edits.push(...planned);
      changed.push(entry.citekey);
    }
    if (edits.length === 0) return [];
    const plan = planOf(list.toString(), { version }, edits);
    const title = vscode.l10n.t('Refresh “{0}” from Zotero', file);
    const action =
      changed.length === 1 ? vscode.l10n.t('Refresh 1 entry') : vscode.l10n.t('Refresh {0} entries', changed.length);
    if (!isAtOnce && !(await agreeToPlan(plan, comparison, { title, action }))) return [];
    const outcome = await carryOutWith(plan, {});
    if (outcome.kind !== 'done') return [];
    lastChange.remember(outcome.undo);
    return changed;
  }

  async #tellOthers({ matched, renamed, ambiguous, unknown }: MatchedItems, changed: readonly string[]): Promise<void> {
    const sentences = [
      changed.length === 0 && matched.length > 0 ? vscode.l10n.t('Nothing to refresh.') : '',
      matched.length === 0 && renamed.length === 0
        ? vscode.l10n.t('No entry of this file is in a followed library.')
        : '',
      ambiguous.length > 0 ? vscode.l10n.t('Several items could be meant by {0}.', keysOf(ambiguous)) : '',
      unknown.length > 0 && matched.length > 0 ? vscode.l10n.t('Not in Zotero: {0}.', keysOf(unknown)) : '',
    ].filter(Boolean);
    if (sentences.length > 0) tell(sentences.join(' '));
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
  const keys = entries.slice(0, NAMED).map(({ citekey }) => citekey);
  return [...keys, ...(entries.length > NAMED ? ['…'] : [])].join(', ');
}

/** The URI of a file, as an object or a text. */
function isPlace(arg: unknown): arg is vscode.Uri | string {
  return arg instanceof vscode.Uri || (typeof arg === 'string' && /^[a-z][\w+.-]*:\/\//i.test(arg));
}

function isSure(how: unknown): boolean {
  return typeof how === 'object' && how !== null && (how as { confirm?: unknown }).confirm === false;
}
