import type { SourceChange } from '../../library/library';
import type { FormatId } from '../../library/formats/reader';
import type { SourceProblem } from '../../library/model/problem';
import type { FileReading } from './sourceReader';
import type { SourceFile } from './sourcePattern';

/** What is known of one source. */
interface Row {
  readonly file: SourceFile;
  /** How many papers it gave when it was last read. */
  readonly papers: number;
  /** How it was read. */
  readonly format?: FormatId;
  /** Why it could not be read. */
  readonly problem?: SourceProblem;
}

/** The sources of the library: which files there are, and which could not be read. */
export class SourceTable {
  readonly #rows = new Map<string, Row>();

  get size(): number {
    return this.#rows.size;
  }

  /** URIs of all sources. */
  uris(): readonly string[] {
    return [...this.#rows.keys()];
  }

  files(): readonly SourceFile[] {
    return [...this.#rows.values()].map(({ file }) => file);
  }

  file(uri: string): SourceFile | undefined {
    return this.#rows.get(uri)?.file;
  }

  /** How a source was read, where it was. */
  format(uri: string): FormatId | undefined {
    return this.#rows.get(uri)?.format;
  }

  /** Why a source could not be read; undefined where it could. */
  problem(uri: string): SourceProblem | undefined {
    return this.#rows.get(uri)?.problem;
  }

  /** Whether a source had papers that a reading would take away, perhaps because another program is writing it. */
  isDoubtful(file: SourceFile, reading: FileReading): boolean {
    const papers = this.#rows.get(file.uri.toString())?.papers ?? 0;
    if (papers === 0 || reading.kind === 'kept') return false;
    return reading.kind === 'gone' || reading.result.incomplete === true || reading.result.papers.length === 0;
  }

  /** Takes in what reading a file gave; what the library is to change by it, if anything. */
  take(file: SourceFile, reading: FileReading): SourceChange | undefined {
    const uri = file.uri.toString();
    if (reading.kind === 'read') {
      const { papers, format } = reading.result;
      this.#rows.set(uri, { file, papers: papers.length, format });
      return { uri, result: reading.result, precedence: file.precedence };
    }
    const { problem } = reading;
    const known = this.#rows.get(uri);
    if (reading.kind === 'kept') {
      this.#rows.set(uri, { papers: 0, ...known, file, problem });
      return undefined;
    }
    if (problem) this.#rows.set(uri, { file, papers: 0, problem });
    else this.#rows.delete(uri);
    return known && { uri, result: undefined };
  }

  /** Forgets a file; what the library is to change by it. */
  drop(file: SourceFile): SourceChange {
    const uri = file.uri.toString();
    this.#rows.delete(uri);
    return { uri, result: undefined };
  }
}
