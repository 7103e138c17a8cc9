import { range } from '../../base/position';
import { decode } from '../../base/decode';
import { bibtexReader } from './bibtex';
import { cslJsonReader } from './cslJson';
import { cslYamlReader } from './cslYaml';
import { dailyPapersReader } from './dailyPapers';
import { endNoteTagsReader } from './endNoteTags';
import { nbibReader } from './nbib';
import { papisReader } from './papis';
import { risReader } from './ris';
import { textListReader } from './textList';
import { webOfScienceReader } from './webOfScience';
import { zoteroReader } from './zotero';
import type { Reader, ReadResult, SourceReading } from './reader';

export type { SourceReading };

/** Every format that can be read. A new format is added here, and nowhere else. */
export const READERS: readonly Reader[] = [
  bibtexReader,
  risReader,
  dailyPapersReader,
  cslJsonReader,
  cslYamlReader,
  textListReader,
  zoteroReader,
  papisReader,
  nbibReader,
  endNoteTagsReader,
  webOfScienceReader,
];

/** The reader for a source, by file name and content; undefined where no reader takes the text for its own. */
export function chooseReader(fileName: string, text: string): Reader | undefined {
  let best: Reader | undefined;
  let sureness = 0;
  for (const reader of READERS) {
    const own = reader.detect(fileName, text);
    if (own > sureness) [best, sureness] = [reader, own];
  }
  return best;
}

/** How a reader is put to work. */
export type Read = (reader: Reader, text: string) => ReadResult;

const readOnce: Read = (reader, text) => reader.read(text);

/** Reads a source's text. Never throws: what cannot be read is a problem. */
export function readText(fileName: string, text: string, read = readOnce): SourceReading {
  if (text.trim() === '') return { papers: [], problems: [] };
  const reader = chooseReader(fileName, text);
  if (reader !== undefined) return { ...read(reader, text), format: reader.format };
  return { papers: [], problems: [{ code: 'unknown-format', severity: 'warning', range: range(0, 0, 0, 0) }] };
}

/** Reads a source's bytes. Never throws: what cannot be read is a problem. */
export function readBytes(fileName: string, bytes: Uint8Array, read = readOnce): SourceReading {
  const decoded = decode(bytes);
  if (decoded.kind === 'text') return readText(fileName, decoded.text, read);
  return { papers: [], problems: [{ code: 'binary-file', severity: 'error', range: range(0, 0, 0, 0) }] };
}
