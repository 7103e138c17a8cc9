import type { Note } from '../notes/note';
import type { FacetChange, Facets } from '../search/contract';

/** What the search has to be told about notes that changed. */
export interface NoteNews {
  /** The papers whose notes say something else now: their documents are to be sent. */
  readonly texts: readonly string[];
  /** The papers whose notes state something else now. */
  readonly facets: readonly FacetChange[];
}

/** Knows what the search was told about notes, so that a changed status does not send a paper's text again. */
export class ToldNotes {
  readonly #told = new Map<string, Note>();

  /** What is news about these papers' notes; from now on it counts as told. */
  news(citekeys: Iterable<string>, noteOf: (citekey: string) => Note | undefined): NoteNews {
    const texts: string[] = [];
    const facets: FacetChange[] = [];
    for (const id of citekeys) {
      const [before, now] = [this.#told.get(id), noteOf(id)];
      if (now) this.#told.set(id, now);
      else this.#told.delete(id);
      if (!isSameText(before, now)) texts.push(id);
      if (!isSame(facetsOf(before), facetsOf(now))) facets.push({ id, facets: facetsOf(now) });
    }
    return { texts, facets };
  }
}

function facetsOf(note: Note | undefined): Facets {
  return note ? { hasNote: true, status: note.status, rating: note.rating } : {};
}

function isSame(a: Facets, b: Facets): boolean {
  return a.hasNote === b.hasNote && a.status === b.status && a.rating === b.rating;
}

function isSameText(a: Note | undefined, b: Note | undefined): boolean {
  if (!a || !b) return a === b;
  return a.text === b.text && a.tags.length === b.tags.length && a.tags.every((tag, i) => tag === b.tags[i]);
}
