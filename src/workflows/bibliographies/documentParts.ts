import { decode } from '../../base/decode';
import type { Syntax } from '../../citations/syntax';
import { knownSyntax, SYNTAXES } from '../../citations/syntaxes';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
import { type Files, writtenIdentityOf } from '../../workspace/files';
import { filesOfGlob } from '../../workspace/selection';
import { folderOf } from '../../workspace/uri';
import { foldersUp, placesOf } from './paths';

/** What one file of a document says. Plain data. */
export interface DocumentPart {
  /** The bibliographies that it names, as written. */
  readonly bibliographies: readonly string[];
  readonly listsAll: boolean;
  /** The files that it takes in, as written. */
  readonly taken: readonly string[];
  /** The document that it says it is a part of. */
  readonly whole?: string;
  /** What it defines that may make commands that cite, where it does. */
  readonly definitions?: readonly string[];
}

/** The commands that the user says cite in a file. */
export type NamedCommands = (uri: string) => readonly string[];

const LARGEST = 5 * 1024 * 1024;
const WITH_PARTS = Object.values(SYNTAXES).filter(({ parts }) => parts);
const GLOB = `**/*.{${WITH_PARTS.flatMap(({ extensions, parts }) => [...extensions, ...(parts?.alsoIn ?? [])]).join(',')}}`;

/** The syntax of a file by its name. */
function syntaxOfPart(uri: string): Syntax | undefined {
  const extension = /\.(\w+)$/.exec(uri)?.[1].toLowerCase() ?? '';
  return knownSyntax('', uri) ?? WITH_PARTS.find(({ parts }) => parts?.alsoIn?.includes(extension));
}

/** What a text says of the document that it is, or is a part of. */
export function readPart(text: string, { bibliography, parts }: Syntax): DocumentPart {
  const whole = parts?.whole?.(text);
  const definitions = parts?.definitions?.(text) ?? [];
  return {
    bibliographies: bibliography.paths(text),
    listsAll: bibliography.listsAll?.(text) ?? false,
    taken: parts?.taken(text) ?? [],
    ...(whole !== undefined && { whole }),
    ...(definitions.length > 0 && { definitions }),
  };
}

/** Which files of a workspace make up documents together. Nothing is read before it is asked. */
export class DocumentParts {
  readonly #files: Files;
  readonly #facts: DocumentFacts<DocumentPart>;
  /** By a file, those that take it in; undefined where that has to be found out. */
  #takers: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** The files by what paths that are written have in common; the same. */
  #names: ReadonlyMap<string, string> | undefined;

