import * as vscode from 'vscode';
import type { CitationIndex } from '../../../citations/index/citationIndex';
import { citedItems } from '../../../citations/index/citedItems';
import type { Entry } from '../../../library/model/entry';
import type { DocumentBibliography } from '../../../workflows/bibliographies/documentBibliographies';
import type { WorkspaceBibliographies } from '../../shell/workspaceBibliographies';
import { fileNameOf } from '../../../workspace/uri';
import type { LibraryService } from '../../library/libraryService';
import type { CitingDocuments } from '../citingDocuments';
import { documentText, togetherWith } from './wholeDocument';

/** What knows of documents and their bibliographies. */
export interface CitedEntriesParts {
  readonly library: LibraryService;
  readonly documents: CitingDocuments;
  readonly citations: CitationIndex;
  readonly bibliographies: Pick<WorkspaceBibliographies, 'of'>;
}

/** Tells which papers a document cites, in all of its files, and which of them its bibliography lacks. */
export class CitedEntries {
  readonly #parts: CitedEntriesParts;

  constructor(parts: CitedEntriesParts) {
    this.#parts = parts;
  }

  /** The bibliography of an open document; undefined where there is none, or the document cites in no language that we know. */
  async bibliographyOf(document: vscode.TextDocument): Promise<DocumentBibliography | undefined> {
    const citing = this.#parts.documents.of(document);
    return citing && this.#parts.bibliographies.of(documentText(document, citing));
  }

  /** The keys that a document cites in all of its files, each once. */
  async keysOf(document: vscode.TextDocument, { files }: DocumentBibliography): Promise<string[]> {
    const keys = togetherWith(document).flatMap((each) => this.#keysIn(each));
    const own = document.uri.toString();
    const { citations } = this.#parts;
    const others = files.filter((uri) => uri !== own && !uri.endsWith('.ipynb'));
    if (others.length > 0) {
      const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString());
      await citations.takeIn(others.filter((uri) => dirty.includes(uri)));
    }
    for (const uri of others) keys.push(...(await citations.citedIn(uri)).map(({ key }) => key));
    return [...new Set(keys)];
  }

  /** The entries of keys that no list of a bibliography has. */
  lacking(keys: readonly string[], { sources }: DocumentBibliography): Entry[] {
    const { own } = this.#parts.library;
    return keys.flatMap((key) => {
      const entry = own.get(key);
      const has = own.sourcesOf(key);
      return entry && !sources.some((uri) => has.has(uri)) ? [entry] : [];
    });
  }

  #keysIn(document: vscode.TextDocument): string[] {
    const citing = this.#parts.documents.of(document);
    if (!citing) return [];
    const items = citedItems(citing.text, citing.syntax, fileNameOf(document.uri.path), citing.labels);
    return items.map(({ citation, index }) => citation.items[index].key.normalize('NFC'));
  }
}
