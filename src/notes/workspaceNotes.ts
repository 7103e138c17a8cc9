import type { Clock } from '../base/clock';
import { Cooperation } from '../base/cooperate';
import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import type { FactKind, FileContent } from '../workspace/factKind';
import type { FactsChange } from '../workspace/factsChange';
import { fileNameOf } from '../workspace/uri';
import type { FieldNames } from './fieldNames';
import type { NoteClaims } from './claims';
import type { Orphan } from './links';
import { LostNotes } from './lostNotes';
import type { Note, ReadNote } from './note';
import { type NoteSettingsOf, type NoteSource, selectNotes } from './noteFiles';
import { NoteIndex } from './noteIndex';
import { NO_PAPERS, type PaperLookup } from './paperLookup';
import type { readNote } from './readNote';

/** Larger files are no notes, in bytes: VS Code lets no extension change them. */
const LARGEST = 50 * 1024 * 1024;
/** So much is read of a note, in bytes or characters: no note of words is longer, but one with pictures in it may be. */
const READ = 1024 * 1024;
/** How far into a file its front matter may reach, in characters. */
const HEAD = 65_536;
/** So many citekeys are told of in one turn: who listens does something about each. */
const TOLD_AT_ONCE = 500;
/** The settings that decide which file is a note. */
const SETTINGS = ['literatureNotes.notes.folder', 'literatureNotes.notes.fields'];

/** The notes of a workspace, kept up to date with its files, with what is typed into them, and with the papers. */
export class WorkspaceNotes {
  readonly #facts: DocumentFacts<ReadNote, NoteSource>;
  readonly #papers: PaperLookup;
  readonly #toldAtOnce: number;
  readonly #clock: Clock | undefined;
  readonly #lost: LostNotes;
  readonly #index: NoteIndex;
  readonly #listeners = new Set<(citekeys: readonly string[]) => void>();
  #linking: Promise<void> = Promise.resolve();