  constructor(parts: FollowingParts) {
    this.#files = parts.files;
    this.#facts = new DocumentFacts<DocumentPart>(
      {
        select: () => filesOfGlob(parts.files, GLOB, { log: parts.log }),
        read: async ({ uri }, content) => {
          const decoded = content.unsaved === undefined ? decode(await content.bytes()) : undefined;
          const text = content.unsaved ?? (decoded?.kind === 'text' ? decoded.text : undefined);
          const syntax = text === undefined ? undefined : syntaxOfPart(uri);
          return syntax && readPart(text!, syntax);
        },
        isSame: (before, now) => JSON.stringify(before) === JSON.stringify(now),
        largest: LARGEST,
      },
      parts,
    );
    this.#facts.onDidChange(({ changed, gone }) => {
      if (changed.length + gone.length > 0) this.#takers = this.#names = undefined;
    });
  }

  /** Listens to changes of how documents are put together; returns how to stop that. */
  onDidChange(listener: () => void): () => void {
    return this.#facts.onDidChange(({ changed, gone }) => {
      if (changed.length + gone.length > 0) listener();
    });
  }

  /**
   * The files of the documents that a file is part of, by URI, itself first: those that take it in, and all that these take in.
   * @param part what the file says now
   */
  async of(uri: string, part: DocumentPart): Promise<ReadonlyMap<string, DocumentPart>> {
    const facts = new Map(await this.#facts.all());
    facts.set(uri, part);
    this.#takers ??= this.#takersOf(facts);
    // Sets are gone through with what is added meanwhile.
    const wholes = new Set([uri]);
    for (const at of wholes) {
      for (const taker of [...(this.#takers.get(at) ?? []), ...this.#wholeOf(at, facts)]) wholes.add(taker);
    }
    const files = new Set(wholes);
    for (const at of files) for (const taken of this.#takenBy(at, facts)) files.add(taken);
    return new Map([...files].map((file) => [file, facts.get(file)!]));
  }

  /**
   * The commands by which files cite because of what other files of their documents define, by the URIs of the files that have some.
   * @param named those that the user says cite in a file
   */
  async commands(named: NamedCommands): Promise<ReadonlyMap<string, readonly string[]>> {
    const facts = await this.#facts.all();
    const found = new Map<string, Set<string>>();
    for (const files of this.#documentsOf(facts)) addCommands([...files], { facts, named }, found);
    return new Map([...found].map(([uri, commands]) => [uri, [...commands].sort()]));
  }

  /** The files of each document that some file defines something in: those that a file takes in which is taken in by none. */
  #documentsOf(facts: ReadonlyMap<string, DocumentPart>): ReadonlySet<string>[] {
    const parts = new Map<string, Set<string>>();
    const taken = new Set<string>();
    const add = (whole: string, part: string) => {
      parts.set(whole, (parts.get(whole) ?? new Set()).add(part));
      taken.add(part);
    };
    for (const uri of facts.keys()) {
      for (const part of this.#takenBy(uri, facts)) add(uri, part);
      for (const whole of this.#wholeOf(uri, facts)) add(whole, uri);
    }
    const isPlaced = new Set<string>();
    const documents: ReadonlySet<string>[] = [];
    // Files that take in one another are last; the first of them stands for the document.
    for (const uri of [...facts.keys()].sort((a, b) => Number(taken.has(a)) - Number(taken.has(b)))) {
      if (isPlaced.has(uri)) continue;
      const files = new Set([uri]);
      for (const at of files) for (const part of parts.get(at) ?? []) files.add(part);
      for (const file of files) isPlaced.add(file);
      documents.push(files);
    }
    return documents;
  }

  #takersOf(facts: ReadonlyMap<string, DocumentPart>): ReadonlyMap<string, ReadonlySet<string>> {
    const takers = new Map<string, Set<string>>();
    for (const uri of facts.keys()) {
      for (const taken of this.#takenBy(uri, facts)) takers.set(taken, (takers.get(taken) ?? new Set()).add(uri));
    }
    return takers;
  }

  #takenBy(uri: string, facts: ReadonlyMap<string, DocumentPart>): string[] {
    return (facts.get(uri)?.taken ?? []).flatMap((path) => this.#find(uri, path, facts));
  }

  #wholeOf(uri: string, facts: ReadonlyMap<string, DocumentPart>): string[] {
    const whole = facts.get(uri)?.whole;
    return whole === undefined ? [] : this.#find(uri, whole, facts);
  }

  /** TeX's paths start from where it is run: the folder of the main file, which lies in a folder above. */
  #find(uri: string, path: string, facts: ReadonlyMap<string, DocumentPart>): string[] {
    const folders = foldersUp(folderOf(uri), this.#files.folders());
    const places = folders.flatMap((folder) => placesOf(path, folder));
    const found = places.map((place) => this.#at(place, facts)).find((file) => file !== undefined);
    return found === undefined || found === uri ? [] : [found];
  }

  #at(place: string, facts: ReadonlyMap<string, DocumentPart>): string | undefined {
    if (facts.has(place)) return place;
    this.#names ??= new Map([...facts.keys()].map((file) => [writtenIdentityOf(this.#files, file), file]));
    return this.#names.get(writtenIdentityOf(this.#files, place));
  }

  dispose(): void {
    this.#facts.dispose();
  }
}

/** Adds what the files of a document can cite by and do not define themselves. */
function addCommands(
  files: readonly string[],
  { facts, named }: { readonly facts: ReadonlyMap<string, DocumentPart>; readonly named: NamedCommands },
  found: Map<string, Set<string>>,
): void {
  const definitions = files.flatMap((file) => facts.get(file)?.definitions ?? []);
  const rules = definitions.length > 0 ? syntaxOfPart(files[0])?.parts : undefined;
  if (!rules?.commands) return;
  for (const file of files) {
    const namedHere = named(file);
    const own = new Set(rules.commands(facts.get(file)?.definitions ?? [], namedHere));
    for (const command of rules.commands(definitions, namedHere)) {
      if (!own.has(command)) found.set(file, (found.get(file) ?? new Set()).add(command));
    }
  }
}
