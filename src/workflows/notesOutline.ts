import type { Note } from '../notes/note';

/** Notes that share a status or a tag; `value` is undefined for those without one. */
export interface NoteGroup {
  readonly value: string | undefined;
  readonly notes: readonly Note[];
}

/** The notes that were changed last, the latest first; what is being typed comes before all. */
export function recentNotes(notes: readonly Note[], most: number): Note[] {
  return [...notes]
    .sort((a, b) => (b.mtime ?? Infinity) - (a.mtime ?? Infinity) || compare(a.uri, b.uri))
    .slice(0, most);
}

export function notesByStatus(notes: readonly Note[]): NoteGroup[] {
  return grouped(notes, ({ status }) => [status]);
}

export function notesByTag(notes: readonly Note[]): NoteGroup[] {
  return grouped(notes, ({ tags }) => (tags.length > 0 ? tags : [undefined]));
}

/** Groups from A to Z without regard to case, those without a value last. */
function grouped(notes: readonly Note[], valuesOf: (note: Note) => readonly (string | undefined)[]): NoteGroup[] {
  const groups = new Map<string, { value: string | undefined; notes: Note[] }>();
  for (const note of notes) {
    for (const value of valuesOf(note)) {
      const id = value?.toLowerCase() ?? '';
      const group = groups.get(id);
      if (group) group.notes.push(note);
      else groups.set(id, { value, notes: [note] });
    }
  }
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b)).map(([, group]) => group);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
