import * as vscode from 'vscode';
import { Cooperation } from '../../base/cooperate';
import type { Note } from '../../notes/note';
import { NoteIndex } from '../../notes/noteIndex';
import { locate, type LocatedProblem } from '../host/problems';
import { excludeMatcher, NEVER_GLOB } from '../host/excludes';
import type { Log } from '../host/log';
import { folderSettings } from '../host/settings';
import { type FileEvents, FileWatch, isIn } from '../host/watch';
import { relativePath } from '../library/sourcePattern';
import { noteSentence } from './noteSentences';

const GLOB = '**/*.md';
/** Larger files are no notes. */
const LARGEST_BYTES = 1024 * 1024;
/** How far into a file its front matter may reach, in characters. */
const HEAD = 65_536;
/** How many files are read at a time. */
const AT_ONCE = 8;

/** The notes of the workspace, kept up to date with the files. */
export class NotesService implements vscode.Disposable {
  readonly #log: Log;
  readonly #index = new NoteIndex();
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  /** URIs of the files that are in the index. */
  readonly #read = new Set<string>();
  #folders: readonly NotesFolder[] = [];
  #watch: FileWatch | undefined;
  /** Updates run one after another. */
  #updating: Promise<void> = Promise.resolve();

  /** Fires with the citekeys whose note is new, changed or gone. */
  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
  }

  /** The note about a paper. */
  noteOf(citekey: string): Note | undefined {
    return this.#index.noteOf(citekey);
  }

  noteUri(citekey: string): vscode.Uri | undefined {
    const note = this.noteOf(citekey);
    return note && vscode.Uri.parse(note.uri);
  }

  /** What is wrong with notes. */
  problems(): LocatedProblem[] {
    return this.#index.problems().flatMap(({ uri, problems }) => {
      const file = vscode.Uri.parse(uri);
      return problems.map((problem) => locate(file, problem, noteSentence(problem)));
    });
  }

  /** Reads the settings and all notes anew, and watches them. */
  reload(): Promise<void> {
    this.#folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => new NotesFolder(folder));
    this.#watch?.dispose();
    const patterns = this.#folders.map(({ folder }) => new vscode.RelativePattern(folder, GLOB));
    this.#watch = new FileWatch(patterns, (events) => void this.#update(() => this.#follow(events)));
    return this.#update(async () => {
      const found = (await Promise.all(this.#folders.map((folder) => folder.find()))).flat();
      const known = new Set(found.map((uri) => uri.toString()));
      await this.#take(
        found,
        [...this.#read].filter((uri) => !known.has(uri)),
      );
    });
  }

  /** Takes in a note that was just made, before the watcher tells of it. */
  add(uri: vscode.Uri): Promise<void> {
    return this.#update(() => this.#take([uri], []));
  }

  #follow({ touched, deleted }: FileEvents): Promise<void> {
    const gone = [...this.#read].filter((uri) => deleted.some((folder) => isIn(folder, vscode.Uri.parse(uri))));
    const read = touched.filter((uri) => this.#folderOf(uri)?.holds(uri));
    return this.#take(read, gone);
  }

  #update(work: () => Promise<void>): Promise<void> {
    this.#updating = this.#updating.then(work).catch((error: unknown) => this.#log.error('Reading the notes', error));
    return this.#updating;
  }

  async #take(touched: readonly vscode.Uri[], gone: readonly string[]): Promise<void> {
    const citekeys = new Set<string>();
    for (const uri of gone) for (const key of this.#forget(uri)) citekeys.add(key);
    const waiting = [...touched];
    const cooperation = new Cooperation();
    const readNext = async () => {
      for (let uri = waiting.shift(); uri !== undefined; uri = waiting.shift()) {
        for (const key of await this.#takeFile(uri)) citekeys.add(key);
        await cooperation.breathe();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readNext));
    if (citekeys.size > 0) this.#changed.fire([...citekeys]);
  }

  /** Takes in one file; gives the citekeys whose note changed by it. */
  async #takeFile(uri: vscode.Uri): Promise<readonly string[]> {
    const id = uri.toString();
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      if (stat.type & vscode.FileType.Directory || stat.size > LARGEST_BYTES) return this.#forget(id);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const inNotesFolder = this.#folderOf(uri)?.isNotesFolderOf(uri) ?? false;
      if (!inNotesFolder && !mayBeNote(text)) return this.#forget(id);
      const fileName = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      this.#read.add(id);
      // The YAML reader is loaded with the first note, not on activation.
      const { readNote } = await import('../../notes/note');
      // In the notes folder any name may be a citekey: papers come and go, and the index is asked for known ones only.
      return this.#index.set(
        id,
        readNote({ uri: id, fileName, inNotesFolder, text }, () => true),
      );
    } catch (error) {
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isGone) this.#log.error(`Reading ${id}`, error);
      return this.#forget(id);
    }
  }

  #forget(uri: string): string[] {
    this.#read.delete(uri);
    return this.#index.remove(uri);
  }

  #folderOf(uri: vscode.Uri): NotesFolder | undefined {
    return this.#folders.find(({ folder }) => relativePath(folder.uri, uri) !== undefined);
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#changed.dispose();
  }
}

/** A quick look that spares parsing most Markdown files: front matter that speaks of a citekey. */
function mayBeNote(text: string): boolean {
  return /^\uFEFF?---/.test(text) && text.slice(0, HEAD).includes('citekey');
}

/** The notes of one workspace folder. */
class NotesFolder {
  readonly folder: vscode.WorkspaceFolder;
  readonly #notes: vscode.Uri;
  #excluded: ((path: string) => boolean) | undefined;

  constructor(folder: vscode.WorkspaceFolder) {
    this.folder = folder;
    this.#notes = vscode.Uri.joinPath(folder.uri, folderSettings(folder.uri).notes.folder);
  }

  async find(): Promise<vscode.Uri[]> {
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(this.folder, GLOB), NEVER_GLOB);
    return found.filter((uri) => this.holds(uri));
  }

  /** Whether the file is a Markdown file in the folder and not hidden. */
  holds(uri: vscode.Uri): boolean {
    const path = relativePath(this.folder.uri, uri);
    if (path === undefined || !path.endsWith('.md')) return false;
    this.#excluded ??= excludeMatcher(this.folder.uri);
    return !this.#excluded(path);
  }

  /** Whether the file lies in the folder for notes, where its name alone can make it a paper's note. */
  isNotesFolderOf(uri: vscode.Uri): boolean {
    return relativePath(this.#notes, uri) !== undefined;
  }
}
