/** A place in a text: zero-based line, zero-based UTF-16 column (as in VS Code and the Language Server Protocol). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text from `start` up to, but not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The same as UTF-16 offsets into the text: `start` included, `end` not. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** The range from one line and column to another. */
export function range(startLine: number, startCharacter: number, endLine: number, endCharacter: number): Range {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}
