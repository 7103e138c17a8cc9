import type { LocatedProblem } from '../host/problems';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { locatedProblems } from './locatedProblems';

/** What is wrong with the sources and notes of the workspace. Nothing is known to be before the sentences that say so are loaded. */
export class WorkspaceProblems {
  readonly #library: LibraryService;
  readonly #notes: NotesService;
  #located: typeof locatedProblems | undefined;

  constructor(library: LibraryService, notes: NotesService) {
    this.#library = library;
    this.#notes = notes;
  }

  /** Loads the sentences; to be done before anything is read. */
  async load(): Promise<void> {
    this.#located = (await import('./locatedProblems')).locatedProblems;
  }

  all(): readonly LocatedProblem[] {
    return this.#located?.(this.#library, this.#notes) ?? [];
  }
}
