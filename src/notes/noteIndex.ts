import { MultiMap } from '../base/multiMap';
import { fileNameOf, folderOf, joinPath } from '../workspace/uri';
import type { NoteClaims } from './claims';
import { type CopyName, originalOfCopy } from './conflictCopy';
import { linksOf, type NoteLinks, type Orphan } from './links';
import type { Found } from './lostNotes';
import type { Note, ReadNote } from './note';
import { inOrder } from './noteOrder';
import { NO_PAPERS, type PaperLookup } from './paperLookup';
import type { NoteProblem } from './problem';
import { range } from '../base/position';

/** A file, and what it is linked to now. */
interface IndexedFile {
  readonly read: ReadNote;
  links: NoteLinks;
  /** The file that this one is a conflict copy of, where there is such a file. */
  original?: string;
}

/** The notes of a workspace: which file is the note of which paper. Changed file by file. */
export class NoteIndex {
  readonly #papers: PaperLookup;
  readonly #found: (claims: NoteClaims) => Found | undefined;
  readonly #files = new Map<string, IndexedFile>();
  readonly #byCitekey = new MultiMap<Note>();
  /** The files that speak of a key, whatever paper has it. */
  readonly #byClaim = new MultiMap<IndexedUri>();
  readonly #uris = new Map<string, IndexedUri>();
  /** The files that may be conflict copies of a file, by its URI. */
  readonly #copies = new MultiMap<IndexedUri>();

  /** @param found what else tells which papers a note is about whose citekey no paper has */
  constructor(papers: PaperLookup = NO_PAPERS, found: (claims: NoteClaims) => Found | undefined = () => undefined) {
    this.#papers = papers;
    this.#found = found;
  }

  /** Puts what a file was read as in the place of what it was before; returns the citekeys whose notes changed. */
  set(uri: string, read: ReadNote): string[] {
    const changed = new Set(this.remove(uri));
    if (!read.note && !read.claims && !read.sections?.length && read.problems.length === 0) return [...changed];
    const file: IndexedFile = { read, links: { notes: [], problems: [] } };
    const id = { uri };
    this.#files.set(uri, file);
    this.#uris.set(uri, id);
    for (const key of claimedKeys(read)) this.#byClaim.add(key, id);
    const copy = copyAt(uri);
    if (copy) this.#copies.add(copy.original, id);
    return this.#relinkAll([uri, ...this.#copies.get(uri).map((copy) => copy.uri)], changed);
  }

