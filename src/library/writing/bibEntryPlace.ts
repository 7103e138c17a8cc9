import { scanChunks, type Chunk } from '../bibtex/chunks';
import { parseEntry, type ParsedEntry } from '../bibtex/entryParser';
import { bibFields, bibKey, lowerCase, type BibField } from '../bibtex/record';

/** An entry in the text of a .bib file; its offsets count from its `@`. */
export interface BibEntryPlace {
  readonly chunk: Chunk;
  readonly text: string;
  readonly parsed: ParsedEntry;
}

/** The entry that stands at an offset. */
export function entryAt(text: string, chunks: readonly Chunk[], at: number): BibEntryPlace | undefined {
  const chunk = chunks.find(({ kind, start, end }) => kind === 'entry' && start <= at && at < end);
  return chunk && placeOf(text, chunk);
}

/** All entries of a text. */
export function entryPlaces(text: string, chunks = scanChunks(text)): BibEntryPlace[] {
  return chunks.filter(({ kind }) => kind === 'entry').map((chunk) => placeOf(text, chunk));
}

function placeOf(text: string, chunk: Chunk): BibEntryPlace {
  const own = text.slice(chunk.start, chunk.end);
  return { chunk, text: own, parsed: parseEntry(own, chunk.closed) };
}

export function keyOf({ text, parsed }: BibEntryPlace): string {
  return bibKey({ text, ...parsed });
}

/** The field that counts among those of a name. */
export function fieldOf(text: string, parsed: Pick<ParsedEntry, 'marks'>, name: string): BibField | undefined {
  const lower = lowerCase(name);
  return bibFields({ text, marks: parsed.marks }).find((field) => lowerCase(field.name) === lower);
}
