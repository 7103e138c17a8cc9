import type { Syntax } from '../../citations/syntax';
import type { FollowingParts } from '../../workspace/documentFacts';
import { writtenIdentityOf } from '../../workspace/files';
import { encodedPath, folderOf, relativePath } from '../../workspace/uri';
import { type DocumentPart, DocumentParts, type NamedCommands, readPart } from './documentParts';
import type { NamedBibliography } from './namedBibliography';
import { folderAround, foldersUp, placesOf } from './paths';
import { ProjectBibliographies } from './projectBibliographies';

/** The syntaxes whose documents have the bibliography of their project. */
const OF_PROJECTS = ['pandoc', 'myst', 'multimarkdown', 'jekyll', 'rst', 'org'];

/** The bibliography of a document, as its tool would find it. */
export interface DocumentBibliography {
  /** URIs of the paper lists that it is made of, those that the document itself names first. */
  readonly sources: readonly string[];
  /** What is named and is no paper list of the workspace. */
  readonly notFound: readonly NamedBibliography[];
  /** Whether all entries are listed, cited or not (`\nocite{*}`, Typst's `full: true`). */
  readonly listsAll: boolean;
  /** URIs of the files that the document is made of, the one in question among them. */
  readonly files: readonly string[];
}

/** A document as it is now. */
export interface DocumentText {
  /** Of a cell of a notebook, the notebook's. */
  readonly uri: string;
  readonly text: string;
  readonly syntax: Syntax;
}

/** Finds the bibliographies of documents. */
export class DocumentBibliographies {
  readonly projects: ProjectBibliographies;
  readonly #parts: FollowingParts;
  readonly #documents: DocumentParts;
  readonly #sources: () => readonly string[];

  /** @param sources gives the URIs of all paper lists */
  constructor(parts: FollowingParts, sources: () => readonly string[]) {
    this.#parts = parts;
    this.#sources = sources;
    this.#documents = new DocumentParts(parts);
    this.projects = new ProjectBibliographies(parts);
  }

  /** Listens to changes of what `of` told before, but for those of paper lists; returns how to stop that. */
  onDidChange(listener: () => void): () => void {
    const stops = [this.#documents.onDidChange(listener), this.projects.onDidChange(listener)];
    return () => stops.forEach((stop) => stop());
  }

  /**
   * The commands that files define for others of their documents to cite, by the URIs of the files for which there are some.
   * @param named those that the user says cite in a file
   */
  commands(named: NamedCommands): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#documents.commands(named);
  }

  /** The bibliography of a document; undefined where neither it nor its project names one. */
  async of({ uri, text, syntax }: DocumentText): Promise<DocumentBibliography | undefined> {
    const own = readPart(text, syntax);
    const isFile = !uri.startsWith('untitled:');
    const files: ReadonlyMap<string, DocumentPart> =
      syntax.parts && isFile ? await this.#documents.of(uri, own) : new Map([[uri, own]]);
    const root = isFile ? await this.#rootOf(uri, syntax, [...files.keys()]) : undefined;
    const named = [...files].flatMap(([file, { bibliographies }]) => this.#namedBy(file, bibliographies, root));
    if (isFile && OF_PROJECTS.includes(syntax.id)) named.push(...(await this.projects.of(uri, syntax.id)));
    if (named.length === 0) return undefined;
    const found = named.map((each) => ({ each, uris: this.#find(each) }));
    return {
      sources: [...new Set(found.flatMap(({ uris }) => uris))],
      notFound: found.filter(({ uris, each }) => uris.length === 0 && each.path !== undefined).map(({ each }) => each),
      listsAll: [...files.values()].some(({ listsAll }) => listsAll),
      files: [...files.keys()],
    };
  }

  /** Where paths start that begin with a slash, in languages in which that is not the root of the machine. */
  async #rootOf(uri: string, { id }: Syntax, files: readonly string[]): Promise<string | undefined> {
    if (id === 'typst') return folderAround(files);
    return id === 'pandoc' ? this.projects.rootOf(uri) : undefined;
  }

  #namedBy(file: string, paths: readonly string[], root: string | undefined): NamedBibliography[] {
    const folder = file.startsWith('untitled:') ? (this.#parts.files.folders()[0] ?? '') : folderOf(file);
    return paths.map((path) => ({ path, folder: root !== undefined && path.startsWith('/') ? root : folder }));
  }

  /** The paper lists that are meant. A path that starts elsewhere is only compared; nobody looks what is there. */
  #find({ path, folder }: NamedBibliography): readonly string[] {
    const sources = this.#sources();
    if (path === undefined)
      return sources.filter((uri) => /\.bib$/i.test(uri) && relativePath(folder, uri) !== undefined);
    const { files } = this.#parts;
    const known = new Map(sources.map((uri) => [writtenIdentityOf(files, uri), uri]));
    const places = foldersUp(folder, files.folders()).flatMap((each) => placesOf(path, each));
    const found = places.map((place) => known.get(writtenIdentityOf(files, place))).find((uri) => uri !== undefined);
    return found === undefined ? this.#elsewhere(path, sources) : [found];
  }

  #elsewhere(path: string, sources: readonly string[]): string[] {
    const plain = path.replaceAll('\\', '/').replace(/^[a-z]:/i, '');
    const isHome = plain.startsWith('~/');
    if (!isHome && !/^\/(?!\/)/.test(plain)) return [];
    const end = isHome ? plain.slice(1) : plain;
    const found = sources.find((uri) => (isHome ? plainPath(uri).endsWith(end) : plainPath(uri) === end));
    return found === undefined ? [] : [found];
  }

  dispose(): void {
    this.#documents.dispose();
    this.projects.dispose();
  }
}

/** The path of a URI, decoded and without a drive. */
function plainPath(uri: string): string {
  const path = encodedPath(uri);
  try {
    return decodeURIComponent(path).replace(/^\/[a-z]:/i, '');
  } catch {
    return path;
  }
}
