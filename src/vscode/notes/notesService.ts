import * as vscode from 'vscode';
import { Pause } from '../../base/pause';
import { NO_PAPERS, type PaperLookup } from '../../notes/paperLookup';
import type { Orphan } from '../../notes/links';
import type { Note } from '../../notes/note';
import type { EditedNote, NotePlan } from '../../notes/keyPlans';
import type { NoteProblem } from '../../notes/problem';
import type { PaperState } from '../../notes/paperState';
import { StateFiles } from '../../notes/stateFiles';
import { WorkspaceNotes } from '../../notes/workspaceNotes';
import type { FollowingParts } from '../../workspace/documentFacts';
import { relativePath } from '../../workspace/uri';
import { currentText } from '../host/currentText';
import { folderSettings } from '../host/settings';
import type { LibraryService } from '../library/libraryService';

/** A note whose paper has another citekey now. */
export type KeyChange = Extract<NoteProblem, { code: 'note-key-changed' }> & { readonly uri: string };

/**
 * So long nobody types, in milliseconds, before views show what was typed. After each change VS Code lets the rows of a view rest for as
 * long: what changed with each letter would keep back what is saved then.
 */
const TYPED_MS = 200;

/** The notes of the workspace as VS Code's side asks for them. */
export class NotesService implements vscode.Disposable {
  readonly #notes: WorkspaceNotes;
  readonly #states: StateFiles;
  readonly #following: FollowingParts;
  readonly #papers: PaperLookup;
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  readonly #settled = new vscode.EventEmitter<readonly string[]>();
  readonly #typed = new Pause<string>(TYPED_MS, (citekeys) => this.#settled.fire(citekeys));

  /** Fires with the citekeys whose note is new, changed or gone. */
  readonly onDidChange = this.#changed.event;
  /** The same for views: at once where a file was changed, and when typing pauses where one is typed into. */
  readonly onDidSettle = this.#settled.event;

