import * as vscode from 'vscode';
import { locate, type LocatedProblem } from '../host/problems';
import { noteSentence } from './noteSentences';
import type { NotesService } from './notesService';

/** What is wrong with the notes of the workspace. */
export function noteProblems(notes: Pick<NotesService, 'problems'>): LocatedProblem[] {
  return notes.problems().flatMap(({ uri, problems }) => {
    const file = vscode.Uri.parse(uri);
    return problems.map((problem) => locate(file, problem, noteSentence(problem)));
  });
}
