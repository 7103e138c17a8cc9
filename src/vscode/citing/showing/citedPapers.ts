import type * as vscode from 'vscode';
import type { Entry } from '../../../library/model/entry';
import type { LibraryService } from '../../library/libraryService';
import { papersOf } from './keyMeaning';
import type { KeyPlace, KeyPlaces } from './keyPlaces';

/** A key in a document with what it means; several papers where the key is ambiguous. */
export interface CitedPaper extends KeyPlace {
  readonly papers: readonly Entry[];
}

/** Tells which paper is cited at a place of a document, or named there by a note about it. */
export class CitedPapers {
  readonly #places: KeyPlaces;
  readonly #library: LibraryService;

  constructor(places: KeyPlaces, library: LibraryService) {
    this.#places = places;
    this.#library = library;
  }

  /** The key at a position with its papers; undefined where there is no known key. */
  at(document: vscode.TextDocument, position: vscode.Position): CitedPaper | undefined {
    const place = this.#places.at(document, position);
    const papers = place ? papersOf(this.#library.shown.resolve(place.key.normalize('NFC'))) : [];
    return place && papers.length > 0 ? { ...place, papers } : undefined;
  }
}
