import * as vscode from 'vscode';
import { webAddress } from '../../online/requests/request';
import { withFreeKeys } from '../../workflows/adding/newEntries';
import type { SearchedPaper } from '../../workflows/adding/searchedPapers';
import { tell } from '../host/tell';
import { EntryAdder } from '../library/entryAdder';
import { untilKnown } from '../library/untilKnown';
import { chosenTarget } from '../online/addTargets';
import type { Services } from '../shell/services';
import { pageOf } from './onlineItem';

/** What can be done with papers of the web. Those that the library has already are not added again. */
export class FoundActions {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** @returns the citekeys of the papers, in the library now; undefined where the user left it */
  async add(papers: readonly SearchedPaper[]): Promise<readonly string[] | undefined> {
    if (papers.length === 0) return this.#needsRow();
    const { library, details } = this.#services;
    const known = papers.map(({ own }) => own?.citekey);
    const fresh = papers.filter(({ own }) => !own).map(({ entry }) => entry);
    if (fresh.length === 0) return known.filter((key) => key !== undefined);
    const target = await chosenTarget(this.#services);
    if (!target) return undefined;
    // Their keys were free when they were found.
    const entries = withFreeKeys(fresh, (key) => library.own.resolve(key) !== undefined);
    const added = await new EntryAdder(library).add(entries, target);
    if (!added) return undefined;
    const keys = papers.map(({ own, entry }) => own?.citekey ?? added[fresh.indexOf(entry)]);
    // The library has them as soon as their list is read again.
    for (const key of keys) await untilKnown(library, key);
    const shown = papers.findIndex(({ found }) => found === details.guest?.found);
    if (shown >= 0) details.show(keys[shown]);
    return keys;
  }

  /** Adds papers, and cites them where the user writes. */
  async cite(papers: readonly SearchedPaper[]): Promise<void> {
    const draft = await this.#services.drafts.active();
    const keys = await this.add(papers);
    if (!keys) return;
    if (draft) await vscode.window.showTextDocument(draft.document, draft.viewColumn);
    await vscode.commands.executeCommand('literatureNotes.insertCitation', keys);
  }

  /** Adds papers, and opens the note of the first. */
  async note(papers: readonly SearchedPaper[]): Promise<void> {
    const keys = await this.add(papers);
    if (keys) await vscode.commands.executeCommand('literatureNotes.openNote', keys[0]);
  }

  /** Opens the pages of papers in the browser. */
  async open(papers: readonly SearchedPaper[]): Promise<void> {
    if (papers.length === 0) return void this.#needsRow();
    const pages = papers.map((paper) => webAddress(pageOf(paper) ?? '')).filter((page) => page !== undefined);
    if (pages.length === 0) tell(vscode.l10n.t('The services state no web address for this paper.'));
    for (const { href } of pages) await vscode.env.openExternal(vscode.Uri.parse(href, true));
  }

  /** Shows a paper in the details view, the focus left where it is. */
  async show([paper]: readonly SearchedPaper[]): Promise<void> {
    if (!paper) return;
    const { details } = this.#services;
    // A pinned view stays as it is.
    if (details.isVisible && !details.follows) return;
    if (paper.own) details.show(paper.own.citekey);
    else details.showGuest(paper);
    if (!details.isVisible) {
      await vscode.commands.executeCommand('literatureNotes.details.focus', { preserveFocus: true });
    }
  }

  #needsRow(): undefined {
    tell(vscode.l10n.t('Search online first, and choose a paper there.'));
  }
}
