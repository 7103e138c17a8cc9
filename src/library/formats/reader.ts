import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';

/** The formats that can be read, each by one file of `formats/`. */
export type FormatId = 'text-list' | 'csl-json' | 'csl-yaml' | 'bibtex' | 'ris' | 'daily-papers';

/** The abbreviations of a BibTeX source, by lower-case name. */
export interface SourceMacros {
  /** What it defines, with the LaTeX source of the values. */
  readonly defined: readonly (readonly [name: string, value: string])[];
  /** What it uses and does not define. */
  readonly wanted: readonly string[];
}

/** What a reader made of a text: papers in the order of the text, and what is wrong with it. */
export interface ReadResult {
  readonly papers: readonly Paper[];
  readonly problems: readonly SourceProblem[];
  /** True where the text ends inside an entry: perhaps another program is still writing it. */
  readonly incomplete?: boolean;
  /** Absent where the source has none. */
  readonly macros?: SourceMacros;
}

/** A source as read: its papers and problems, and the format that was found. */
export interface SourceReading extends ReadResult {
  readonly format?: FormatId;
}

/** Reads one format. A reader never throws, whatever the text. */
export interface Reader {
  readonly format: FormatId;
  /** How sure the reader is that the text is its own: 0 not at all, 1 by content or file name. */
  detect(fileName: string, text: string): number;
  read(text: string): ReadResult;
}
