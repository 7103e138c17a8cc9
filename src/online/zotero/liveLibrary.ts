/** What is kept of a library between two looks at it: a file, or nothing yet. */
export interface KeptCopy {
  /** Undefined where there is none. */
  read(): Promise<Uint8Array | undefined>;
  /** Tells one state of the file from another; undefined where there is none. */
  stamp(): Promise<number | undefined>;
  write(bytes: Uint8Array): Promise<void>;
}

/** A look at a library of another program. */
export interface Look {
  /** Whether all is to be asked for anew. */
  readonly isWhole: boolean;
  /** Whether what changes without a trace is to be asked for, too, as somebody waits for it; else that is done now and then. */
  readonly isThorough?: boolean;
  readonly signal: AbortSignal;
  /** Told how many of how many items have come. */
  readonly progress: (done: number, all: number) => void;
}

/** A library of another program: what all of them are followed by. */
export interface LiveLibrary {
  /** When the copy was as the program had it, in ISO 8601; undefined where there is no copy. */
  asOf(): Promise<string | undefined>;
  /** Brings the copy up to date. @returns whether it changed. Rejects with a `LocalFailure` where the program cannot be asked. */
  look(look: Look): Promise<boolean>;
}
