import * as vscode from 'vscode';
import { DISK } from '#platform/disk';
import type { Disk } from '../../platform/disk';
import { NewNames } from '../../platform/newNames';
import { reasonOf } from '../../base/reason';

/** What VS Code does with files, as far as thousands of them are read or written. */
export interface DirectFiles {
  stat(uri: vscode.Uri): Thenable<Pick<vscode.FileStat, 'type' | 'size' | 'mtime'>>;
  readFile(uri: vscode.Uri): Thenable<Uint8Array>;
  /** Writes a file that is not there yet. */
  writeNew(uri: vscode.Uri, bytes: Uint8Array): Thenable<void>;
  /** Gives a file a name that none has; its old name may stay where it cannot be taken away. */
  name(from: vscode.Uri, to: vscode.Uri): Thenable<void>;
  /** Gives a file the name of another one, which is gone then. */
  replace(from: vscode.Uri, to: vscode.Uri): Thenable<void>;
  remove(uri: vscode.Uri): Thenable<void>;
}

/**
 * The files of a URI's kind. VS Code asks its window before every step of `workspace.fs`, which makes reading 5,000 small files
 * take ten times as long; files of the machine that the extension runs on are as near without that. All reject with a
 * `FileSystemError`.
 */
export function filesOf({ scheme }: vscode.Uri): DirectFiles {
  return scheme === 'file' && ON_DISK ? ON_DISK : BY_VSCODE;
}

/** The folder that one is in truth; where that cannot be told, itself. */
export async function realFolder(folder: string): Promise<string> {
  const uri = vscode.Uri.parse(folder);
  if (uri.scheme !== 'file' || !DISK) return folder;
  try {
    return vscode.Uri.file(await DISK.real(uri.fsPath)).toString();
  } catch {
    return folder;
  }
}

/** Removes what was left under a name that nobody looks for. Where that cannot be done it stays: nothing else is lost by it. */
export async function removeLeftover(uri: vscode.Uri): Promise<void> {
  try {
    await filesOf(uri).remove(uri);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
  }
}

const BY_VSCODE: DirectFiles = {
  stat: (uri) => vscode.workspace.fs.stat(uri),
  readFile: (uri) => vscode.workspace.fs.readFile(uri),
  writeNew: (uri, bytes) => vscode.workspace.fs.writeFile(uri, bytes),
  name: (from, to) => vscode.workspace.fs.rename(from, to, { overwrite: false }),
  replace: (from, to) => vscode.workspace.fs.rename(from, to, { overwrite: true }),
  remove: (uri) => vscode.workspace.fs.delete(uri, { useTrash: false }),
};

const onDisk = (disk: Disk): DirectFiles => {
  const names = new NewNames(disk);
  return {
    stat: (uri) =>
      told(uri, async () => {
        const { isFolder, isLink, size, mtime } = await disk.stat(uri.fsPath);
        const { Directory, File, SymbolicLink, Unknown } = vscode.FileType;
        return { type: (isFolder ? Directory : File) | (isLink ? SymbolicLink : Unknown), size, mtime };
      }),
    readFile: (uri) => told(uri, () => disk.read(uri.fsPath)),
    writeNew: (uri, bytes) => told(uri, () => disk.write(uri.fsPath, bytes)),
    name: (from, to) => told(to, () => names.give(from.fsPath, to.fsPath)),
    replace: (from, to) => told(from, () => disk.replace(from.fsPath, to.fsPath)),
    remove: (uri) => told(uri, () => disk.remove(uri.fsPath)),
  };
};

const ON_DISK = DISK && onDisk(DISK);

/** Makes of Node's errors those of VS Code. */
async function told<T>(uri: vscode.Uri, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw errorOf(error, uri);
  }
}

function errorOf(error: unknown, uri: vscode.Uri): vscode.FileSystemError {
  switch ((error as { code?: unknown }).code) {
    case 'ENOENT':
      return vscode.FileSystemError.FileNotFound(uri);
    case 'ENOTDIR':
      return vscode.FileSystemError.FileNotADirectory(uri);
    case 'EEXIST':
      return vscode.FileSystemError.FileExists(uri);
    case 'EACCES':
    case 'EPERM':
      return vscode.FileSystemError.NoPermissions(reasonOf(error));
    default:
      return vscode.FileSystemError.Unavailable(reasonOf(error));
  }
}
