import { MultiMap } from '../base/multiMap';
import type { Note, ReadNote } from './note';
import type { NoteProblem } from './problem';

/** The notes of a workspace: which file is the note of which paper. Changed file by file. */
export class NoteIndex {
  readonly #byUri = new Map<string, ReadNote>();
  readonly #byCitekey = new MultiMap<Note>();

  /** Puts what a file was read as in the place of what it was before; returns the citekeys whose notes changed. */
  set(uri: string, read: ReadNote): string[] {
    const changed = new Set(this.remove(uri));
    const { note } = read;
    if (note || read.problems.length > 0) this.#byUri.set(uri, read);
    if (note) {
      this.#byCitekey.add(note.citekey, note);
      changed.add(note.citekey);
    }
    return [...changed];
  }

  /** Forgets a file; returns the citekeys whose notes changed. */
  remove(uri: string): string[] {
    const note = this.#byUri.get(uri)?.note;
    this.#byUri.delete(uri);
    if (!note) return [];
    this.#byCitekey.delete(note.citekey, note);
    return [note.citekey];
  }

  /** The note of a paper. Where several files claim it, the first by URI is the note. */
  noteOf(citekey: string): Note | undefined {
    const notes = this.#byCitekey.get(citekey);
    return notes.length < 2 ? notes[0] : notes.reduce((first, note) => (note.uri < first.uri ? note : first));
  }

  /** All notes that claim a paper, by URI. */
  notesOf(citekey: string): Note[] {
    return this.#byCitekey.get(citekey).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  /** The note that a file is. */
  noteAt(uri: string): Note | undefined {
    return this.#byUri.get(uri)?.note;
  }

  /** Whether a note is so. */
  some(test: (note: Note) => boolean): boolean {
    for (const { note } of this.#byUri.values()) if (note && test(note)) return true;
    return false;
  }

  /** The citekeys that have a note. */
  citekeys(): string[] {
    return [...this.#byCitekey.keys()];
  }

  /** Files with something wrong: what reading found, and a paper that another file has taken already. */
  problems(): { uri: string; problems: NoteProblem[] }[] {
    const files: { uri: string; problems: NoteProblem[] }[] = [];
    for (const [uri, { note, problems }] of this.#byUri) {
      const all = [...problems];
      const first = note && this.noteOf(note.citekey);
      if (note && first && first !== note) all.push(duplicate(note, first));
      if (all.length > 0) files.push({ uri, problems: all });
    }
    return files;
  }
}

function duplicate(note: Note, first: Note): NoteProblem {
  return {
    code: 'duplicate-note',
    severity: 'warning',
    citekey: note.citekey,
    other: first.uri,
    range: note.citekeyRange,
    related: [{ uri: first.uri, range: first.citekeyRange }],
  };
}
