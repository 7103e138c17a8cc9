import * as vscode from 'vscode';
import type { EditPlan } from '../../../base/editPlan';
import type { FormatId } from '../../../library/formats/reader';
import type { Entry } from '../../../library/model/entry';
import { isRefusal } from '../../../library/writing/editRefusal';
import type { DocumentBibliography } from '../../../workflows/bibliographies/documentBibliographies';
import type { NamedBibliography } from '../../../workflows/bibliographies/namedBibliography';
import { placesOf } from '../../../workflows/bibliographies/paths';
import { fileNameOf } from '../../../workspace/uri';
import { carryOutWith } from '../../host/carryOut';
import type { LastChange } from '../../host/lastChange';
import { exists } from '../../host/newFile';
import { isTooLargeToEdit, openToEdit } from '../../host/planStates';
import { tell } from '../../host/tell';
import { refusalSentence } from '../../library/editRefusalSentences';
import { leftOutSentence } from '../../library/leftOutSentence';
import type { LibraryService } from '../../library/libraryService';
import { textOfFile } from '../../references/sourceTexts';

/** A list of a bibliography that entries can be added to, or one that is named and still to be made. */
export interface AdditionPlace {
  readonly uri: vscode.Uri;
  readonly format: FormatId;
  readonly isNew: boolean;
}

/** Adds entries to the bibliography of a document. */
export class BibliographyAdder {
  readonly #library: LibraryService;
  readonly #lastChange: LastChange;

  constructor(library: LibraryService, lastChange: LastChange) {
    this.#library = library;
    this.#lastChange = lastChange;
  }

  /** Where entries can be added, .bib files first; else the first .bib file of the workspace that is named and not there. */
  async placesIn({ sources, notFound }: DocumentBibliography): Promise<AdditionPlace[]> {
    const writable = this.#library.writableSources().filter(({ format }) => format !== 'text-list');
    const places = sources.flatMap((uri) => writable.filter((each) => each.uri.toString() === uri));
    places.sort((a, b) => Number(b.format === 'bibtex') - Number(a.format === 'bibtex'));
    if (places.length > 0) return places.map((place) => ({ ...place, isNew: false }));
    const [missing] = (await Promise.all(notFound.map(newFileOf))).filter((uri) => uri !== undefined);
    return missing ? [{ uri: missing, format: 'bibtex', isNew: true }] : [];
  }

  /** Adds entries; the user is told where that cannot be. @returns whether they were added */
  async add(entries: readonly Entry[], place: AdditionPlace, bibliography: DocumentBibliography): Promise<boolean> {
    const plan = await this.#plan(entries, place, bibliography);
    if (typeof plan === 'string') {
      tell(plan, 'warning');
      return false;
    }
    const outcome = await carryOutWith(plan, { isRefactoring: true });
    if (outcome.kind !== 'done') return false;
    this.#lastChange.remember(outcome.undo, { isWhole: true });
    const leftOut = await leftOutSentence(entries, place.format, fileNameOf(place.uri.toString()));
    if (leftOut !== undefined) tell(leftOut);
    return true;
  }

  /** The plan, or in a sentence why there is none. */
  async #plan(
    entries: readonly Entry[],
    place: AdditionPlace,
    { sources }: DocumentBibliography,
  ): Promise<EditPlan | string> {
    // What writes entries is loaded with the first use, not on activation.
    const [{ planAddition }, { changeSource }] = await Promise.all([
      import('../../../workflows/bibliographies/additionPlan'),
      import('../../../library/writing/changeSource'),
    ]);
    const uri = place.uri.toString();
    if (!place.isNew && (await isTooLargeToEdit(place.uri)))
      return refusalSentence({ code: 'too-large' }, fileNameOf(uri));
    const document = place.isNew ? undefined : await openToEdit(place.uri);
    const others = sources.filter(
      (other) => other !== uri && this.#library.formatOf(vscode.Uri.parse(other)) === 'bibtex',
    );
    const texts = await Promise.all(others.map((other) => textOfFile(vscode.Uri.parse(other))));
    const plan = await planAddition(entries, {
      list: { uri, format: place.format, text: document?.getText() },
      beside: texts.filter((text) => text !== undefined),
      textOf: (source) => textOfFile(vscode.Uri.parse(source)),
      change: async (text, change) =>
        document ? this.#library.planChange(document, change) : changeSource(place.format, text, change),
    });
    return isRefusal(plan) ? refusalSentence(plan, fileNameOf(uri)) : plan;
  }
}

/** The URI of a .bib file that is named and not there, below a workspace folder. */
async function newFileOf({ path, folder }: NamedBibliography): Promise<vscode.Uri | undefined> {
  const [place] = path === undefined || !/\.bib$/i.test(path) ? [] : placesOf(path, folder);
  const uri = place === undefined ? undefined : vscode.Uri.parse(place);
  if (!uri || !vscode.workspace.getWorkspaceFolder(uri) || (await exists(uri))) return undefined;
  return uri;
}
