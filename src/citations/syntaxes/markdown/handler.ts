/** A key with its `@`: `start` is at a leading `-` or at the `@`, `end` behind the key or its closing brace. */
export interface KeyToken {
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly suppressAuthor: boolean;
}

/** What a scan of Markdown tells of; every offset is into the whole text, in rising order. */
export interface MarkdownHandler {
  /** Whether enough is found: the scan then ends. */
  isDone?(): boolean;
  key(token: KeyToken): void;
  open(at: number): void;
  close(at: number): void;
  separator(at: number): void;
  /** A role of MyST, `` {name}`body` ``. */
  role?(start: number, end: number, name: string, bodyStart: number, bodyEnd: number): void;
  /** Citations do not reach over the end of a paragraph. */
  paragraphEnd(at: number): void;
  /** What a link leads to, with the parentheses behind its text, which is closed right before. */
  destination?(start: number, end: number): void;
  /** What stands behind the label of a link that is defined, `[label]: address`. */
  definition?(start: number, end: number): void;
  /** An address in angle brackets, a comment or a tag. */
  html?(start: number, end: number): void;
  /** Code, comment, address or other text that is not prose. */
  skipped?(start: number, end: number): void;
  /** The label of a numbered example, `(@label)` at the start of a line. */
  exampleLabel?(label: string): void;
  /** The label of a link that is defined, `[@label]: address`, with the `@` it starts with. */
  linkLabel?(label: string): void;
}
