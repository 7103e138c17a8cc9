import type { Severity } from '../../base/problem';
import { UNCOUNTED } from '../../base/steps';
import type { LiveSource, Reader, SourceReading } from '../formats/reader';
import { readBytes, readText, type Read } from '../formats/readers';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { Contexts } from './sharedContexts';

/** A source's content: bytes, or the text of an open editor. */
export type SourceContent = Uint8Array | string;

const NOTHING: Contexts = new Map();

/** Reads sources again and again; where the format can, only what changed since the last time is parsed. Never throws. */
export class SourceTexts {
  readonly #live = new Map<string, { readonly reader: Reader; readonly source: LiveSource }>();

  /**
   * @param given what other sources offer
   * @param step called on the way
   */
  read(uri: string, fileName: string, content: SourceContent, given = NOTHING, step = UNCOUNTED): SourceReading {
    const read: Read = (reader, text) =>
      this.#liveSource(uri, reader)?.update(text, given.get(reader.format), step) ?? reader.read(text, step);
    const reading =
      typeof content === 'string' ? readText(fileName, content, read) : readBytes(fileName, content, read);
    if (reading.format !== this.#live.get(uri)?.reader.format) this.forget(uri);
    return reading;
  }

  /** The papers of a source, as it was last read, that lack fields which their format demands. */
  missingFields(uri: string, papers: readonly Paper[], severity: Severity): SourceProblem[] {
    return this.#live.get(uri)?.source.missingFields?.(papers, severity) ?? [];
  }

  /** Frees what is kept of a source. */
  forget(uri: string): void {
    this.#live.delete(uri);
  }

  #liveSource(uri: string, reader: Reader): LiveSource | undefined {
    if (reader.open === undefined) return undefined;
    let live = this.#live.get(uri);
    if (live?.reader !== reader) this.#live.set(uri, (live = { reader, source: reader.open() }));
    return live.source;
  }
}
