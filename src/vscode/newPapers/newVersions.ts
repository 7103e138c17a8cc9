import * as vscode from 'vscode';

/** Of papers that the user cites, the versions that came out in the last days: each is told on its paper. */
export class NewVersions implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  #versions: ReadonlyMap<string, number> = new Map();

  /** Fires the citekeys of papers of which something else is told. */
  readonly onDidChange = this.#changed.event;

  /** The number of a paper's new version, from 2 on; undefined where none is new. */
  of(citekey: string): number | undefined {
    return this.#versions.get(citekey);
  }

  /** @param versions by citekey */
  set(versions: ReadonlyMap<string, number>): void {
    const before = this.#versions;
    this.#versions = versions;
    const touched = [...new Set([...before.keys(), ...versions.keys()])].filter(
      (citekey) => before.get(citekey) !== versions.get(citekey),
    );
    if (touched.length > 0) this.#changed.fire(touched);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
