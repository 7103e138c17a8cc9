import * as vscode from 'vscode';
import type { Note } from '../../notes/note';
import { WorkspaceNotes } from '../../notes/workspaceNotes';
import type { FollowingParts } from '../../workspace/documentFacts';
import { locate, type LocatedProblem } from '../host/problems';
import { folderSettings } from '../host/settings';
import { noteSentence } from './noteSentences';

/** The notes of the workspace as VS Code's side asks for them. */
export class NotesService implements vscode.Disposable {
  readonly #notes: WorkspaceNotes;
  readonly #changed = new vscode.EventEmitter<readonly string[]>();

  /** Fires with the citekeys whose note is new, changed or gone. */
  readonly onDidChange = this.#changed.event;

  constructor(following: FollowingParts) {
    this.#notes = new WorkspaceNotes((folder) => folderSettings(vscode.Uri.parse(folder)).notes, following);
    this.#notes.onDidChange((citekeys) => this.#changed.fire(citekeys));
  }

  /** The note about a paper. */
  noteOf(citekey: string): Note | undefined {
    return this.#notes.noteOf(citekey);
  }

  /** Whether a note is so. */
  some(test: (note: Note) => boolean): boolean {
    return this.#notes.some(test);
  }

  noteUri(citekey: string): vscode.Uri | undefined {
    const note = this.noteOf(citekey);
    return note && vscode.Uri.parse(note.uri);
  }

  /** The note that a file is. */
  noteAt(uri: vscode.Uri): Note | undefined {
    return this.#notes.noteAt(uri.toString());
  }

  /** Whether a file is a paper's note. */
  isNote(uri: vscode.Uri): boolean {
    return this.#notes.noteAt(uri.toString()) !== undefined;
  }

  /** What is wrong with notes. */
  problems(): LocatedProblem[] {
    return this.#notes.problems().flatMap(({ uri, problems }) => {
      const file = vscode.Uri.parse(uri);
      return problems.map((problem) => locate(file, problem, noteSentence(problem)));
    });
  }

  /** Reads all notes anew. */
  reload(): Promise<void> {
    return this.#notes.reload();
  }

  /** Takes in a note that was just made, before the watcher tells of it. */
  add(uri: vscode.Uri): Promise<void> {
    return this.#notes.add(uri.toString());
  }

  /** The same of notes that were changed. */
  async takeAll(uris: readonly string[]): Promise<void> {
    await Promise.all(uris.map((uri) => this.#notes.add(uri)));
  }

  /** All papers that have a note. */
  citekeys(): string[] {
    return this.#notes.citekeys();
  }

  dispose(): void {
    this.#notes.dispose();
    this.#changed.dispose();
  }
}
