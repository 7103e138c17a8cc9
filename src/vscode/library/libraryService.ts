import { HAS_PATHS, homeFolder } from '#platform/machine';
import { nameForThreads } from '#platform/startThread';
import * as vscode from 'vscode';
import type { TextEdit } from '../../base/textEdit';
import type { FormatId } from '../../library/formats/reader';
import type { Library, LibraryDiff } from '../../library/library';
import type { Paper } from '../../library/model/paper';
import type { SourceProblem } from '../../library/model/problem';
import type { ReadingClient } from '../../library/reading/client';
import type { ReadingCache } from '../../library/sources/sourceFacts';
import { namedFolders } from '../../library/sources/sourcePattern';
import type { SourceSettings } from '../../library/sources/sourceSettings';
import { WorkspaceLibrary } from '../../library/sources/workspaceLibrary';
import type { EditRefusal } from '../../library/writing/editRefusal';
import type { SourceChange } from '../../library/writing/sourceChange';
import type { FollowingParts } from '../../workspace/documentFacts';
import type { Files } from '../../workspace/files';
import { folderSettings, missingFieldSeverity, userSources } from '../host/settings';
import type { ReadingProgress } from './readingProgress';
import type { SampleLibrary } from './sampleLibrary';
import { isOutOfReach } from './unreachableSources';

/** What the library service needs of the rest. */
export interface LibraryParts {
  readonly following: FollowingParts;
  readonly client: ReadingClient;
  readonly cache: ReadingCache;
  readonly sample: SampleLibrary;
  readonly progress: ReadingProgress;
  /** The files that keep what was last seen of libraries of other programs. */
  readonly copies: () => readonly string[];
}

/** A source that entries can be added to. */
export interface WritableSource {
  readonly uri: vscode.Uri;
  readonly format: FormatId;
}

/** The library of the workspace as VS Code's side asks for it. */
export class LibraryService implements vscode.Disposable {
  readonly #library: WorkspaceLibrary;
  readonly #client: ReadingClient;
  readonly #files: Files;
  readonly #changed = new vscode.EventEmitter<LibraryDiff>();

  /** Fires once for each update, with what it did to the shown entries. */
  readonly onDidChange = this.#changed.event;

  constructor({ following, copies, ...parts }: LibraryParts) {
    this.#client = parts.client;
    this.#files = following.files;
    this.#library = new WorkspaceLibrary({
      ...following,
      ...parts,
      settings: () => ({ ...sourceSettings(), copies: copies() }),
      missingField: (uri) => missingFieldSeverity(vscode.Uri.parse(uri)),
      nameForThread: (uri) => nameForThreads(vscode.Uri.parse(uri)),
    });
    this.#library.onDidChange((diff) => this.#changed.fire(diff));
  }

  /** What the sidebar shows: the library, or the sample library. */
  get shown(): Library {
    return this.#library.shown;
  }

  /** The papers of the workspace's own sources, never the sample. */
  get own(): Library {
    return this.#library.own;
  }

  /** URIs of the folders in which the settings have paper lists looked for, each with those that serve as well. */
  namedFolders(): string[][] {
    return namedFolders(this.#files, { ...sourceSettings(), copies: [] });
  }

  get isSample(): boolean {
    return this.#library.isSample;
  }

  /** Whether the sources have been read for the first time. */
  get isLoaded(): boolean {
    return this.#library.isLoaded;
  }

  get hasSources(): boolean {
    return this.sources().length > 0;
  }

  /** URIs of all sources. */
  sources(): readonly string[] {
    return this.#library.sources();
  }

  /** Whether a source is a copy of what another program keeps, such as Zotero: nobody writes into it. */
  isCopy(uri: string): boolean {
    return this.#library.isCopy(uri);
  }

  /** What is wrong with a source, at most so much that somebody can read it. */
  problems(uri: string): readonly SourceProblem[] {
    return this.#library.problems(uri);
  }

  /** The workspace folder that a source belongs to. */
  folderOf(uri: string): vscode.WorkspaceFolder | undefined {
    return vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(this.#library.folderOf(uri) ?? uri));
  }

  /** The sources that entries can be added to, by precedence: the workspace's first. */
  writableSources(): WritableSource[] {
    return this.#library.writableSources().map((source) => ({ ...source, uri: vscode.Uri.parse(source.uri) }));
  }

  /** The format of a source; undefined for what is none, or is not read yet. */
  formatOf(uri: vscode.Uri): FormatId | undefined {
    return this.#library.formatOf(uri.toString());
  }

  /** How many papers a file holds that is no source; 0 for one that cannot be read. Nothing of it stays. */
  async papersIn(uri: vscode.Uri): Promise<number> {
    return (await this.papersOf(uri)).length;
  }

  /** All papers of a file, also those that the library has from another source; none of one that cannot be read. */
  async papersOf(uri: vscode.Uri): Promise<readonly Paper[]> {
    const looked = `offered:${uri.toString()}`;
    try {
      const content = await vscode.workspace.fs.readFile(uri);
      const fileName = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      return (await this.#client.read({ uri: looked, fileName, content })).papers;
    } catch {
      // Gone meanwhile, or too much to be read.
      return [];
    } finally {
      this.#client.forget(looked);
    }
  }

  /** The checked edits that make a change to a source, for its document as it is now; or why it cannot be made. */
  planChange(document: vscode.TextDocument, change: SourceChange): Promise<readonly TextEdit[] | EditRefusal> {
    return this.#library.planChange(document.uri.toString(), document.getText(), change);
  }

  isSource(uri: vscode.Uri): boolean {
    return this.#library.isSource(uri.toString());
  }

  /** Reads all sources anew. Resolves when all that was found is in the library. */
  reload(): Promise<void> {
    return this.#library.reload();
  }

  dispose(): void {
    this.#library.dispose();
    this.#changed.dispose();
  }
}

/** The settings as they are now. */
function sourceSettings(): Omit<SourceSettings, 'copies'> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => {
    const { sources, defaultSources, ownSources } = folderSettings(uri);
    const reachable = sources.filter((pattern) => !isOutOfReach(pattern));
    return { uri: uri.toString(), sources: reachable, defaultSources, ownSources };
  });
  const absolute = (path: string, folder?: string) => {
    const owner = folder === undefined ? undefined : vscode.Uri.parse(folder);
    return (!owner || owner.scheme === 'file' ? vscode.Uri.file(path) : owner.with({ path })).toString();
  };
  const { isTrusted } = vscode.workspace;
  return { folders, userSources: HAS_PATHS ? userSources() : [], isTrusted, home: homeFolder(), absolute };
}
