import * as vscode from 'vscode';
import { Library } from '../../library/library';
import type { ReadingClient } from '../../library/reading/client';
import { sampleLibraryAllowed } from '../host/settings';

/** The papers that come with the extension, to browse and search where a workspace has no paper list. */
export class SampleLibrary {
  readonly library = new Library();
  readonly uri: vscode.Uri;
  readonly #client: ReadingClient;
  #loading: Promise<void> | undefined;

  constructor(extension: vscode.Uri, client: ReadingClient) {
    this.#client = client;
    this.uri = vscode.Uri.joinPath(extension, 'media', 'sample', 'library.csl.json');
  }

  /** Whether the sample may be shown: the setting allows it, and a folder is open. */
  get isAllowed(): boolean {
    return sampleLibraryAllowed() && (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  }

  /** Reads the sample when it is needed for the first time. */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<void> {
    const uri = this.uri.toString();
    const content = await vscode.workspace.fs.readFile(this.uri);
    this.library.setSource(uri, await this.#client.read({ uri, fileName: 'library.csl.json', content }));
  }
}
