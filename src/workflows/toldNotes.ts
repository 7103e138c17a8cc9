import type { Note } from '../notes/note';
import type { CitingFile, FacetChange, Facets } from '../search/contract';

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
   * @param citedIn the documents that cite a paper
   * @param isRetracted whether a paper is known to be retracted
   */
  news(
    citekeys: Iterable<string>,
    noteOf: (citekey: string) => Note | undefined,
    statusOf = (citekey: string) => noteOf(citekey)?.status,
    citedIn: (citekey: string) => readonly CitingFile[] = () => [],
    isRetracted: (citekey: string) => boolean = () => false,
  ): NoteNews {
    const texts: string[] = [];
    const facets: FacetChange[] = [];
    for (const id of citekeys) {
      const before = this.#told.get(id) ?? {};
      const now: Told = { note: noteOf(id), status: statusOf(id), citedIn: citedIn(id), isRetracted: isRetracted(id) };
      if (now.note || now.status !== undefined || now.citedIn?.length || now.isRetracted) this.#told.set(id, now);
      else this.#told.delete(id);
      if (!isSameText(before.note, now.note)) texts.push(id);
      if (!isSame(facetsOf(before), facetsOf(now))) facets.push({ id, facets: facetsOf(now) });
    }
    return { texts, facets };
  }
}

/** The note about a paper, the paper's status, the documents that cite it, and whether it is retracted. */
interface Told {
  readonly note?: Note;
  readonly status?: string;
  readonly citedIn?: readonly CitingFile[];
  readonly isRetracted?: boolean;
}

function facetsOf({ note, status, citedIn = [], isRetracted = false }: Told): Facets {
  const cited = { ...(citedIn.length > 0 && { citedIn }), ...(isRetracted && { isRetracted }) };
  if (note) return { hasNote: true, status, rating: note.rating, ...cited };
  return status === undefined ? cited : { status, ...cited };
}

function isSame(a: Facets, b: Facets): boolean {
  const isStated =
    a.hasNote === b.hasNote && a.status === b.status && a.rating === b.rating && a.isRetracted === b.isRetracted;
  return isStated && JSON.stringify(a.citedIn) === JSON.stringify(b.citedIn);
}

function isSameText(a: Note | undefined, b: Note | undefined): boolean {
  if (!a || !b) return a === b;
  return a.text === b.text && a.tags.length === b.tags.length && a.tags.every((tag, i) => tag === b.tags[i]);
}
