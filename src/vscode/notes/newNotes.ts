import type * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import type { Entry } from '../../library/model/entry';
import { localDay } from '../../notes/localDay';
import type { AgreedFields } from '../../notes/agreedFields';
import type { SearchService } from '../../search/contract';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from './notesService';
import type { NewNoteOptions } from './noteMaker';
import type { KeptStates } from './reading/keptStates';
import type { TemplateChoice } from './noteTemplate';

/** What making notes takes. */
export interface NewNotesParts {
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly search: Pick<SearchService, 'related'>;
  readonly kept: Pick<KeptStates, 'statusOf' | 'forget'>;
  readonly agreed: { add(notes: ReadonlyMap<string, AgreedFields>): void };
}

/** What is the same for notes that are made together. */
export interface MadeTogether extends Pick<NewNoteOptions, 'selection' | 'states' | 'refused' | 'turns'> {
  templates?: TemplateChoice;
  /** Gets what takes each of them away again. */
  readonly undos?: EditPlan[];
  /** Gets the papers whose new note states what the state file keeps of them; without it, that is taken out of the file at once. */
  readonly moved?: string[];
}

/** Makes the notes of papers that have none, each once. */
export class NewNotes {
  readonly #parts: NewNotesParts;
  /** Notes that are being made, by citekey: who asks for one again gets the same. */
  readonly #making = new Map<string, Promise<vscode.Uri | undefined>>();

  constructor(parts: NewNotesParts) {
    this.#parts = parts;
  }

  /** The note of a paper, made where there is none; undefined where that cannot be, and the user was told or cancelled. */
  async noteOf(entry: Entry, together: MadeTogether = {}): Promise<vscode.Uri | undefined> {
    return this.#parts.notes.noteUri(entry.citekey) ?? (await this.make(entry, together));
  }

  /** The new note of a paper. */
  make(entry: Entry, together: MadeTogether = {}): Promise<vscode.Uri | undefined> {
    const { citekey } = entry;
    const known = this.#making.get(citekey);
    if (known) return known;
    const making = this.#create(entry, together).finally(() => this.#making.delete(citekey));
    this.#making.set(citekey, making);
    return making;
  }

  async #create(entry: Entry, together: MadeTogether): Promise<vscode.Uri | undefined> {
    // Templates and YAML are loaded with the first new note, not on activation.
    const [{ NoteMaker }, { relatedBySearch }, { TemplateChoice }] = await Promise.all([
      import('./noteMaker'),
      import('./paperValues'),
      import('./noteTemplate'),
    ]);
    const { library, notes, search, agreed, kept } = this.#parts;
    together.templates ??= new TemplateChoice();
    const findRelated = relatedBySearch(search, library.shown);
    const maker = new NoteMaker({ library, notes, findRelated, agreed });
    const { citekey } = entry;
    const status = kept.statusOf(citekey);
    // What is set now comes last, and counts.
    const states = [
      ...(status === undefined ? [] : [{ field: 'status' as const, value: status }]),
      ...(together.states ?? []),
    ];
    const made = await maker.create(entry, localDay(new Date()), { ...together, states });
    if (!made?.isNew) return made?.uri;
    together.undos?.push(made.undo);
    // What the note cannot state stays where it is.
    if (status === undefined || !made.stated.has('status')) return made.uri;
    if (together.moved) together.moved.push(citekey);
    else await kept.forget(citekey);
    return made.uri;
  }
}
