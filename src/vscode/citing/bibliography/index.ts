import * as vscode from 'vscode';
import { type Command, lazyCommand } from '../../host/command';
import type { Drafts } from '../../host/drafts';
import type { LastChange } from '../../host/lastChange';
import type { Log } from '../../host/log';
import { addsOnSave } from '../../host/settings';
import type { RecentPapers } from '../completing/recentPapers';
import type { AdditionOffers } from './additionOffers';
import type { CitedEntriesParts } from './citedEntries';

/** What is built on the bibliographies of documents needs of the rest. */
export interface BibliographiesParts extends CitedEntriesParts {
  readonly lastChange: LastChange;
  readonly recent: RecentPapers;
  readonly drafts: Pick<Drafts, 'active'>;
  readonly log: Log;
}

/** What adds to bibliographies. It is loaded when something is cited, or a command is run. */
export class Bibliographies implements vscode.Disposable {
  readonly #parts: BibliographiesParts;
  readonly #subscriptions: vscode.Disposable[];
  #offers: Promise<AdditionOffers> | undefined;

  constructor(parts: BibliographiesParts) {
    this.#parts = parts;
    this.#subscriptions = [
      parts.recent.onDidAdd((keys) => void this.#withOffers((offers) => offers.cited(keys))),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (addsOnSave(document)) void this.#withOffers((offers) => offers.addAll(document));
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
    ];
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
    void this.#offers?.then((offers) => offers.dispose());
  }
}
