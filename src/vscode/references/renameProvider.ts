import * as vscode from 'vscode';
import type { CitekeyRenames } from './citekeyRenames';
import type { KeysAtPositions } from './keyAtPosition';

/** Renames the citekey at the cursor everywhere. What is thrown here is what VS Code says to the user. */
export class CitekeyRenameProvider implements vscode.RenameProvider {
  readonly #keys: KeysAtPositions;
  readonly #renames: () => Promise<CitekeyRenames>;

  constructor(keys: KeysAtPositions, renames: () => Promise<CitekeyRenames>) {
    this.#keys = keys;
    this.#renames = renames;
  }

  prepareRename(document: vscode.TextDocument, position: vscode.Position) {
    const found = this.#keys.at(document, position);
    if (!found) throw new Error(vscode.l10n.t('There is no citekey of a paper here.'));
    const { citekey } = found.entry;
    if (found.key.normalize('NFC') !== citekey) {
      throw new Error(vscode.l10n.t('“{0}” is a further name of “{1}”. Rename that one.', found.key, citekey));
    }
    return { range: found.range, placeholder: citekey };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    key: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const found = this.#keys.at(document, position);
    if (!found || key.trim() === found.entry.citekey) return undefined;
    const { renameEdit } = await import('./renameEdit');
    return renameEdit(await (await this.#renames()).plan(found.entry, { key }));
  }
}
