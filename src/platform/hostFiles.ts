/** Files as the extension host reads and writes them, for threads that cannot do so themselves. They are named by URI. */
export interface HostFiles {
  /** The bytes of a file; rejects where it cannot be read. */
  read(uri: string): Promise<Uint8Array>;
  /** Replaces a file as a whole; makes its folder; rejects where that fails. */
  replace(uri: string, bytes: Uint8Array): Promise<void>;
}

/** A file as VS Code names it. */
export interface FileUri {
  readonly scheme: string;
  readonly fsPath: string;
  toString(): string;
}
