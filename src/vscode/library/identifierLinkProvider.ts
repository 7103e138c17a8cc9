import * as vscode from 'vscode';
import type { NotesService } from '../notes/notesService';
import type { LibraryService } from './libraryService';

/** The files in which identifiers are links. */
export const LINKED_FILES: vscode.DocumentSelector = { pattern: '**/*.{bib,bibtex,json,yaml,yml,ris,md,org}' };

/** Makes links of the DOIs and arXiv identifiers of paper lists and notes. VS Code itself does of addresses. */
export class IdentifierLinkProvider implements vscode.DocumentLinkProvider {
  readonly #library: Pick<LibraryService, 'isSource'>;
  readonly #notes: Pick<NotesService, 'noteAt'>;

  constructor(library: Pick<LibraryService, 'isSource'>, notes: Pick<NotesService, 'noteAt'>) {
    this.#library = library;
    this.#notes = notes;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    if (!this.#library.isSource(document.uri) && !this.#notes.noteAt(document.uri)) return [];
    const { identifierLinks } = await import('../../workflows/identifierLinks');
    return identifierLinks(document.getText()).map(({ range: { start, end }, url }) => {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return new vscode.DocumentLink(range, vscode.Uri.parse(url));
    });
  }
}
