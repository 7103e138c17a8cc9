import * as vscode from 'vscode';
import type { CitationIndex } from '../../../citations/index/citationIndex';
import type { DocumentBibliography } from '../../../workflows/bibliographies/documentBibliographies';
import { uncitedEntries } from '../../../workflows/citationsOutline';
import { ListingDocuments } from '../../../workflows/listingDocuments';
import type { FollowingParts } from '../../../workspace/documentFacts';
import { isUnread, type Uncited } from '../../citations/documentCitations';
import type { LibraryService } from '../../library/libraryService';
import { documentsWithoutFile } from '../../references/documentsWithoutFile';
import { textOfFile } from '../../references/sourceTexts';
import type { WorkspaceBibliographies } from '../../shell/workspaceBibliographies';
import type { CitingDocuments } from '../citingDocuments';
import { knownSyntaxOfFile } from '../syntaxOf';

/** What knows who cites what in the workspace. */
export interface UncitedInListsParts {
  readonly library: LibraryService;
  readonly documents: CitingDocuments;
  readonly citations: CitationIndex;
  readonly bibliographies: Pick<WorkspaceBibliographies, 'of'>;
  readonly following: FollowingParts;
}

/** Tells which entries of paper lists no document of the workspace cites. */
export class UncitedInLists implements vscode.Disposable {
  readonly #parts: UncitedInListsParts;
  readonly #listing: ListingDocuments;

  constructor(parts: UncitedInListsParts) {
    this.#parts = parts;
    this.#listing = new ListingDocuments(parts.following);
  }

  /** The entries of these lists that nobody cites, nor needs; or why that is not known. */
  async of(lists: readonly string[]): Promise<Uncited> {
    const { library, citations } = this.#parts;
    await citations.ready();
    const unread = lists.find((uri) => isUnread(library, uri)) ?? citations.unread().at(0);
    if (unread !== undefined)
      return { is: 'not-known', unread: vscode.workspace.asRelativePath(vscode.Uri.parse(unread)) };
    const open = new Set(lists);
    for (const uri of await this.#listing.all()) {
      const bibliography = await this.#bibliographyOf(uri);
      for (const source of bibliography?.sources ?? []) open.delete(source);
    }
    if (open.size === 0 && lists.length > 0) return { is: 'all-listed' };
    const keys = [...citations.keys(), ...this.#keysWithoutFile()];
    const entries = library.own.entries().filter(({ source }) => open.has(source.uri));
    return { is: 'known', entries: uncitedEntries(entries, keys, (key) => library.own.resolve(key)) };
  }

  async #bibliographyOf(uri: string): Promise<DocumentBibliography | undefined> {
    const text = await textOfFile(vscode.Uri.parse(uri));
    const syntax = text === undefined ? undefined : knownSyntaxOfFile(uri, text);
    return syntax && this.#parts.bibliographies.of({ uri, text: text!, syntax });
  }

  #keysWithoutFile(): string[] {
    return documentsWithoutFile().flatMap((document) =>
      (this.#parts.documents.of(document)?.citations ?? []).flatMap(({ items }) =>
        items.map(({ key }) => key.normalize('NFC')),
      ),
    );
  }

  dispose(): void {
    this.#listing.dispose();
  }
}
