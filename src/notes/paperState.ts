import type { Note } from './note';

/** What is known of the reading of a paper. */
export type PaperState = Partial<Pick<Note, 'status' | 'rating' | 'tags' | 'priority'>> & {
  /** It comes from the state file: the paper has no note. */
  readonly isKeptApart?: boolean;
};
