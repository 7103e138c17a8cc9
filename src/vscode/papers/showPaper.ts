import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import type { Command } from '../host/command';
import { toRange } from '../host/convert';
import type { ShownDetails } from '../details/shownDetails';
import type { Drafts } from '../host/drafts';
import { openingPlace } from '../notes/notePlace';
import type { NotesService } from '../notes/notesService';
import { SHOW_PAPER } from './papersItem';
import { PaperNode } from './papersNode';

/** Two clicks on a row in this time are a double click, in milliseconds. */
const DOUBLE_CLICK_MS = 500;

/**
 * Shows the paper of a row. One click or Enter shows it in the details view where that is to be seen and not pinned; else its
 * note where it has one, else its entry in the source, in passing and with the focus left in the tree. A double click opens that
 * for good.
 */
export class ShowPaper implements Command {
  readonly id = SHOW_PAPER;
  readonly #notes: Pick<NotesService, 'noteOf'>;
  readonly #drafts: Drafts;
  readonly #details: Pick<ShownDetails, 'follows' | 'follow'>;
  readonly #clicked: () => void;
  #last: { readonly citekey: string; readonly at: number } | undefined;

  /** @param clicked told of each click */
  constructor(
    notes: Pick<NotesService, 'noteOf'>,
    drafts: Drafts,
    details: Pick<ShownDetails, 'follows' | 'follow'>,
    clicked: () => void,
  ) {
    this.#clicked = clicked;
    this.#notes = notes;
    this.#drafts = drafts;
    this.#details = details;
  }

  async execute(row: unknown): Promise<void> {
    if (!(row instanceof PaperNode)) return;
    this.#clicked();
    const { citekey } = row.entry;
    const again = this.#last?.citekey === citekey && Date.now() - this.#last.at < DOUBLE_CLICK_MS;
    this.#last = again ? undefined : { citekey, at: Date.now() };
    if (this.#details.follows && !again) this.#details.follow(citekey);
    else await this.#show(row.entry, again);
  }

  async #show(entry: Entry, forGood: boolean): Promise<void> {
    const note = this.#notes.noteOf(entry.citekey);
    const uri = vscode.Uri.parse(note?.uri ?? entry.source.uri);
    const { start } = toRange(entry.source.range);
    if (!forGood) this.#drafts.showInPassing(uri);
    await vscode.window.showTextDocument(uri, {
      preview: !forGood,
      preserveFocus: !forGood,
      selection: note ? openingPlace(note) : new vscode.Range(start, start),
    });
  }
}
