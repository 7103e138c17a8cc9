import type * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { papersOf } from '../citing/showing/keyMeaning';
import type { KeyPlaces } from '../citing/showing/keyPlaces';
import type { LibraryService } from '../library/libraryService';

/** A citekey where the cursor is, with the one paper that it means. */
export interface KeyAtPosition {
  readonly key: string;
  readonly range: vscode.Range;
  readonly entry: Entry;
}

/** What stands before a key in a line of a paper list: of the entry itself, or of one that refers to it. */
const BEFORE_KEY =
  /^\s*@\w+\s*[{(]\s*$|\b(?:crossref|xdata|xref|related|entryset|ids)\s*=\s*["{][^"}]*$|["']?\b(?:id|citation-key|citekey)["']?\s*:\s*["']?$|^(?:ID|U1)\s{2}-\s*$/i;

/** A key as it may stand in a paper list. */
const WORD = /[^\s"',{}()]+/;

/** Tells which citekey stands at a place of a document, a paper list or the front matter of a note. */
export class KeysAtPositions {
  readonly #places: KeyPlaces;
  readonly #library: LibraryService;

  constructor(places: KeyPlaces, library: LibraryService) {
    this.#places = places;
    this.#library = library;
  }

  at(document: vscode.TextDocument, position: vscode.Position): KeyAtPosition | undefined {
    const found = this.#library.isSource(document.uri)
      ? inSource(document, position)
      : this.#places.at(document, position);
    if (!found) return undefined;
    const papers = papersOf(this.#library.own.resolve(found.key.normalize('NFC')));
    const { key, range } = found;
    return papers.length === 1 ? { key, range, entry: papers[0] } : undefined;
  }
}

function inSource(document: vscode.TextDocument, position: vscode.Position) {
  const range = document.getWordRangeAtPosition(position, WORD);
  if (!range?.isSingleLine) return undefined;
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  return BEFORE_KEY.test(before) ? { key: document.getText(range), range } : undefined;
}
