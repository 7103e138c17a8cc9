import { IGNORES_CASE } from '#platform/machine';
import * as vscode from 'vscode';
import {
  type FileGlob,
  type FileListener,
  FileMissing,
  type Files,
  type FileStat,
  type FindOptions,
  type ScopeChange,
} from '../../workspace/files';
import { FolderLinks } from '../../workspace/folderLinks';
import { JoinedFinds } from '../../workspace/joinedFinds';
import { filesOf, realFolder } from './directFiles';
import { excludeMatcher, NEVER_GLOB } from './excludes';

/** The files of the workspace that is open in VS Code. */
export class WorkspaceFiles implements Files {
  readonly links = new FolderLinks({ folders: () => this.folders(), real: realFolder });
  readonly #finds = new JoinedFinds(findFiles);

  folders(): readonly string[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  }

  find(glob: FileGlob, options?: FindOptions): Promise<readonly string[]> {
    return this.#finds.find(glob, options);
  }

  excluded(base: string): (path: string) => boolean {
    return excludeMatcher(vscode.Uri.parse(base));
  }

  async stat(uri: string): Promise<FileStat | undefined> {
    try {
      const file = vscode.Uri.parse(uri);
      const { type, size, mtime } = await filesOf(file).stat(file);
      return { isFolder: (type & vscode.FileType.Directory) !== 0, size, mtime };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async read(uri: string): Promise<Uint8Array> {
    try {
      const file = vscode.Uri.parse(uri);
      return await filesOf(file).readFile(file);
    } catch (error) {
      throw isMissing(error) ? new FileMissing(uri, { cause: error }) : error;
    }
  }

  unsaved(uri: string): string | undefined {
    const followed = this.links.followed(uri);
    return vscode.workspace.textDocuments
      .find((document) => document.isDirty && this.links.followed(document.uri.toString()) === followed)
      ?.getText();
  }

  ignoresCase(uri: string): boolean {
    return IGNORES_CASE && uri.startsWith('file:');
  }

  watch(globs: readonly FileGlob[], listener: FileListener): () => void {
    const typed = ({ uri }: vscode.TextDocument) => listener.typed(uri.toString());
    const subscriptions = [
      ...globs.flatMap((glob) => watchGlob(glob, listener)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) typed(document);
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => listener.saved(uri.toString())),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => listener.removed(uri.toString()))),
      // Closed without saving: what is on the disk counts again.
      vscode.workspace.onDidCloseTextDocument(typed),
    ];
    return () => subscriptions.forEach((subscription) => void subscription.dispose());
  }

  onDidChangeScope(listener: (change: ScopeChange) => void): () => void {
    const subscriptions = [
      vscode.workspace.onDidChangeWorkspaceFolders(() => listener('folders')),
      vscode.workspace.onDidGrantWorkspaceTrust(() => listener('trust')),
      vscode.workspace.onDidChangeConfiguration((change) =>
        listener({ affects: (section) => change.affectsConfiguration(section) }),
      ),
    ];
    return () => subscriptions.forEach((subscription) => void subscription.dispose());
  }
}

async function findFiles(glob: FileGlob, { limit, signal }: FindOptions = {}): Promise<readonly string[]> {
  const source = new vscode.CancellationTokenSource();
  const cancel = () => source.cancel();
  signal?.addEventListener('abort', cancel);
  try {
    if (signal?.aborted) return [];
    const found = await vscode.workspace.findFiles(patternOf(glob), NEVER_GLOB, limit, source.token);
    return found.map(String);
  } finally {
    signal?.removeEventListener('abort', cancel);
    source.dispose();
  }
}

function watchGlob(glob: FileGlob, listener: FileListener): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(patternOf(glob));
  return [
    watcher,
    watcher.onDidCreate((uri) => listener.created(uri.toString())),
    watcher.onDidChange((uri) => listener.changed(uri.toString())),
    watcher.onDidDelete((uri) => listener.deleted(uri.toString())),
  ];
}

function patternOf({ base, glob }: FileGlob): vscode.RelativePattern {
  return new vscode.RelativePattern(vscode.Uri.parse(base), glob);
}

/** Whether a path leads nowhere, as one through a file does, too. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}
