import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { throwingSentences } from '../host/tell';
import type { KeysAtPositions } from './keyAtPosition';
import type { ProvidedRenames } from './providedRenames';

/** Renames the citekey at the cursor everywhere. What is thrown here is what VS Code says to the user. */
export class CitekeyRenameProvider implements vscode.RenameProvider, vscode.Disposable {
  readonly #keys: KeysAtPositions;
  readonly #load: () => Promise<ProvidedRenames>;
  #renames: Promise<ProvidedRenames> | undefined;

  /** @param load loads what makes the edits */
  constructor(keys: KeysAtPositions, load: () => Promise<ProvidedRenames>) {
    this.#keys = keys;
    this.#load = load;
  }

  prepareRename(document: vscode.TextDocument, position: vscode.Position) {
    return throwingSentences(() => this.#prepare(document, position));
  }

  async #prepare(document: vscode.TextDocument, position: vscode.Position) {
    const found = this.#keys.at(document, position);
    if (!found) throw new Error(vscode.l10n.t('There is no citekey of a paper here.'));
    const { citekey } = found.entry;
    if (found.key.normalize('NFC') !== citekey) {
      throw new Error(vscode.l10n.t('“{0}” is a further name of “{1}”. Rename that one.', found.key, citekey));
    }
    await (await this.#loaded()).prepare(found.entry);
    return { range: found.range, placeholder: citekey };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    key: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const found = this.#keys.at(document, position);
    if (!found || key.trim() === found.entry.citekey) return undefined;
    const { entry } = found;
    return throwingSentences(async () => (await this.#loaded()).edit(entry, key));
  }

  #loaded(): Promise<ProvidedRenames> {
    return (this.#renames ??= this.#load());
  }

  dispose(): void {
    inBackground(this.#renames?.then((renames) => renames.dispose()));
  }
}
