import picomatch from 'picomatch';
import { FileChanges } from '../../../src/workspace/fileChanges';
import type { FollowingParts } from '../../../src/workspace/documentFacts';
import {
  type FileGlob,
  type FileListener,
  FileMissing,
  type Files,
  type FileStat,
  type FindOptions,
  type ScopeChange,
} from '../../../src/workspace/files';
import { folderOf, isAtOrIn, joinPath, relativePath } from '../../../src/workspace/uri';
import { FolderLinks } from '../../../src/workspace/folderLinks';
import { FakeClock } from './fakeClock';

/** What a file holds: text, bytes, or what is thrown when it is read. */
type Content = string | Uint8Array | Error;

interface Watch {
  readonly isWatched: (uri: string) => boolean;
  readonly listener: FileListener;
}

/** The workspace folder of a memory workspace. */
export const ROOT = 'file:///ws';

/**
 * A workspace in memory that tells of its changes as VS Code does, with the editors that are open in it. Paths are relative
 * to the first workspace folder, or URIs.
 */
export class MemoryWorkspace implements Files, FollowingParts {
  readonly clock = new FakeClock();
  readonly links = new FolderLinks({
    folders: () => this.folders(),
    real: (folder) => Promise.resolve(this.#real(folder)),
  });
  /** What was asked of the files: `read a.md`, `find **`, `stat a.md`. */
  readonly asked: string[] = [];
  readonly logged: string[] = [];
  readonly log = {
    warn: (message: string) => void this.logged.push(message),
    error: (doing: string, error: unknown) => void this.logged.push(`${doing}: ${String(error)}`),
  };
  /** What the user hides, as globs. */
  hidden: string[] = [];
  isCaseInsensitive = false;
  /** Awaited before each reading. */
  beforeRead: (uri: string) => Promise<void> | void = () => {};
  readonly #folders: string[];
  readonly #contents = new Map<string, { content: Content; mtime: number }>();
  readonly #editors = new Map<string, string>();
  readonly #watches = new Set<Watch>();
  readonly #linked = new Map<string, string>();
  readonly #scope = new Set<(change: ScopeChange) => void>();
  #changesMade = 0;
  readonly changes = new FileChanges(this, this.log, this.clock);

  constructor(files: Readonly<Record<string, Content>> = {}, folders: readonly string[] = [ROOT]) {
    this.#folders = [...folders];
    for (const [path, content] of Object.entries(files)) this.#put(this.uri(path), content);
  }

  get files(): Files {
    return this;
  }

  /** The URI of a path below the first workspace folder. */
  uri(path: string): string {
    return /^[a-z-]+:/.test(path) ? path : joinPath(this.#folders[0] ?? ROOT, path);
  }

  /** Makes a folder a link to another. */
  link(path: string, to: string): void {
    this.#linked.set(this.uri(path), this.uri(to));
    this.#tell('created', this.uri(path));
  }

  #real(uri: string): string {
    for (const [link, to] of this.#linked) if (isAtOrIn(new Set([link]), uri)) return to + uri.slice(link.length);
    return uri;
  }

  /** How many files were read since this was last asked. */
  takeReads(): string[] {
    return this.asked.splice(0).filter((asked) => asked.startsWith('read '));
  }

  /** Writes a file, as another program would. */
  write(path: string, content: Content): void {
    const uri = this.uri(path);
    const isNew = !this.#exists(uri);
    const folder = this.#missingFolderOf(uri);
    this.#put(uri, content);
    if (folder !== undefined) this.#tell('created', folder);
    this.#tell(isNew ? 'created' : 'changed', uri);
  }

  /** Writes a file without anybody being told, as in a folder that VS Code does not watch yet. */
  writeUnseen(path: string, content: Content): void {
    const uri = this.uri(path);
    const folder = this.#missingFolderOf(uri);
    this.#put(uri, content);
    if (folder !== undefined) this.#tell('created', folder);
  }

  /** Deletes a file or a folder. */
  delete(path: string): void {
    const uri = this.uri(path);
    for (const [known] of this.#below(uri)) this.#contents.delete(known);
    this.#tell('deleted', uri);
  }

  /** Deletes a file or a folder as the user does in VS Code, whose watcher tells of it later. */
  remove(path: string): void {
    const uri = this.uri(path);
    for (const [known] of this.#below(uri)) this.#contents.delete(known);
    this.#tell('removed', uri, true);
  }

  /** Renames a file or a folder; of what lies in a folder nobody tells. */
  rename(from: string, to: string): void {
    const [source, target] = [this.uri(from), this.uri(to)];
    for (const [known, { content }] of this.#below(source)) {
      this.#contents.delete(known);
      this.#put(target + known.slice(source.length), content);
    }
    this.#tell('deleted', source);
    this.#tell('created', target);
  }

  /** Types into an editor without saving. */
  type(path: string, text: string): void {
    const uri = this.uri(path);
    this.#editors.set(uri, text);
    this.#tell('typed', uri, true);
  }

  /** Saves what was typed. */
  save(path: string): void {
    const uri = this.uri(path);
    const text = this.#editors.get(uri)!;
    this.#editors.delete(uri);
    this.write(uri, text);
    this.#tell('saved', uri, true);
  }

  /** Closes an editor; what was not saved is lost. */
  close(path: string): void {
    const uri = this.uri(path);
    this.#editors.delete(uri);
    this.#tell('typed', uri, true);
  }

  /** Opens other workspace folders. */
  openFolders(...folders: readonly string[]): void {
    this.#folders.splice(0, this.#folders.length, ...folders);
    this.#rescope('folders');
  }

  /** Tells that the workspace is trusted now. */
  trust(): void {
    this.#rescope('trust');
  }

  /** Tells that a setting is another now. */
  changeSetting(name: string): void {
    this.#rescope({ affects: (section) => name === section || name.startsWith(`${section}.`) });
  }

  #rescope(change: ScopeChange): void {
    for (const listener of this.#scope) listener(change);
  }

  folders(): readonly string[] {
    return [...this.#folders];
  }

  async find({ base, glob }: FileGlob, { limit = Infinity, signal }: FindOptions = {}): Promise<readonly string[]> {
    this.asked.push(`find ${glob}`);
    await Promise.resolve();
    const matches = picomatch(glob, { dot: true });
    const linked = [...this.#linked].flatMap(([link, to]) =>
      this.#below(to).map(([uri]) => link + uri.slice(to.length)),
    );
    const uris = [...this.#contents.keys(), ...linked].filter((uri) => {
      const path = relativePath(base, uri);
      return path !== undefined && matches(path) && !path.includes('node_modules/');
    });
    return signal?.aborted ? [] : uris.slice(0, limit);
  }

  excluded(): (path: string) => boolean {
    return picomatch([...this.hidden, '**/node_modules/**'], { dot: true });
  }

  async stat(uri: string): Promise<FileStat | undefined> {
    await Promise.resolve();
    const known = this.#contents.get(this.#actual(this.#real(uri)));
    if (!known) return this.#below(uri).length > 0 ? { isFolder: true, size: 0, mtime: 0 } : undefined;
    const { content, mtime } = known;
    return { isFolder: false, size: content instanceof Error ? 0 : content.length, mtime };
  }

  async read(uri: string): Promise<Uint8Array> {
    this.asked.push(`read ${relativePath(this.#folders[0] ?? ROOT, uri) ?? uri}`);
    await this.beforeRead(uri);
    const content = this.#contents.get(this.#actual(this.#real(uri)))?.content;
    if (content === undefined) throw new FileMissing(uri);
    if (content instanceof Error) throw content;
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  unsaved(uri: string): string | undefined {
    const followed = this.links.followed(uri);
    return [...this.#editors].find(([open]) => this.links.followed(open) === followed)?.[1];
  }

  ignoresCase(): boolean {
    return this.isCaseInsensitive;
  }

  watch(globs: readonly FileGlob[], listener: FileListener): () => void {
    const matchers = globs.map(({ base, glob }) => ({ base, matches: picomatch(glob, { dot: true }) }));
    const isWatched = (uri: string) =>
      matchers.some(({ base, matches }) => {
        const path = relativePath(base, uri);
        return path !== undefined && matches(path);
      });
    const watch = { isWatched, listener };
    this.#watches.add(watch);
    return () => this.#watches.delete(watch);
  }

  onDidChangeScope(listener: (change: ScopeChange) => void): () => void {
    this.#scope.add(listener);
    return () => this.#scope.delete(listener);
  }

  #put(uri: string, content: Content): void {
    this.#contents.set(this.#actual(uri), { content, mtime: ++this.#changesMade });
  }

  /** The name that a file really has, where names differ in case only. */
  #actual(uri: string): string {
    if (!this.isCaseInsensitive || this.#contents.has(uri)) return uri;
    const wanted = uri.toLowerCase();
    return [...this.#contents.keys()].find((known) => known.toLowerCase() === wanted) ?? uri;
  }

  #exists(uri: string): boolean {
    return this.#contents.has(this.#actual(uri));
  }

  #below(uri: string) {
    return [...this.#contents].filter(([known]) => isAtOrIn(new Set([uri]), known));
  }

  /** The uppermost folder that comes to be with a file. */
  #missingFolderOf(uri: string): string | undefined {
    let missing: string | undefined;
    for (let at = folderOf(uri); at.length > ROOT.length && this.#below(at).length === 0; at = folderOf(at))
      missing = at;
    return missing;
  }

  #tell(event: keyof FileListener, uri: string, everywhere = false): void {
    for (const { isWatched, listener } of [...this.#watches]) {
      if (everywhere || isWatched(uri)) listener[event](uri);
    }
  }
}
