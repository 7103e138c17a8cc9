import * as vscode from 'vscode';
import { toRange } from '../../host/convert';
import type { NotesService } from '../../notes/notesService';
import type { CitedPapers } from './citedPapers';

/** Goes from a cited key to its entry (definition) and to its note (implementation). */
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
    const notes = (cited?.papers ?? []).map(({ citekey }) => this.#notes.noteUri(citekey));
    return notes
      .filter((uri) => uri !== undefined)
      .map((targetUri) => ({
        originSelectionRange: cited?.range,
        targetUri,
        targetRange: new vscode.Range(0, 0, 0, 0),
      }));
  }
}
