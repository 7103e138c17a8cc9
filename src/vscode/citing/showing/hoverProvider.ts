import * as vscode from 'vscode';
import type { LibraryService } from '../../library/libraryService';
import { paperContext } from '../../library/paperMarkdown';
import type { NotesService } from '../../notes/notesService';
import type { References } from '../../formatting/references';
import type { CitedPapers } from './citedPapers';

/** How many papers of an ambiguous key are shown. */
const CANDIDATES = 3;

/** Shows the paper of the citekey under the mouse. */
export class CitationHover implements vscode.HoverProvider {
  readonly #cited: CitedPapers;
  readonly #library: LibraryService;
  readonly #notes: NotesService;
  readonly #references: References;

  constructor(cited: CitedPapers, library: LibraryService, notes: NotesService, references: References) {
    this.#cited = cited;
    this.#library = library;
    this.#notes = notes;
    this.#references = references;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const cited = this.#cited.at(document, position);
    if (!cited) return undefined;
    // Loaded with the first hover.
    const [{ paperHover }, { withReference }] = await Promise.all([import('./paperHover'), import('./paperReference')]);
    const contents = cited.papers.slice(0, CANDIDATES).map(async (entry) => {
      const context = await withReference(entry, paperContext(this.#library), this.#references, document);
      return paperHover(entry, context, this.#notes.noteOf(entry.citekey)?.text);
    });
    return new vscode.Hover(await Promise.all(contents), cited.range);
  }
}
