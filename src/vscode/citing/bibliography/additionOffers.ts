import * as vscode from 'vscode';
import { inBackground } from '../../../base/inBackground';
import type { Entry } from '../../../library/model/entry';
import type { Ask } from '../../host/carryOut';
import type { Log } from '../../host/log';
import { addsOnSave, additionOnInsert, neverAddOnInsert } from '../../host/settings';
import { choose, tell } from '../../host/tell';
import { addedSentence, lacksSentence } from './bibliographySentences';
import type { BibliographyAdder } from './bibliographyAdder';
import type { CitedEntries } from './citedEntries';

/** How long after a citation was inserted its document is looked at, in milliseconds. */
const SETTLED_MS = 800;
/** So often it is looked whether the text is there, which takes its time where the machine is busy. */
const MOST_LOOKS = 20;

/** What the offers need of the rest. */
export interface AdditionOffersParts {
  readonly cited: CitedEntries;
  readonly adder: BibliographyAdder;
  readonly log: Log;
}

/** Where a paper was cited that the document's bibliography lacks, adds it there, or offers to, as the user wants it. */
export class AdditionOffers implements vscode.Disposable {
  readonly #parts: AdditionOffersParts;
  readonly #ask: Ask;
  /** What was cited since the last look. */
  readonly #keys = new Set<string>();
  /** What the user does not want to be asked again, by document. */
  readonly #declined = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looksLeft = 0;

  constructor(parts: AdditionOffersParts, ask: Ask = choose) {
    this.#parts = parts;
    this.#ask = ask;
  }

  /** Papers are being cited in the active editor. */
  cited(keys: readonly string[]): void {
    for (const key of keys) this.#keys.add(key);
    this.#looksLeft = MOST_LOOKS;
    this.#lookSoon();
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => inBackground(this.#logged(() => this.#look())), SETTLED_MS);
  }

  async #look(): Promise<void> {
    const keys = [...this.#keys];
    const document = vscode.window.activeTextEditor?.document;
    const isThere = document === undefined || keys.every((key) => document.getText().includes(key));
    if (!isThere && --this.#looksLeft > 0) return this.#lookSoon();
    this.#keys.clear();
    const mode = document && additionOnInsert(document);
    if (!document || mode === 'never' || addsOnSave(document)) return;
    const asked = keys.filter((key) => !this.#declined.has(`${document.uri.toString()} ${key}`));
    const lacking = asked.length > 0 ? await this.#lackingIn(document, asked) : undefined;
    if (!lacking) return;
    if (mode !== 'always' && !(await this.#isWanted(document, lacking.entries, lacking.place.uri))) return;
    const { entries, place, bibliography } = lacking;
    if (await this.#parts.adder.add(entries, place, bibliography)) tell(addedSentence(entries, place.uri));
  }

  async #isWanted(document: vscode.TextDocument, entries: readonly Entry[], list: vscode.Uri): Promise<boolean> {
    const [add, never] = [vscode.l10n.t('Add'), vscode.l10n.t('Never Ask')];
    const chosen = await this.#ask(lacksSentence(entries, list), [add, never], 'information');
    if (chosen === add) return true;
    for (const { citekey } of entries) this.#declined.add(`${document.uri.toString()} ${citekey}`);
    if (chosen === never) await neverAddOnInsert();
    return false;
  }

  /** Adds what a document cites, as it was saved. */
  async addAll(document: vscode.TextDocument): Promise<void> {
    const lacking = await this.#lackingIn(document);
    if (lacking) await this.#parts.adder.add(lacking.entries, lacking.place, lacking.bibliography);
  }

  /** What the document cites, of these keys, and its bibliography lacks, where all of that could be read. */
  async #lackingIn(document: vscode.TextDocument, keys?: readonly string[]) {
    const { cited, adder } = this.#parts;
    const bibliography = await cited.bibliographyOf(document);
    if (!bibliography || (bibliography.notFound.length > 0 && bibliography.sources.length > 0)) return undefined;
    const all = await cited.keysOf(document, bibliography);
    const entries = cited.lacking(keys ? all.filter((key) => keys.includes(key)) : all, bibliography);
    const [place] = entries.length > 0 ? await adder.placesIn(bibliography) : [];
    return place && { entries, place, bibliography };
  }

  async #logged(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.log.error('Adding to a bibliography', error);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
