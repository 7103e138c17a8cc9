import { foldDiacritics } from '../../../base/fold';
import type { Note } from '../../../notes/note';
import { fileNameOf } from '../../../workspace/uri';
import type { NotesService } from '../notesService';

/** The notes of papers by what a `[[link]]` can call them: the name of their file, or their citekey. */
export class NoteNames {
  readonly #notes: Pick<NotesService, 'citekeys' | 'noteOf' | 'notesOf' | 'onDidChange'>;
  #byName: ReadonlyMap<string, Note> | undefined;

  constructor(notes: Pick<NotesService, 'citekeys' | 'noteOf' | 'notesOf' | 'onDidChange'>) {
    this.#notes = notes;
    notes.onDidChange(() => (this.#byName = undefined));
  }

  /** The note that a link means: links do not tell upper from lower case. */
  get(name: string): Note | undefined {
    return (this.#byName ??= this.#read()).get(keyOf(name)) ?? this.#notes.noteOf(name);
  }

  /** All notes that are files of their own. */
  all(): Note[] {
    return this.#notes
      .citekeys()
      .flatMap((key) => this.#notes.notesOf(key).filter(({ linkedBy }) => linkedBy !== 'heading'));
  }

  #read(): Map<string, Note> {
    return new Map(this.all().map((note) => [keyOf(nameOf(note)), note]));
  }
}

/** The name by which a link calls a note: that of its file without extension. */
export function nameOf({ uri }: Pick<Note, 'uri'>): string {
  return fileNameOf(uri).replace(/\.(?:md|markdown|org)$/i, '');
}

function keyOf(name: string): string {
  return foldDiacritics(name.normalize('NFC').replace(/^@/, '')).toLowerCase();
}