  /** Forgets a file; returns the citekeys whose notes changed. */
  remove(uri: string): string[] {
    const file = this.#files.get(uri);
    if (!file) return [];
    const id = this.#uris.get(uri)!;
    this.#files.delete(uri);
    this.#uris.delete(uri);
    for (const key of claimedKeys(file.read)) this.#byClaim.delete(key, id);
    const copy = copyAt(uri);
    if (copy) this.#copies.delete(copy.original, id);
    const changed = new Set(file.links.notes.map(({ citekey }) => citekey));
    for (const note of file.links.notes) this.#byCitekey.delete(note.citekey, note);
    return this.#relinkAll(
      this.#copies.get(uri).map((copy) => copy.uri),
      changed,
    );
  }

  /** Links a file anew, as the papers are now; returns the citekeys whose notes changed. */
  relink(uri: string): string[] {
    return this.#relinkAll([uri], new Set());
  }

  /** The note of a paper: where several claim it, the first in the order of `notesOf`. */
  noteOf(citekey: string): Note | undefined {
    const notes = this.#byCitekey.get(citekey);
    return notes.length < 2 ? notes[0] : inOrder(notes)[0];
  }

  /** All notes that claim a paper: whole files before parts, that of its name first. */
  notesOf(citekey: string): Note[] {
    return inOrder(this.#byCitekey.get(citekey));
  }

  /** The note that a file is as a whole. */
  noteAt(uri: string): Note | undefined {
    return this.#files.get(uri)?.links.notes.find(({ linkedBy }) => linkedBy !== 'heading');
  }

  /** All that a file is linked to. */
  notesAt(uri: string): readonly Note[] {
    return this.#files.get(uri)?.links.notes ?? [];
  }

  /** Whether a note is so. */
  some(test: (note: Note) => boolean): boolean {
    for (const { links } of this.#files.values()) if (links.notes.some(test)) return true;
    return false;
  }

  /** The citekeys that have a note. */
  citekeys(): string[] {
    return [...this.#byCitekey.keys()].filter((key) => this.#byCitekey.count(key) > 0);
  }

  /** The files of the index. */
  uris(): string[] {
    return [...this.#files.keys()];
  }

  /** The files that speak of a key. */
  urisClaiming(key: string): string[] {
    return this.#byClaim.get(key).map(({ uri }) => uri);
  }

  /** What a note claims that is about no known paper by its citekey. */
  lostAt(uri: string): NoteClaims | undefined {
    const { read, original } = this.#files.get(uri) ?? {};
    const claims = read?.claims;
    if (!claims?.isMeant || original !== undefined) return undefined;
    const keys = claims.stated.length > 0 ? claims.stated : claims.named;
    return keys.some((key) => this.#papers.citekeyOf(key) !== undefined) ? undefined : claims;
  }

  /** The notes that no paper has. */
  orphans(): Orphan[] {
    return [...this.#files.values()].flatMap(({ links }) => links.orphan ?? []);
  }

  /** Files with something wrong: what reading and linking found. */
  problems(): { uri: string; problems: readonly NoteProblem[] }[] {
    const files: { uri: string; problems: readonly NoteProblem[] }[] = [];
    for (const [uri, { links }] of this.#files)
      if (links.problems.length > 0) files.push({ uri, problems: links.problems });
    return files;
  }

  /** The file that one is a conflict copy of: by its name, and where others may be named so, too, by what both state. */
  #originalOf(uri: string, read: ReadNote): string | undefined {
    const copy = copyAt(uri);
    const original = copy && this.#files.get(copy.original);
    return original && (copy.isCertain || claimsAlike(read, original.read)) ? copy.original : undefined;
  }

  #relinkAll(uris: readonly string[], changed: Set<string>): string[] {
    for (const uri of uris) {
      const file = this.#files.get(uri);
      if (!file) continue;
      for (const note of file.links.notes) {
        this.#byCitekey.delete(note.citekey, note);
        changed.add(note.citekey);
      }
      file.original = this.#originalOf(uri, file.read);
      file.links = file.original
        ? { notes: [], problems: [conflictCopy(file.original)] }
        : linksOf(uri, file.read, this.#papers, this.#found);
      for (const note of file.links.notes) {
        this.#byCitekey.add(note.citekey, note);
        changed.add(note.citekey);
      }
    }
    return [...changed];
  }
}

/** Whether two files state the same of which papers they are about; files that state nothing do not. */
function claimsAlike({ claims: one }: ReadNote, { claims: other }: ReadNote): boolean {
  const statedIn = (claims: NoteClaims) => [claims.stated, claims.doi, claims.arxiv, claims.title];
  return !!one && !!other && one.stated.length > 0 && JSON.stringify(statedIn(one)) === JSON.stringify(statedIn(other));
}

/** A URI as an object of its own, to be told from others. */
interface IndexedUri {
  readonly uri: string;
}

function claimedKeys({ claims, sections = [] }: ReadNote): Set<string> {
  const { stated = [], named = [], ifKnown, titled } = claims ?? {};
  const perhaps = [ifKnown, titled].filter((key) => key !== undefined);
  return new Set([...stated, ...named, ...perhaps, ...sections.map(({ citekey }) => citekey)]);
}

/** The URI of the file that a file may be a conflict copy of. */
function copyAt(uri: string): CopyName | undefined {
  const copy = originalOfCopy(fileNameOf(uri));
  return copy && { ...copy, original: joinPath(folderOf(uri), copy.original) };
}

function conflictCopy(original: string): NoteProblem {
  const place = range(0, 0, 0, 0);
  return {
    code: 'conflict-copy',
    severity: 'warning',
    original,
    range: place,
    related: [{ uri: original, range: place }],
  };
}
