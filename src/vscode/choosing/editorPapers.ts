import * as vscode from 'vscode';
import { itemNear } from '../../citations/itemNear';
import type { CitingDocuments } from '../citing/citingDocuments';
import { papersOf } from '../citing/showing/keyMeaning';
import { KeyPlaces } from '../citing/showing/keyPlaces';
import { toRange } from '../host/convert';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';

/** What tells which paper the user is at in an editor. */
export interface EditorPaperParts {
  readonly documents: CitingDocuments;
  readonly library: LibraryService;
  readonly notes: NotesService;
}

/** The paper that the user is at in the editor in front. */
export class EditorPapers {
  readonly #parts: EditorPaperParts;
  readonly #places: KeyPlaces;

  constructor(parts: EditorPaperParts) {
    this.#parts = parts;
    this.#places = new KeyPlaces(parts.documents, parts.library, parts.notes);
  }

  /** The citekey of the paper that is cited at the cursor, or named there by its note; undefined where none is, or the key is that of no paper or of several. */
  cited(): string | undefined {
    return this.#citation()?.citekey;
  }

  /**
   * The citekey of the paper that is cited at the cursor, else of the one whose entry the cursor is in, else of the one whose note
   * is in front. In a citation nothing else is meant, even where its key is that of no paper.
   */
  any(): string | undefined {
    const citation = this.#citation();
    return citation ? citation.citekey : (this.#listed() ?? this.#noted());
  }

  #citation(): { readonly citekey: string | undefined } | undefined {
    const editor = vscode.window.activeTextEditor;
    if (!editor || this.#parts.library.isSource(editor.document.uri)) return undefined;
    const { document, selection } = editor;
    const citations = this.#parts.documents.of(document)?.citations ?? [];
    const key =
      this.#places.at(document, selection.active)?.key ??
      itemNear(citations, document.offsetAt(selection.active))?.item.key;
    if (key === undefined) return undefined;
    const papers = papersOf(this.#parts.library.shown.resolve(key.normalize('NFC')));
    return { citekey: papers.length === 1 ? papers[0].citekey : undefined };
  }

  #listed(): string | undefined {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.#parts.library.isSource(editor.document.uri)) return undefined;
    const uri = editor.document.uri.toString();
    const { active } = editor.selection;
    const isHere = ({ source }: { source: { uri: string; range: Parameters<typeof toRange>[0] } }) =>
      source.uri === uri && toRange(source.range).contains(active);
    return this.#parts.library.shown.entries().find(isHere)?.citekey;
  }

  #noted(): string | undefined {
    const uri = uriInFront();
    const note = uri && this.#parts.notes.noteAt(uri);
    return note && this.#parts.library.shown.get(note.citekey)?.citekey;
  }
}

/** The file in front, also where it is shown otherwise than as text, as VS Code's Markdown preview does in the place of the editor. */
function uriInFront(): vscode.Uri | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor) return editor.document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
