import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { localDay } from '../../notes/localDay';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from './notesService';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import { notesOpenBeside } from '../host/settings';
import type { SearchService } from '../../search/contract';
import type { TemplateChoice } from './noteTemplate';

/** What opening notes takes. */
export interface OpenNoteParts {
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly search: Pick<SearchService, 'related'>;
  readonly chosen: ChosenPapers;
}

/** Opens the notes of papers; a paper without one gets it. */
export class OpenNote implements Command {
  readonly id = 'literatureNotes.openNote';
  readonly #notes: NotesService;
  readonly #parts: OpenNoteParts;
  readonly #chosen: ChosenPapers;
  /** Notes that are being made, by citekey: who asks for one again gets the same. */
  readonly #making = new Map<string, Promise<vscode.Uri | undefined>>();

  constructor(parts: OpenNoteParts) {
    this.#parts = parts;
    this.#notes = parts.notes;
    this.#chosen = parts.chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chosen.papers(args, { title: vscode.l10n.t('Open Note'), many: false });
    const together: NewNotes = { selection: selectedText() };
    for (const entry of entries) {
      const known = this.#notes.noteUri(entry.citekey);
      const uri = known ?? (await this.#make(entry, together));
      if (!uri) return;
      const viewColumn = this.#column();
      const editor = await vscode.window.showTextDocument(uri, { preview: entries.length === 1, viewColumn });
      if (!known) await goToWritingPlace(editor);
    }
  }

  /** The group for a note: where one is in front, it is followed there, so that groups do not multiply. */
  #column(): vscode.ViewColumn {
    const active = vscode.window.activeTextEditor?.document;
    const isNote = active !== undefined && this.#notes.isNote(active.uri);
    return notesOpenBeside() && !isNote ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  }

  #make(entry: Entry, together: NewNotes): Promise<vscode.Uri | undefined> {
    const { citekey } = entry;
    const known = this.#making.get(citekey);
    if (known) return known;
    const making = this.#create(entry, together).finally(() => this.#making.delete(citekey));
    this.#making.set(citekey, making);
    return making;
  }

  async #create(entry: Entry, together: NewNotes): Promise<vscode.Uri | undefined> {
    // Templates and YAML are loaded with the first new note, not on activation.
    const [{ NoteMaker }, { relatedBySearch }, { TemplateChoice }] = await Promise.all([
      import('./noteMaker'),
      import('./paperValues'),
      import('./noteTemplate'),
    ]);
    const { library, notes, search } = this.#parts;
    together.templates ??= new TemplateChoice();
    const findRelated = relatedBySearch(search, library.shown);
    return new NoteMaker({ library, notes, findRelated }).create(entry, localDay(new Date()), together);
  }
}

/** What is the same for notes that are made together. */
interface NewNotes {
  readonly selection?: string;
  templates?: TemplateChoice;
}

/** The text that is selected in the editor in front. */
function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection);
  return text === '' ? undefined : text;
}

/** Puts the cursor of a new note where one goes on writing. */
async function goToWritingPlace(editor: vscode.TextEditor): Promise<void> {
  const { writingPlace } = await import('../../notes/writingPlace');
  const place = editor.document.positionAt(writingPlace(editor.document.getText()));
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection);
}
