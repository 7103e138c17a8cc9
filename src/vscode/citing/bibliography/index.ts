import * as vscode from 'vscode';
import { inBackground } from '../../../base/inBackground';
import type { FollowingParts } from '../../../workspace/documentFacts';
import { type Command, lazyCommand } from '../../host/command';
import type { Drafts } from '../../host/drafts';
import type { LastChange } from '../../host/lastChange';
import type { Log } from '../../host/log';
import { addsOnSave, PREFIX, problemSeverity } from '../../host/settings';
import type { RecentPapers } from '../completing/recentPapers';
import type { AdditionOffers } from './additionOffers';
import type { CitedEntriesParts } from './citedEntries';
import type { UncitedInLists } from './uncitedInLists';
import type { UnusedEntries } from './unusedEntries';

/** What is built on the bibliographies of documents needs of the rest. */
export interface BibliographiesParts extends CitedEntriesParts {
  readonly lastChange: LastChange;
  readonly recent: RecentPapers;
  readonly drafts: Pick<Drafts, 'active'>;
  readonly log: Log;
  readonly following: FollowingParts;
}

/** What adds to bibliographies. It is loaded when something is cited, or a command is run. */
export class Bibliographies implements vscode.Disposable {
  readonly #parts: BibliographiesParts;
  readonly #subscriptions: vscode.Disposable[];
  #offers: Promise<AdditionOffers> | undefined;
  #lists: Promise<UncitedInLists> | undefined;
  #unused: Promise<UnusedEntries> | undefined;

  constructor(parts: BibliographiesParts) {
    this.#parts = parts;
    this.#subscriptions = [
      parts.recent.onDidAdd((keys) => inBackground(this.#withOffers((offers) => offers.cited(keys)))),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (addsOnSave(document)) inBackground(this.#withOffers((offers) => offers.addAll(document)));
      }),
      parts.library.onDidChange(() => this.#lookForUnused()),
      new vscode.Disposable(parts.citations.onDidChange(() => this.#lookForUnused())),
      vscode.workspace.onDidOpenTextDocument(() => this.#lookForUnused()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${PREFIX}.problems`)) this.#lookForUnused();
      }),
    ];
  }

  commands(): Command[] {
    const { drafts, documents } = this.#parts;
    return [
      lazyCommand('literatureNotes.addCitedToBibliography', async () => {
        const { AddCitedToBibliography } = await import('./addCitedToBibliography');
        const { cited, adder } = await this.#additions();
        return new AddCitedToBibliography(cited, adder, drafts, documents);
      }),
      lazyCommand('literatureNotes.showUncited', async () => {
        const { ShowUncited } = await import('./showUncited');
        const { cited } = await this.#additions();
        return new ShowUncited(this.#parts, cited, await this.#uncitedInLists());
      }),
    ];
  }

  #uncitedInLists(): Promise<UncitedInLists> {
    this.#lists ??= import('./uncitedInLists').then(({ UncitedInLists }) => new UncitedInLists(this.#parts));
    return this.#lists;
  }

  /** What looks for unused entries is loaded where the user wants to see them. */
  #lookForUnused(): void {
    const { library } = this.#parts;
    const isWanted = vscode.workspace.textDocuments.some(
      (document) => library.isSource(document.uri) && problemSeverity('unused-entry', document) !== undefined,
    );
    if (!isWanted && !this.#unused) return;
    this.#unused ??= this.#loadUnused();
    inBackground(this.#unused.then((unused) => unused.lookSoon()));
  }

  async #loadUnused(): Promise<UnusedEntries> {
    const { UnusedEntries } = await import('./unusedEntries');
    return new UnusedEntries(this.#parts.library, await this.#uncitedInLists(), this.#parts.log);
  }

  async #additions() {
    const [{ CitedEntries }, { BibliographyAdder }] = await Promise.all([
      import('./citedEntries'),
      import('./bibliographyAdder'),
    ]);
    const { library, lastChange } = this.#parts;
    return { cited: new CitedEntries(this.#parts), adder: new BibliographyAdder(library, lastChange) };
  }

  async #withOffers(act: (offers: AdditionOffers) => Promise<void> | void): Promise<void> {
    try {
      this.#offers ??= this.#loadOffers();
      await act(await this.#offers);
    } catch (error) {
      this.#parts.log.error('Adding to a bibliography', error);
    }
  }

  async #loadOffers(): Promise<AdditionOffers> {
    const { AdditionOffers } = await import('./additionOffers');
    return new AdditionOffers({ ...(await this.#additions()), log: this.#parts.log });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const loaded of [this.#offers, this.#lists, this.#unused]) inBackground(loaded?.then((one) => one.dispose()));
  }
}
