import * as vscode from 'vscode';
import { keyAt } from '../../../citations/document';
import type { Entry } from '../../../library/model/entry';
import type { LibraryService } from '../../library/libraryService';
import type { CitingDocuments } from '../citingDocuments';
import { papersOf } from './keyMeaning';

/** A cited key in a document with what it means; several papers where the key is ambiguous. */
export interface CitedPaper {
  readonly key: string;
  /** The whole key. */
  readonly range: vscode.Range;
  readonly papers: readonly Entry[];
}

/** Tells which paper is cited at a place of a document. */
export class CitedPapers {
  readonly #documents: CitingDocuments;
  readonly #library: LibraryService;

  constructor(documents: CitingDocuments, library: LibraryService) {
    this.#documents = documents;
    this.#library = library;
  }

  /** The key at a position with its papers; undefined where no known key is cited. */
  at(document: vscode.TextDocument, position: vscode.Position): CitedPaper | undefined {
    const found = keyAt(this.#documents.of(document)?.citations ?? [], document.offsetAt(position));
    if (!found) return undefined;
    const { key, keyRange } = found.item;
    const papers = papersOf(this.#library.shown.resolve(key));
    const range = new vscode.Range(document.positionAt(keyRange.start), document.positionAt(keyRange.end));
    return papers.length > 0 ? { key, range, papers } : undefined;
  }
}