  constructor(following: FollowingParts, papers: PaperLookup = NO_PAPERS) {
    this.#following = following;
    this.#papers = papers;
    this.#notes = new WorkspaceNotes((folder) => folderSettings(vscode.Uri.parse(folder)).notes, following, papers);
    this.#states = new StateFiles((folder) => stateFileOf(vscode.Uri.parse(folder))?.toString(), following);
    for (const source of [this.#notes, this.#states]) source.onDidChange((citekeys) => this.#tell(citekeys));
  }

  #tell(citekeys: readonly string[]): void {
    this.#changed.fire(citekeys);
    // What is not saved has no time of its last change.
    const typed = citekeys.filter((key) => this.notesOf(key).some(({ mtime }) => mtime === undefined));
    const saved = typed.length === 0 ? citekeys : citekeys.filter((key) => !typed.includes(key));
    this.#typed.drop(saved);
    this.#typed.add(typed);
    if (saved.length > 0) this.#settled.fire(saved);
  }

  /** The note about a paper. */
  noteOf(citekey: string): Note | undefined {
    return this.#notes.noteOf(citekey);
  }

  /** The status that the state file keeps of a paper, and in which file. */
  keptStatusOf(citekey: string): ReturnType<StateFiles['statusOf']> {
    return this.#states.statusOf(citekey);
  }

  /** What is known of the reading of a paper: what its note states, and otherwise what the state file keeps. */
  stateOf(citekey: string): PaperState | undefined {
    const note = this.noteOf(citekey);
    if (note?.status !== undefined) return note;
    const status = this.#states.statusOf(citekey)?.status;
    if (status === undefined) return note;
    return note ? { ...note, status } : { status, isKeptApart: true };
  }

  /** Whether a note is so. */
  some(test: (note: Note) => boolean): boolean {
    return this.#notes.some(test);
  }

  /** All notes about a paper, and parts of notes, the main one first. */
  notesOf(citekey: string): Note[] {
    return this.#notes.notesOf(citekey);
  }

  noteUri(citekey: string): vscode.Uri | undefined {
    const note = this.noteOf(citekey);
    return note && vscode.Uri.parse(note.uri);
  }

  /** Whether a file is a paper's note. */
  isNote(uri: vscode.Uri): boolean {
    return this.noteAt(uri) !== undefined;
  }

  /** The note that a file is as a whole. */
  noteAt(uri: vscode.Uri): Note | undefined {
    return this.#notes.noteAt(uri.toString());
  }

  /** The papers that a file as a whole is the note of. */
  citekeysAt(uri: vscode.Uri): string[] {
    return this.#notes.citekeysAt(uri.toString());
  }

  /** All papers that have a note. */
  citekeys(): string[] {
    return this.#notes.citekeys();
  }

  /** All papers of which something is known: they have a note, or a status that is kept apart. */
  knownCitekeys(): string[] {
    return [...new Set([...this.citekeys(), ...this.#states.citekeys()])];
  }

  /** The notes that no paper has. */
  orphans(): Orphan[] {
    return this.#notes.orphans();
  }

  /** What is wrong with notes, by file. */
  problems(): ReturnType<WorkspaceNotes['problems']> {
    return [...this.#notes.problems(), ...this.#states.problems((key) => this.noteOf(key)?.status)];
  }

  /** What is wrong with one file. */
  problemsOf(uri: vscode.Uri): readonly NoteProblem[] {
    return this.#notes.problems().find((file) => file.uri === uri.toString())?.problems ?? [];
  }

  /** The notes whose papers have other citekeys now. */
  keyChanges(): KeyChange[] {
    return this.#notes.problems().flatMap(({ uri, problems }) => {
      const changes = problems.filter((problem) => problem.code === 'note-key-changed');
      return changes.map((problem) => ({ ...problem, uri }));
    });
  }

  /** The files that are conflict copies of notes. */
  conflictCopies(): { readonly uri: string; readonly original: string }[] {
    return this.#notes.problems().flatMap(({ uri, problems }) => {
      const copies = problems.filter((problem) => problem.code === 'conflict-copy');
      return copies.map(({ original }) => ({ uri, original }));
    });
  }

  /** The plan that writes a paper's citekey into a note in the place of a former one. */
  async planNewKey(uri: vscode.Uri, former: string, now: string): Promise<NotePlan> {
    const { planNewKey } = await import('../../notes/keyPlans');
    return planNewKey(await this.#edited(uri), former, now);
  }

  /** The plan that makes a file a paper's note. */
  async planLink(uri: vscode.Uri, citekey: string): Promise<NotePlan> {
    const { planLink } = await import('../../notes/keyPlans');
    return planLink(await this.#edited(uri), citekey, (key) => this.#papers.citekeyOf(key) !== undefined);
  }

  /** The Markdown files of the workspace: orphans first, then those that are no note, then the others. */
  async linkableFiles(): Promise<vscode.Uri[]> {
    const { files } = this.#following;
    const found = await Promise.all(files.folders().map((base) => files.find({ base, glob: '**/*.{md,markdown}' })));
    const orphans = new Set(this.orphans().map(({ uri }) => uri));
    const rank = (uri: string) => (orphans.has(uri) ? 0 : this.#notes.noteAt(uri) ? 2 : 1);
    const uris = [...new Set(found.flat())].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return uris.map((uri) => vscode.Uri.parse(uri));
  }

  /** A note's text as it is now. */
  async #edited(uri: vscode.Uri): Promise<EditedNote> {
    const { names } = folderSettings(vscode.workspace.getWorkspaceFolder(uri)?.uri).notes;
    return { uri: uri.toString(), text: (await currentText(uri)) ?? '', names };
  }

  /** Reads all notes anew. */
  async reload(): Promise<void> {
    await Promise.all([this.#notes.reload(), this.#states.reload()]);
  }

  /** Links the notes anew after papers came or went: those of the given citekeys, or all. */
  relink(keys?: readonly string[]): Promise<void> {
    return this.#notes.relink(keys);
  }

  /** Takes in a note that was just made, before the watcher tells of it. */
  add(uri: vscode.Uri): Promise<void> {
    return this.#notes.add(uri.toString());
  }

  /** The same of notes and state files that were changed. */
  async takeAll(uris: readonly string[]): Promise<void> {
    await Promise.all(uris.flatMap((uri) => [this.#notes.add(uri), this.#states.add(uri)]));
    // Nobody typed that.
    this.#typed.end();
  }

  dispose(): void {
    this.#notes.dispose();
    this.#states.dispose();
    this.#typed.dispose();
    this.#changed.dispose();
    this.#settled.dispose();
  }
}

/** The state file of a workspace folder; undefined where there is to be none, or the setting names no file of the notes folder. */
export function stateFileOf(folder: vscode.Uri): vscode.Uri | undefined {
  const { notes } = folderSettings(folder);
  if (!/^[^/\\:]+\.ya?ml$/i.test(notes.stateFile)) return undefined;
  const uri = vscode.Uri.joinPath(folder, notes.folder, notes.stateFile);
  return relativePath(folder.toString(), uri.toString()) === undefined ? undefined : uri;
}

/** The papers of the library as notes look them up. */
export function papersForNotes(library: LibraryService): PaperLookup {
  return {
    get isReady() {
      // The sample library stands in where there is none: its papers are not those of the workspace's notes.
      return library.isLoaded && !library.isSample && library.hasSources;
    },
    citekeyOf: (key) => {
      const meaning = library.shown.resolve(key);
      if (meaning === undefined || 'candidates' in meaning) return undefined;
      return ('entry' in meaning ? meaning.entry : meaning.aliasOf).citekey;
    },
    titleOf: (citekey) => library.shown.get(citekey)?.title,
    papers: () => library.shown.entries(),
  };
}
