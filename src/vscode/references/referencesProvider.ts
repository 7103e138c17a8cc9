import type * as vscode from 'vscode';
import type { KeysAtPositions } from './keyAtPosition';
import type { PaperReferences } from './paperReferences';

/** Every place that speaks of the paper whose citekey is at the cursor. */
export class CitekeyReferences implements vscode.ReferenceProvider {
  readonly #keys: KeysAtPositions;
  readonly #references: PaperReferences;

  constructor(keys: KeysAtPositions, references: PaperReferences) {
    this.#keys = keys;
    this.#references = references;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): Promise<vscode.Location[]> {
    const found = this.#keys.at(document, position);
    return found ? this.#references.of(found.entry, includeDeclaration) : [];
  }
}
