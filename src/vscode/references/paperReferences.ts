import * as vscode from 'vscode';
import { Cooperation } from '../../base/cooperate';
import { doiOfKey } from '../../base/identifiers/doiKey';
import { LineIndex } from '../../base/lineIndex';
import type { OffsetRange } from '../../base/position';
import type { CitationIndex } from '../../citations/index/citationIndex';
import type { Entry } from '../../library/model/entry';
import { linkNames } from '../../notes/linkNames';
import { fileNameOf } from '../../workspace/uri';
import { toRange } from '../host/convert';
import type { CitingDocuments } from '../citing/citingDocuments';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import { locationOf, openNotebooksOf } from './closedNotebooks';
import { documentsWithoutFile } from './documentsWithoutFile';
import { textOfFile } from './sourceTexts';

/** What knows of the places. */
export interface PaperReferencesParts {
  readonly citations: CitationIndex;
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly documents: CitingDocuments;
}

/** Finds every place that speaks of a paper. */
export class PaperReferences {
  readonly #parts: PaperReferencesParts;

  constructor(parts: PaperReferencesParts) {
    this.#parts = parts;
  }

  /** Its citations, its note, the links to that, and the entries that refer to it; each place once. */
  async of(entry: Entry, withDeclaration: boolean): Promise<vscode.Location[]> {
    const { citations } = this.#parts;
    await citations.ready();
    const keys = citations.keysOf(entry);
    const cited = await openNotebooksOf(await citations.placesOf(keys));
    const notes = this.#parts.notes.notesOf(entry.citekey);
    const files = notes.filter(({ linkedBy }) => linkedBy !== 'heading').map(({ uri }) => uri);
    const links = notes.length > 0 ? await citations.linksTo(linkNames(keys, files.map(fileNameOf)), files) : [];
    const once = new Map<string, vscode.Location>();
    const cooperation = new Cooperation();
    for (const { uri, range } of cited) {
      once.set(signOf(uri, toRange(range)), located({ uri, range }));
      await cooperation.yieldIfDue();
    }
    const places = [
      ...this.#withoutFile(keys, entry.doi?.toLowerCase()),
      ...notes.map(({ uri, citekeyRange }) => located({ uri, range: citekeyRange })),
      ...(await Promise.all(links.map(locationOf))),
      ...(await this.#inSources(entry, withDeclaration)),
    ];
    for (const place of places) once.set(signOf(place.uri.toString(), place.range), place);
    return [...once.values()];
  }

  #withoutFile(keys: readonly string[], doi: string | undefined): vscode.Location[] {
    const isMeant = (key: string) => keys.includes(key) || (doi !== undefined && doiOfKey(key) === doi);
    return documentsWithoutFile().flatMap((document) =>
      (this.#parts.documents.of(document)?.citations ?? [])
        .flatMap(({ items }) => items)
        .filter(({ key }) => isMeant(key.normalize('NFC')))
        .map(({ keyRange: { start, end } }) => {
          const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
          return new vscode.Location(document.uri, range);
        }),
    );
  }

  async #inSources(entry: Entry, withDeclaration: boolean): Promise<vscode.Location[]> {
    const { library } = this.#parts;
    const places: vscode.Location[] = [];
    let isDeclared = !withDeclaration;
    // What reads BibTeX is loaded with the first search.
    const { bibKeyPlaces } = await import('../../library/writing/bibKeyPlaces');
    for (const source of library.sources()) {
      const uri = vscode.Uri.parse(source);
      if (library.formatOf(uri) !== 'bibtex') continue;
      const text = await textOfFile(uri);
      if (text === undefined) continue;
      const found = bibKeyPlaces(text, entry.citekey);
      const byAlias = entry.aliases.flatMap((alias) => bibKeyPlaces(text, alias).references);
      const references = [...found.references, ...byAlias.filter(({ isAlias }) => !isAlias)];
      if (found.entries.length + references.length === 0) continue;
      const lines = new LineIndex(text);
      const add = (range: OffsetRange) => places.push(new vscode.Location(uri, toRange(lines.range(range))));
      if (withDeclaration) found.entries.forEach(add);
      isDeclared ||= source === entry.source.uri && found.entries.length > 0;
      references.forEach(add);
    }
    const { start } = entry.source.range;
    if (!isDeclared) places.push(located({ uri: entry.source.uri, range: { start, end: start } }));
    return places;
  }
}

function located({ uri, range }: { readonly uri: string; readonly range: Entry['source']['range'] }): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), toRange(range));
}

function signOf(uri: string, { start, end }: vscode.Range): string {
  return `${uri} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
