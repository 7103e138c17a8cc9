import * as vscode from 'vscode';
import { keyAt } from '../../citations/document';
import type { Entry } from '../../library/model/entry';
import type { CitingDocuments } from '../citing/citingDocuments';
import { papersOf } from '../citing/showing/keyMeaning';
import { toRange } from '../host/convert';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';

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
  readonly #documents: CitingDocuments;
  readonly #library: LibraryService;
  readonly #notes: NotesService;

  constructor(documents: CitingDocuments, library: LibraryService, notes: NotesService) {
    this.#documents = documents;
    this.#library = library;
    this.#notes = notes;
  }

  at(document: vscode.TextDocument, position: vscode.Position): KeyAtPosition | undefined {
    const found = this.#library.isSource(document.uri)
      ? inSource(document, position)
      : (this.#inNote(document, position) ?? this.#cited(document, position));
    if (!found) return undefined;
    const papers = papersOf(this.#library.own.resolve(found.key.normalize('NFC')));
    return papers.length === 1 ? { ...found, entry: papers[0] } : undefined;
  }

  #cited(document: vscode.TextDocument, position: vscode.Position) {
    const found = keyAt(this.#documents.of(document)?.citations ?? [], document.offsetAt(position));
    if (!found) return undefined;
    const { key, keyRange } = found.item;
    return { key, range: new vscode.Range(document.positionAt(keyRange.start), document.positionAt(keyRange.end)) };
  }

  #inNote(document: vscode.TextDocument, position: vscode.Position) {
    const note = this.#notes.noteAt(document.uri);
    if (note?.linkedBy !== 'front-matter') return undefined;
    const range = withoutQuotes(document, toRange(note.citekeyRange));
    return range.contains(position) ? { key: note.citekey, range } : undefined;
  }
}

/** The range of a value without the quotes that YAML may have around it. */
function withoutQuotes(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const isQuoted = range.isSingleLine && /^(["']).*\1$/.test(document.getText(range));
  return isQuoted ? new vscode.Range(range.start.translate(0, 1), range.end.translate(0, -1)) : range;
}

function inSource(document: vscode.TextDocument, position: vscode.Position) {
  const range = document.getWordRangeAtPosition(position, WORD);
  if (!range?.isSingleLine) return undefined;
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  return BEFORE_KEY.test(before) ? { key: document.getText(range), range } : undefined;
}
