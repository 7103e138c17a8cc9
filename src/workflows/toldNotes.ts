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
  readonly #told = new Map<string, Told>();

  /**
   * What is news about these papers' notes; from now on it counts as told.
   * @param statusOf the status of a paper, also where a note does not state it
   */
  news(
    citekeys: Iterable<string>,
    noteOf: (citekey: string) => Note | undefined,
    statusOf = (citekey: string) => noteOf(citekey)?.status,
  ): NoteNews {
    const texts: string[] = [];
    const facets: FacetChange[] = [];
    for (const id of citekeys) {
      const before = this.#told.get(id) ?? {};
      const now: Told = { note: noteOf(id), status: statusOf(id) };
      if (now.note || now.status !== undefined) this.#told.set(id, now);
      else this.#told.delete(id);
      if (!isSameText(before.note, now.note)) texts.push(id);
      if (!isSame(facetsOf(before), facetsOf(now))) facets.push({ id, facets: facetsOf(now) });
    }
    return { texts, facets };
  }
}

/** The note about a paper and the paper's status. */
interface Told {
  readonly note?: Note;
  readonly status?: string;
}

function facetsOf({ note, status }: Told): Facets {
  if (note) return { hasNote: true, status, rating: note.rating };
  return status === undefined ? {} : { status };
}

function isSame(a: Facets, b: Facets): boolean {
  return a.hasNote === b.hasNote && a.status === b.status && a.rating === b.rating;
}

function isSameText(a: Note | undefined, b: Note | undefined): boolean {
  if (!a || !b) return a === b;
  return a.text === b.text && a.tags.length === b.tags.length && a.tags.every((tag, i) => tag === b.tags[i]);
}
