import * as vscode from 'vscode';
import type { TextEdit } from '../../../base/textEdit';
import type { KeyPlace } from '../../../citations/completion';
import { authorNames } from '../../../library/model/display';
import type { Entry } from '../../../library/model/entry';
import { inertLabel } from '../../host/completionLabel';
import { paperRow } from '../../../workflows/paperRow';

/** The internal command by which VS Code tells which paper was accepted. */
export const CITED = 'literatureNotes._cited';

/** The internal command by which a paper is refused whose key cannot be written. */
export const NOT_WRITABLE = 'literatureNotes._notWritable';

/** A paper in the completion list. Its documentation is resolved when it is looked at. */
export class PaperCompletionItem extends vscode.CompletionItem {
  constructor(
    readonly entry: Entry,
    rank: number,
    place: KeyPlace,
    readonly document: vscode.TextDocument,
    text: string,
    isTwin: boolean,
  ) {
    super(inertLabel(labelOf(entry, isTwin)), vscode.CompletionItemKind.Reference);
    const edit = withoutSame(text, place, place.edit(entry.citekey));
    const start = document.positionAt(edit.start);
    const end = document.positionAt(edit.end);
    // At the start of a key VS Code's own setting (`editor.suggest.insertMode`) decides whether that key is replaced.
    const cursor = document.positionAt(place.range.start + place.typed.length);
    const whole = new vscode.Range(start, end);
    this.range = place.typed === '' ? { inserting: new vscode.Range(start, cursor), replacing: whole } : whole;
    this.insertText = edit.newText;
    // VS Code sorts by how well this matches what is typed, and looks at its first 128 characters only; what is typed at its
    // start keeps every paper that our search has found, in our order.
    const typed = text.slice(edit.start, place.range.start) + place.typed;
    this.filterText = [typed, ...searchable(entry)].filter(Boolean).join(' ');
    this.sortText = String(rank).padStart(4, '0');
    this.command = { command: CITED, title: '', arguments: [entry.citekey] };
  }

  /** A paper whose key the document's language cannot write: taken, it leaves the text as it is, and says why. */
  refuse(document: vscode.TextDocument): this {
    const range =
      this.range instanceof vscode.Range ? this.range : (this.range?.replacing ?? new vscode.Range(0, 0, 0, 0));
    this.range = range;
    this.insertText = document.getText(range);
    this.command = { command: NOT_WRITABLE, title: '', arguments: [this.entry.citekey, document.uri.toString()] };
    return this;
  }
}

/** So many characters fit into a row of the list as wide as VS Code opens it. */
const ROOM = 48;

/** What a row shows of a paper for sure, however narrow the list. */
export function shownOf(entry: Entry): string {
  return paperRow(entry, 'authorYearTitle').label.slice(0, ROOM);
}

/**
 * Who, when and what, and the key behind it where there is room. Papers whose rows would look the same are told by their keys.
 * @param isTwin whether another paper of the list shows the same
 */
function labelOf(entry: Entry, isTwin: boolean): vscode.CompletionItemLabel {
  const { label, titleAt } = paperRow(entry, 'authorYearTitle');
  if (isTwin) return { label: label.slice(0, titleAt) + entry.citekey, description: label.slice(titleAt) };
  const hasRoom = label.length + entry.citekey.length < ROOM;
  return hasRoom ? { label, description: entry.citekey } : { label };
}

function searchable(entry: Entry): string[] {
  const names = authorNames(entry).join(' ');
  return [entry.citekey, entry.title, names, entry.year?.toString() ?? '', ...entry.keywords, ...entry.aliases];
}

/** An edit without the marks around the key that it would write again as they are, so that it replaces the key alone. */
function withoutSame(text: string, { range }: KeyPlace, edit: TextEdit): TextEdit {
  const before = text.slice(edit.start, Math.max(edit.start, range.start));
  const after = text.slice(Math.min(range.end, edit.end), edit.end);
  const { newText } = edit;
  if (before + after === '' || newText.length < before.length + after.length) return edit;
  if (!newText.startsWith(before) || !newText.endsWith(after)) return edit;
  return {
    start: edit.start + before.length,
    end: edit.end - after.length,
    newText: newText.slice(before.length, newText.length - after.length),
  };
}
