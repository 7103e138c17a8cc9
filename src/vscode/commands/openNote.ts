import * as vscode from 'vscode';
import type { NoteMaker } from '../notes/noteMaker';
import type { NotesService } from '../notes/notesService';
import type { PaperChooser } from '../sidebar/paperChooser';
import type { Command } from './command';

/** Opens the notes of papers; a paper without one gets it. */
export class OpenNote implements Command {
  readonly id = 'literatureNotes.openNote';
  readonly #notes: NotesService;
  readonly #maker: NoteMaker;
  readonly #chooser: PaperChooser;

  constructor(notes: NotesService, maker: NoteMaker, chooser: PaperChooser) {
    this.#notes = notes;
    this.#maker = maker;
    this.#chooser = chooser;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chooser.papers(args, { title: vscode.l10n.t('Open Note'), many: false });
    for (const entry of entries) {
      const uri = this.#notes.noteUri(entry.citekey) ?? (await this.#maker.create(entry));
      if (!uri) return;
      await vscode.window.showTextDocument(uri, { preview: entries.length === 1 });
    }
  }
}
