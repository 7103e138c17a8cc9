import * as vscode from 'vscode';
import { keyAt } from '../../../citations/document';
import { keyInHead } from '../../../notes/keyInHead';
import type { LibraryService } from '../../library/libraryService';
import type { NotesService } from '../../notes/notesService';
import type { CitingDocuments } from '../citingDocuments';

/** A citekey as it stands in a document. */
export interface KeyPlace {
  readonly key: string;
  /** The whole key. */
  readonly range: vscode.Range;
  /** Whether a note names by it the paper that it is about. */
  readonly isOwn: boolean;
}

/** Tells which citekey stands at a place of a document that cites, or is a note: in a citation, or where the note names its paper. */
export class KeyPlaces {
  readonly #documents: CitingDocuments;
  readonly #library: LibraryService;
  readonly #notes: NotesService;

  constructor(documents: CitingDocuments, library: LibraryService, notes: NotesService) {
    this.#documents = documents;
    this.#library = library;
    this.#notes = notes;
  }

  at(document: vscode.TextDocument, position: vscode.Position): KeyPlace | undefined {
    const offset = document.offsetAt(position);
    const own = this.#inHead(document, offset);
    const cited = own ? undefined : keyAt(this.#documents.of(document)?.citations ?? [], offset)?.item;
    const found = own ?? (cited && { key: cited.key, ...cited.keyRange });
    if (!found) return undefined;
    const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
    return { key: found.key, range, isOwn: own !== undefined };
  }

  #inHead(document: vscode.TextDocument, offset: number): ReturnType<typeof keyInHead> {
    const papers = this.#notes.citekeysAt(document.uri);
    if (papers.length === 0) return undefined;
    // A note may name its paper by a further name of it.
    const keys = papers.flatMap((citekey) => [citekey, ...(this.#library.shown.get(citekey)?.aliases ?? [])]);
    return keyInHead(document.getText(), keys, offset, document.uri.path.endsWith('.org'));
  }
}
