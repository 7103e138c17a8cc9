import * as vscode from 'vscode';
import { FullDisk } from './fullDisk';

/** A file system in memory that keeps the case of names, but does not tell them by it. */
export class WithoutCase extends FullDisk {
  /** The URI as the file is named, where there is one. */
  #named(uri: vscode.Uri): vscode.Uri {
    const lower = uri.path.toLowerCase();
    const path = [...this.files.keys()].find((each) => each.toLowerCase() === lower) ?? uri.path;
    return uri.with({ path });
  }

  override stat(uri: vscode.Uri): vscode.FileStat {
    return super.stat(this.#named(uri));
  }

  override readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(path.lastIndexOf('/') + 1), vscode.FileType.File]);
  }

  override readFile(uri: vscode.Uri): Uint8Array {
    return super.readFile(this.#named(uri));
  }

  override writeFile(uri: vscode.Uri, content: Uint8Array): void {
    super.writeFile(this.#named(uri), content);
  }

  override rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    super.rename(this.#named(from), to, options);
  }

  override delete(uri: vscode.Uri): void {
    super.delete(this.#named(uri));
  }
}
