import type { Entry } from '../../library/model/entry';
import type { CitedPaper, Place, UnknownKey } from '../../workflows/citationsOutline';

/** Rows that belong together, under a heading. */
export interface GroupRow {
  readonly kind: 'group';
  readonly id: 'unknown' | 'papers' | 'uncited';
  readonly label: string;
  readonly description: string;
  /** Undefined where the heading is all that there is to say. */
  readonly rows?: () => readonly CitationsNode[];
}

/** A key that is cited and no paper's. */
export interface UnknownRow extends UnknownKey {
  readonly kind: 'unknown';
}

/** A paper that is cited; a row of a paper as commands take it. */
export interface CitedRow extends CitedPaper {
  readonly kind: 'cited';
}

/** A paper of the bibliography that is not cited. */
export interface UncitedRow {
  readonly kind: 'uncited';
  readonly entry: Entry;
}

/** A place in the document. */
export interface PlaceRow {
  readonly kind: 'place';
  readonly id: string;
  readonly place: Place;
}

/** How many more papers there are than are shown. */
export interface RestRow {
  readonly kind: 'rest';
  readonly count: number;
}

/** A row of the Citations view. */
export type CitationsNode = GroupRow | UnknownRow | CitedRow | UncitedRow | PlaceRow | RestRow;
