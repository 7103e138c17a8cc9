import type { LocatedProblem } from '../host/problems';
import type { LibraryService } from '../library/libraryService';
import { sourceProblems } from '../library/sourceSentences';
import { noteProblems } from '../notes/noteProblems';
import type { NotesService } from '../notes/notesService';

/** What is wrong with sources and notes, in sentences. */
export function locatedProblems(library: LibraryService, notes: NotesService): LocatedProblem[] {
  return [...sourceProblems(library), ...noteProblems(notes)];
}