  /** @param toldAtOnce of how many citekeys listeners are told in one turn */
  constructor(
    settingsOf: NoteSettingsOf,
    parts: FollowingParts,
    papers: PaperLookup = NO_PAPERS,
    toldAtOnce = TOLD_AT_ONCE,
  ) {
    const kind: FactKind<ReadNote, NoteSource> = {
      select: () => selectNotes(settingsOf, parts),
      read: readMarkdown,
      // Programs that synchronise files delete one and write it again: until then it keeps what it was.
      isDoubtful: (_, now) => now === undefined,
      isSame: (before, now) => before === NO_NOTE && now === NO_NOTE,
      largest: LARGEST,
      settings: SETTINGS,
    };
    this.#papers = papers;
    this.#toldAtOnce = toldAtOnce;
    this.#clock = parts.clock;
    this.#lost = new LostNotes(parts.clock);
    this.#index = new NoteIndex(papers, (claims) => this.#lost.papersOf(claims));
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

  /** All notes about a paper, and parts of notes, the main one first. */
  notesOf(citekey: string): Note[] {
    return this.#index.notesOf(citekey);
  }

  /** The note that a file is as a whole. */
  noteAt(uri: string): Note | undefined {
    return this.#index.noteAt(this.#facts.file(uri)?.uri ?? uri);
  }

  /** The papers that a file as a whole is the note of. */
  citekeysAt(uri: string): string[] {
    const notes = this.#index.notesAt(this.#facts.file(uri)?.uri ?? uri);
    return notes.filter(({ linkedBy }) => linkedBy !== 'heading').map(({ citekey }) => citekey);
  }

  /** Whether a note is so. */
  some(test: (note: Note) => boolean): boolean {
    return this.#index.some(test);
  }

  /** All papers that have a note. */
  citekeys(): string[] {
    return this.#index.citekeys();
  }

  /** The notes that no paper has. */
  orphans(): Orphan[] {
    return this.#index.orphans();
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

  /**
   * Links the notes anew after papers came or went. Resolves when that is done, rejects where it
   * cannot be.
   * @param keys the citekeys that came or went; without them, all notes are looked at
   */
  relink(keys?: readonly string[]): Promise<void> {
    const linked = this.#linking.then(async () => {
      const uris = keys ? new Set(keys.flatMap((key) => this.#index.urisClaiming(key))) : this.#index.uris();
      const changed = await this.#relinkFiles(uris);
      await this.#lookUpLost(changed);
      await this.#tell(changed);
    });
    // What goes wrong here is told to who asked for it, and does not keep others from being done.
    this.#linking = linked.catch(() => undefined);
    return linked;
  }

  async #take({ changed, gone }: FactsChange<NoteSource>): Promise<void> {
    const cooperation = new Cooperation(this.#clock);
    const citekeys = new Set<string>();
    for (const uri of [...gone, ...changed.map((file) => file.uri)]) {
      const fact = this.#facts.get(uri);
      for (const key of fact ? this.#index.set(uri, fact) : this.#index.remove(uri)) citekeys.add(key);
      await cooperation.yieldIfDue();
    }
    await this.#tell(citekeys);
    const healed = new Set<string>();
    // What the other notes ask for was looked up when they changed, or the papers did.
    const lost = changed.flatMap(({ uri }) => this.#index.lostAt(uri) ?? []);
    if (!this.#lost.knows(lost)) await this.#lookUpLost(healed);
    await this.#tell(healed);
  }

  /** Looks for the papers of notes whose citekey no paper has. */
  async #lookUpLost(changed: Set<string>): Promise<void> {
    if (!this.#papers.isReady) return;
    const lost = await this.#lostNotes();
    await this.#lost.lookUp(lost, this.#papers.papers());
    const keys = lost.flatMap(({ stated, named }) => [...stated, ...named]);
    const uris = new Set(keys.flatMap((key) => this.#index.urisClaiming(key)));
    for (const key of await this.#relinkFiles(uris)) changed.add(key);
  }

  async #lostNotes(): Promise<NoteClaims[]> {
    const cooperation = new Cooperation(this.#clock);
    const lost: NoteClaims[] = [];
    for (const uri of this.#index.uris()) {
      const claims = this.#index.lostAt(uri);
      if (claims) lost.push(claims);
      await cooperation.yieldIfDue();
    }
    return lost;
  }

  async #relinkFiles(uris: Iterable<string>): Promise<Set<string>> {
    const cooperation = new Cooperation(this.#clock);
    const changed = new Set<string>();
    for (const uri of uris) {
      for (const key of this.#index.relink(uri)) changed.add(key);
      await cooperation.yieldIfDue();
    }
    return changed;
  }

  async #tell(citekeys: ReadonlySet<string>): Promise<void> {
    const all = [...citekeys];
    const cooperation = new Cooperation(this.#clock);
    for (let start = 0; start < all.length; start += this.#toldAtOnce) {
      if (start > 0) await cooperation.pause();
      const told = all.slice(start, start + this.#toldAtOnce);
      for (const listener of this.#listeners) listener(told);
    }
  }

  dispose(): void {
    this.#facts.dispose();
    this.#listeners.clear();
  }
}

async function readMarkdown({ uri, inNotesFolder, names }: NoteSource, content: FileContent): Promise<ReadNote> {
  const text = await textOf(content);
  const fileName = fileNameOf(uri);
  if (!inNotesFolder && !mayBeNote(fileName, text, names)) return NO_NOTE;
  const reader = await (noteReader ??= import('./readNote'));
  const { mtime } = content;
  // In the notes folder any name may be a citekey: papers come and go, and the index is asked for known ones only.
  const read = reader.readNote({ uri, fileName, inNotesFolder, text, mtime, names }, () => true);
  return read.note || read.claims || read.sections?.length || read.problems.length > 0 ? read : NO_NOTE;
}

/** The text of a note, or the first of a very long one. */
async function textOf(content: FileContent): Promise<string> {
  if (content.size <= READ) return content.text();
  if (content.unsaved !== undefined) return content.unsaved.slice(0, READ);
  // Bytes of half a character at the end are left out.
  return new TextDecoder().decode((await content.bytes()).subarray(0, READ), { stream: true });
}

/** What a file is read as that is there, and none of our business. */
const NO_NOTE: ReadNote = { problems: [] };

/** The YAML reader is loaded with the first note, not on activation. */
let noteReader: Promise<{ readonly readNote: typeof readNote }> | undefined;

/** The properties that tools of this field use for citekeys, and what their names and aliases begin with. */
const KEY_SIGN = /cite-?_?key|citation-?_?key|bib(?:tex)?-?_?key|^ *(?:- )?["']?@|^id:|^alias/im;

/** A quick look that spares parsing most files: a name or front matter that speaks of a citekey, or a heading that cites. */
function mayBeNote(fileName: string, text: string, names: FieldNames): boolean {
  if (fileName.startsWith('@') || /^ {0,3}(?:#{1,6}|\*+)[ \t]+.{0,40}@/m.test(text)) return true;
  const head = text.slice(0, HEAD);
  if (/\.org$/i.test(fileName))
    return /roam_key|citekey|^#\+title:/im.test(head) || /:(?:ROAM_REFS|CUSTOM_ID):/i.test(text);
  if (!/^\uFEFF?---/.test(head)) return false;
  return head.includes(names.citekey) || head.includes(names.citekeys) || KEY_SIGN.test(head);
}
