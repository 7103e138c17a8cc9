import * as vscode from 'vscode';
import { inert } from '../../base/inert';
import { displayTitle } from '../../library/model/display';
import type { SearchService } from '../../search/contract';
import { toRange } from '../host/convert';
import type { LibraryService } from '../library/libraryService';

/** So many papers are offered among the symbols of the workspace. */
const MOST = 50;

/** The papers among the symbols of the workspace (Ctrl+T), by citekey and title, as the search finds them. */
export class PaperSymbols implements vscode.WorkspaceSymbolProvider {
  readonly #library: LibraryService;
  readonly #search: Pick<SearchService, 'search'>;

  constructor(library: LibraryService, search: Pick<SearchService, 'search'>) {
    this.#library = library;
    this.#search = search;
  }

  async provideWorkspaceSymbols(query: string): Promise<vscode.SymbolInformation[]> {
    // Without a word every paper would match.
    if (query.trim() === '') return [];
    const hits = await this.#search.search(query, MOST);
    const entries = hits.slice(0, MOST).map(({ id }) => this.#library.own.get(id));
    return entries
      .filter((entry) => entry !== undefined)
      .map((entry) => {
        const { uri, range } = entry.source;
        const { start } = toRange(range);
        const place = new vscode.Location(vscode.Uri.parse(uri), start);
        // VS Code looks for the typed words in the name alone, and makes icons of some texts there.
        const name = inert(`${entry.citekey}  ${displayTitle(entry)}`);
        return new vscode.SymbolInformation(name, vscode.SymbolKind.Constant, '', place);
      });
  }
}
