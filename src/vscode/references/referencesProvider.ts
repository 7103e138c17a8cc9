import type * as vscode from 'vscode';
import type { KeysAtPositions } from './keyAtPosition';
import type { PaperReferences } from './paperReferences';

/** Every place that speaks of the paper whose citekey is at the cursor. */
export class CitekeyReferences implements vscode.ReferenceProvider {
  readonly #keys: KeysAtPositions;
  readonly #references: () => Promise<PaperReferences>;

  /** @param references loads what knows all places */
  constructor(keys: KeysAtPositions, references: () => Promise<PaperReferences>) {
    this.#keys = keys;
    this.#references = references;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): Promise<vscode.Location[]> {
    const found = this.#keys.at(document, position);
    return found ? (await this.#references()).of(found.entry, includeDeclaration) : [];
  }
}
