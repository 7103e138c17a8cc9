import * as vscode from 'vscode';
import type { LibraryService } from '../../library/libraryService';
import { paperContext } from '../../library/paperMarkdown';
import type { NotesService } from '../../notes/notesService';
import type { CitedPapers } from './citedPapers';
import { paperHover } from './paperHover';

/** How many papers of an ambiguous key are shown. */
const CANDIDATES = 3;

/** Shows the paper of the citekey under the mouse. */
export class CitationHover implements vscode.HoverProvider {
  readonly #cited: CitedPapers;
  readonly #library: LibraryService;
  readonly #notes: NotesService;

  constructor(cited: CitedPapers, library: LibraryService, notes: NotesService) {
    this.#cited = cited;
    this.#library = library;
    this.#notes = notes;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const cited = this.#cited.at(document, position);
    if (!cited) return undefined;
    const contents = cited.papers
      .slice(0, CANDIDATES)
      .map((entry) => paperHover(entry, paperContext(this.#library), this.#notes.noteOf(entry.citekey)?.text));
    return new vscode.Hover(contents, cited.range);
  }
}
