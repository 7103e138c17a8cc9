import * as vscode from 'vscode';
import { toRange } from '../../host/convert';
import { openingPlace } from '../../notes/notePlace';
import type { NotesService } from '../../notes/notesService';
import type { CitedPapers } from './citedPapers';

/**
 * Goes from a key to its entry (definition) and to its notes (implementation). From where a note names its own key, that is to the other
 * notes of the paper, or to the entry where there is none.
 */
export class CitationTargets implements vscode.DefinitionProvider, vscode.ImplementationProvider {
  readonly #cited: CitedPapers;
  readonly #notes: NotesService;

  constructor(cited: CitedPapers, notes: NotesService) {
    this.#cited = cited;
    this.#notes = notes;
  }

  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.LocationLink[] {
    const cited = this.#cited.at(document, position);
    return (cited?.papers ?? []).map(({ source }) => {
      const targetRange = toRange(source.range);
      const targetSelectionRange = new vscode.Range(targetRange.start, targetRange.start);
      const targetUri = vscode.Uri.parse(source.uri);
      return { originSelectionRange: cited?.range, targetUri, targetRange, targetSelectionRange };
    });
  }

  provideImplementation(document: vscode.TextDocument, position: vscode.Position): vscode.LocationLink[] {
    const cited = this.#cited.at(document, position);
    if (!cited) return [];
    const here = document.uri.toString();
    const { isOwn, papers, range } = cited;
    const notes = isOwn
      ? papers.flatMap(({ citekey }) => this.#notes.notesOf(citekey)).filter(({ uri }) => uri !== here)
      : papers.map(({ citekey }) => this.#notes.noteOf(citekey)).filter((note) => note !== undefined);
    if (isOwn && notes.length === 0) return this.provideDefinition(document, position);
    return notes.map((note) => ({
      originSelectionRange: range,
      targetUri: vscode.Uri.parse(note.uri),
      targetRange: openingPlace(note) ?? new vscode.Range(0, 0, 0, 0),
    }));
  }
}
