import { BibSource } from '../bibtex/bibSource';
import { NO_MACROS } from '../bibtex/macros';
import type { SourceReading } from '../formats/reader';
import { readBytes, readText, type Read } from '../formats/readers';

/** A source's content: bytes, or the text of an open editor. */
export type SourceContent = Uint8Array | string;

/** Reads sources again and again; of a BibTeX source only what changed since the last time is parsed. Never throws. */
export class SourceTexts {
  readonly #bibliographies = new Map<string, BibSource>();

  read(uri: string, fileName: string, content: SourceContent, given = NO_MACROS): SourceReading {
    const read: Read = (reader, text) =>
      reader.format === 'bibtex' ? this.#bibliography(uri).update(text, given) : reader.read(text);
    const reading =
      typeof content === 'string' ? readText(fileName, content, read) : readBytes(fileName, content, read);
    if (reading.format !== 'bibtex') this.forget(uri);
    return reading;
  }

  /** Frees what is kept of a source. */
  forget(uri: string): void {
    this.#bibliographies.delete(uri);
  }

  #bibliography(uri: string): BibSource {
    let source = this.#bibliographies.get(uri);
    if (source === undefined) this.#bibliographies.set(uri, (source = new BibSource()));
    return source;
  }
}
