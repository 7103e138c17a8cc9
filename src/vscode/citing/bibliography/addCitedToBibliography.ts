import * as vscode from 'vscode';
import { pick } from '../../host/ask';
import type { Command } from '../../host/command';
import type { Drafts } from '../../host/drafts';
import { tell } from '../../host/tell';
import type { CitingDocuments } from '../citingDocuments';
import { addedSentence } from './bibliographySentences';
import type { AdditionPlace, BibliographyAdder } from './bibliographyAdder';
import type { CitedEntries } from './citedEntries';
import { documentOf } from './wholeDocument';

/** Adds to the bibliography of a document what the document cites and the library has. */
export class AddCitedToBibliography implements Command {
  readonly id = 'literatureNotes.addCitedToBibliography';
  readonly #cited: CitedEntries;
  readonly #adder: BibliographyAdder;
  readonly #drafts: Pick<Drafts, 'active'>;
  readonly #documents: CitingDocuments;

  constructor(
    cited: CitedEntries,
    adder: BibliographyAdder,
    drafts: Pick<Drafts, 'active'>,
    documents: CitingDocuments,
  ) {
    this.#cited = cited;
    this.#adder = adder;
    this.#drafts = drafts;
    this.#documents = documents;
  }

  /** @param args the document's URI, as an object or a text; without it that of the editor */
  async execute(...args: unknown[]): Promise<void> {
    const document = await this.#document(args[0]);
    if (!document) return tell(vscode.l10n.t('Open the document first whose bibliography is meant.'));
    const bibliography = await this.#cited.bibliographyOf(document);
    if (!bibliography) return tell(vscode.l10n.t('Neither this document nor its project names a bibliography.'));
    const entries = this.#cited.lacking(await this.#cited.keysOf(document, bibliography), bibliography);
    if (entries.length === 0) {
      return tell(vscode.l10n.t('The bibliography has every paper of the library that this document cites.'));
    }
    const places = await this.#adder.placesIn(bibliography);
    if (places.length === 0) {
      return tell(vscode.l10n.t('The bibliography of this document is no paper list of the workspace.'), 'warning');
    }
    const place = places.length === 1 ? places[0] : await pickPlace(places);
    if (place && (await this.#adder.add(entries, place, bibliography))) tell(addedSentence(entries, place.uri));
  }

  async #document(given: unknown): Promise<vscode.TextDocument | undefined> {
    if (typeof given === 'string') return documentOf(vscode.Uri.parse(given), this.#documents);
    if (given instanceof vscode.Uri) return documentOf(given, this.#documents);
    return (await this.#drafts.active())?.document;
  }
}

async function pickPlace(places: readonly AdditionPlace[]): Promise<AdditionPlace | undefined> {
  const items = places.map((place) => ({ label: vscode.workspace.asRelativePath(place.uri), place }));
  return (await pick(items, { placeHolder: vscode.l10n.t('Add the entries to') }))?.place;
}
