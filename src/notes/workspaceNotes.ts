import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import type { FactKind, FileContent } from '../workspace/factKind';
import type { FactsChange } from '../workspace/factsChange';
import { filesOfGlob, type FollowedFile } from '../workspace/selection';
import { fileNameOf, joinPath, relativePath } from '../workspace/uri';
import { type FieldNames, OUR_NAMES } from './fieldNames';
import type { Note, readNote, ReadNote } from './note';
import { NoteIndex } from './noteIndex';

const GLOB = '**/*.md';
/** Larger files are no notes, in bytes. */
const LARGEST = 1024 * 1024;
/** How far into a file its front matter may reach, in characters. */
const HEAD = 65_536;
/** The settings that decide which file is a note. */
const SETTINGS = ['literatureNotes.notes.folder', 'literatureNotes.notes.fields'];

/** What the settings of a workspace folder say of its notes. */
export interface NoteSettings {
  /** The path of the folder for notes below the workspace folder. */
  readonly folder: string;
  readonly names: FieldNames;
}

/** The settings of a workspace folder, given by its URI, as they are now. */
export type NoteSettingsOf = (folder: string) => NoteSettings;

/** A Markdown file of the workspace. */
interface MarkdownFile extends FollowedFile {
  /** Whether it lies in the folder for notes, where its name alone can make it a paper's note. */
  readonly inNotesFolder: boolean;
  readonly names: FieldNames;
}

/** The notes of a workspace, kept up to date with its files and with what is typed into them. */
export class WorkspaceNotes {
  readonly #facts: DocumentFacts<ReadNote, MarkdownFile>;
  readonly #index = new NoteIndex();
  readonly #listeners = new Set<(citekeys: readonly string[]) => void>();

  constructor(settingsOf: NoteSettingsOf, parts: FollowingParts) {
    const kind: FactKind<ReadNote, MarkdownFile> = {
      select: () => selectNotes(settingsOf, parts),
      read: readMarkdown,
      largest: LARGEST,
      settings: SETTINGS,
    };
    this.#facts = new DocumentFacts(kind, parts);
    this.#facts.onDidChange((change) => this.#take(change));
  }

  /** Listens to the citekeys whose note is new, changed or gone; returns how to stop that. */
  onDidChange(listener: (citekeys: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The note about a paper. */
  noteOf(citekey: string): Note | undefined {
    return this.#index.noteOf(citekey);
  }

  /** The note that a file is. */
  noteAt(uri: string): Note | undefined {
    return this.#index.noteAt(uri);
  }

  /** Whether a note is so. */
  some(test: (note: Note) => boolean): boolean {
    return this.#index.some(test);
  }

  /** The papers that have a note. */
  citekeys(): string[] {
    return this.#index.citekeys();
  }

  /** What is wrong with notes, by file. */
  problems(): ReturnType<NoteIndex['problems']> {
    return this.#index.problems();
  }

  /** Looks for the notes and reads them all. Resolves when they have been read. */
  reload(): Promise<void> {
    return this.#facts.reload();
  }

  /** Takes in a note that was just made, before anybody tells of it. */
  add(uri: string): Promise<void> {
    return this.#facts.take(uri);
  }

  #take({ changed, gone }: FactsChange<MarkdownFile>): void {
    const citekeys = new Set<string>();
    for (const uri of gone) for (const key of this.#index.remove(uri)) citekeys.add(key);
    for (const { uri } of changed) for (const key of this.#index.set(uri, this.#facts.get(uri)!)) citekeys.add(key);
    if (citekeys.size === 0) return;
    for (const listener of this.#listeners) listener([...citekeys]);
  }

  dispose(): void {
    this.#facts.dispose();
    this.#listeners.clear();
  }
}

/** The Markdown files of the workspace, with what the settings of this moment say of them. */
function selectNotes(settingsOf: NoteSettingsOf, { files, log }: FollowingParts) {
  const markdown = filesOfGlob(files, GLOB, { log });
  const folders = files.folders().map((uri) => {
    const { folder, names } = settingsOf(uri);
    return { uri, notes: joinPath(uri, folder), names };
  });
  // Of nested workspace folders, the inner one's settings hold.
  const inner = [...folders].sort((a, b) => b.uri.length - a.uri.length);
  const place = ({ uri }: FollowedFile): MarkdownFile => {
    const inNotesFolder = folders.some(({ notes }) => relativePath(notes, uri) !== undefined);
    const names = inner.find((folder) => relativePath(folder.uri, uri) !== undefined)?.names ?? OUR_NAMES;
    return { uri, inNotesFolder, names };
  };
  return {
    watched: [],
    find: async (signal: AbortSignal) => (await markdown.find(signal)).map(place),
    match: (uri: string) => {
      const file = markdown.match(uri);
      return file && place(file);
    },
  };
}

async function readMarkdown(
  { uri, inNotesFolder, names }: MarkdownFile,
  content: FileContent,
): Promise<ReadNote | undefined> {
  const text = await content.text();
  if (!inNotesFolder && !mayBeNote(text, names)) return undefined;
  const reader = await (noteReader ??= import('./note'));
  // In the notes folder any name may be a citekey: papers come and go, and the index is asked for known ones only.
  const read = reader.readNote({ uri, fileName: fileNameOf(uri), inNotesFolder, text, names }, () => true);
  return read.note || read.problems.length > 0 ? read : undefined;
}

/** The YAML reader is loaded with the first note, not on activation. */
let noteReader: Promise<{ readonly readNote: typeof readNote }> | undefined;

/** A quick look that spares parsing most Markdown files: front matter that speaks of a citekey. */
function mayBeNote(text: string, names: FieldNames): boolean {
  if (!/^\uFEFF?---/.test(text)) return false;
  const head = text.slice(0, HEAD);
  return head.includes('citekey') || head.includes(names.citekey) || head.includes(names.citekeys);
}
