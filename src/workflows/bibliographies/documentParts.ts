import { decode } from '../../base/decode';
import type { Syntax } from '../../citations/syntax';
import { knownSyntax, SYNTAXES } from '../../citations/syntaxes';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
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
}

const LARGEST = 5 * 1024 * 1024;
const WITH_PARTS = Object.values(SYNTAXES).filter(({ parts }) => parts);
const GLOB = `**/*.{${WITH_PARTS.flatMap(({ extensions }) => extensions).join(',')}}`;

/** What a text says of the document that it is, or is a part of. */
export function readPart(text: string, { bibliography, parts }: Syntax): DocumentPart {
  const whole = parts?.whole?.(text);
  return {
    bibliographies: bibliography.paths(text),
    listsAll: bibliography.listsAll?.(text) ?? false,
    taken: parts?.taken(text) ?? [],
    ...(whole !== undefined && { whole }),
  };
}

/** Which files of a workspace make up documents together. Nothing is read before it is asked. */
export class DocumentParts {
  readonly #folders: () => readonly string[];
  readonly #facts: DocumentFacts<DocumentPart>;
  /** By a file, those that take it in; undefined where that has to be found out. */
  #takers: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(parts: FollowingParts) {
    this.#folders = () => parts.files.folders();
    this.#facts = new DocumentFacts<DocumentPart>(
      {
        select: () => filesOfGlob(parts.files, GLOB, { log: parts.log }),
        read: async ({ uri }, content) => {
          const decoded = content.unsaved === undefined ? decode(await content.bytes()) : undefined;
          const text = content.unsaved ?? (decoded?.kind === 'text' ? decoded.text : undefined);
          const syntax = text === undefined ? undefined : knownSyntax('', uri);
          return syntax && readPart(text!, syntax);
        },
        isSame: (before, now) => JSON.stringify(before) === JSON.stringify(now),
        largest: LARGEST,
      },
      parts,
    );
    this.#facts.onDidChange(({ changed, gone }) => {
      if (changed.length + gone.length > 0) this.#takers = undefined;
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
    const folders = foldersUp(folderOf(uri), this.#folders());
    const found = folders.flatMap((folder) => placesOf(path, folder)).find((place) => facts.has(place));
    return found === undefined || found === uri ? [] : [found];
  }

  dispose(): void {
    this.#facts.dispose();
  }
}
