import * as vscode from 'vscode';
import { filesOf, removeLeftover } from './directFiles';
import type { Log } from './log';

/**
 * Writes a file of the extension's own: under another name first, so that it is never half of it, whoever else writes it. Nor is it gone for
 * a moment where the machine can do that: other windows would take it for missing, and VS Code would close its editor.
 */
export async function replaceFile(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const unfinished = file.with({ path: `${file.path}.${crypto.randomUUID().slice(0, 8)}.tmp` });
  await writeNew(unfinished, bytes);
  try {
    await replace(unfinished, file);
  } catch (error) {
    await removeLeftover(unfinished);
    throw error;
  }
}

/** Writes a file that is not there, in a folder that may not be there either. */
async function writeNew(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await filesOf(file).writeNew(file, bytes);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await filesOf(file).writeNew(file, bytes);
  }
}

async function replace(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  try {
    await filesOf(to).replace(from, to);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    // Windows refuses while somebody reads the file; VS Code tries it for a while.
    await vscode.workspace.fs.rename(from, to, { overwrite: true });
  }
}

/** What the extension remembers in a file of its own, in JSON. What cannot be read counts as nothing. */
export class OwnFile {
  readonly #uri: vscode.Uri;
  readonly #log: Log;
  #writing: Promise<void> = Promise.resolve();

  constructor(uri: vscode.Uri, log: Log) {
    this.#uri = uri;
    this.#log = log;
  }

  /** Undefined where nothing is remembered. */
  async read(): Promise<unknown> {
    await this.#writing;
    try {
      return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#uri)));
    } catch (error) {
      const isNew = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isNew) this.#log.error(`Reading ${this.#uri.toString()}`, error);
      return undefined;
    }
  }

  /** Resolves when it is written, or the log tells why it is not. */
  write(value: unknown): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      try {
        await replaceFile(this.#uri, new TextEncoder().encode(JSON.stringify(value)));
      } catch (error) {
        this.#log.error(`Writing ${this.#uri.toString()}`, error);
      }
    });
    return this.#writing;
  }
}
