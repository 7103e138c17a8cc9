import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import { exists } from '../host/newFile';
import { noteColumn } from './noteColumn';
import { openingPlace } from './notePlace';
import type { Note } from '../../notes/note';
import type { MadeTogether, NewNotes } from './newNotes';
import type { NotesService } from './notesService';

/** Opens the notes of papers; a paper without one gets it. */
export class OpenNote implements Command {
  readonly id = 'literatureNotes.openNote';
  readonly #notes: NotesService;
  readonly #chosen: ChosenPapers;
  readonly #newNotes: NewNotes;

  constructor(notes: NotesService, chosen: ChosenPapers, newNotes: NewNotes) {
    this.#notes = notes;
    this.#chosen = chosen;
    this.#newNotes = newNotes;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chosen.papers(args, { title: vscode.l10n.t('Open Note'), many: false });
    const together: MadeTogether = { selection: selectedText() };
    for (const entry of entries) {
      const known = await this.#known(entry.citekey);
      const uri = known ? vscode.Uri.parse(known.uri) : await this.#newNotes.make(entry, together);
      if (!uri) return;
      const viewColumn = noteColumn(uri, this.#isNoteInFront());
      const document = await vscode.workspace.openTextDocument(uri);
      const selection = known ? openingPlace(known) : await placeToWrite(document);
      await vscode.window.showTextDocument(document, { preview: entries.length === 1, viewColumn, selection });
    }
  }

  /** The note of a paper. One that was deleted a moment ago, and may be about to be written again, is none. */
  async #known(citekey: string): Promise<Note | undefined> {
    const note = this.#notes.noteOf(citekey);
    return note && (await exists(vscode.Uri.parse(note.uri))) ? note : undefined;
  }

  #isNoteInFront(): boolean {
    const active = vscode.window.activeTextEditor?.document;
    return active !== undefined && this.#notes.isNote(active.uri);
  }
}

/** The text that is selected in the editor in front. */
function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection);
  return text === '' ? undefined : text;
}

/** Where one goes on writing in a new note. The cursor is there from the start: who types at once breaks nothing. */
async function placeToWrite(document: vscode.TextDocument): Promise<vscode.Range> {
  const { writingPlace } = await import('../../notes/writingPlace');
  const place = document.positionAt(writingPlace(document.getText()));
  return new vscode.Range(place, place);
}
