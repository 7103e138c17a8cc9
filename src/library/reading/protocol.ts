import type { Severity } from '../../base/problem';
import type { TextEdit } from '../../base/textEdit';
import type { Pack } from '../packed/pack';
import type { Places } from '../packed/places';
import type { FormatId, SourceReading } from '../formats/reader';
import type { EditRefusal } from '../writing/editRefusal';
import type { SourceChange } from '../writing/sourceChange';
import type { Contexts } from './sharedContexts';
import type { SourceContent } from './sourceTexts';

/** What is asked of the thread that reads sources. The new papers of a reading are fetched in packs, so that no message is large. */
export type ReadingCalls = {
  read: { request: ReadRequest; reply: ReadReply };
  /** The packs of the last reading's new papers from one pack on: a few of them, or none where there are no more. */
  packs: { request: { readonly uri: string; readonly from: number }; reply: readonly Pack[] };
  /** Writes the last reading to a cache file, unless it came from there. */
  save: { request: { readonly uri: string; readonly cacheFile: string }; reply: undefined };
  /** The checked edits that make a change to a source, whose text is not kept. */
  change: { request: ChangeRequest; reply: readonly TextEdit[] | EditRefusal };
  forget: { request: { readonly uri: string }; reply: undefined };
};

/** A change to be made to a source. */
export interface ChangeRequest {
  readonly format: FormatId;
  /** The source's present text; the edits are for it. */
  readonly text: string;
  readonly change: SourceChange;
}

/** A file that the thread can read, by its path, or what stands for it there. */
export interface LocalFile {
  readonly path: string;
}

export interface ReadRequest {
  readonly uri: string;
  readonly fileName: string;
  /** The content, or where the thread can read it itself, or what changed since it was last sent as a text. */
  readonly content: SourceContent | LocalFile | TextEdit;
  /** How an entry that lacks a field is to be told, if at all. */
  readonly missingField?: Severity;
  /** What other sources offer. */
  readonly given: Contexts;
  /** The content hashes of the papers that the other side has of the source; they are not sent again. */
  readonly known: Float64Array;
  /** Path of the cache file of the source, for a reading that may come from there. */
  readonly cacheFile?: string;
}

/** A reading without its papers. */
export type ReadingFacts = Omit<SourceReading, 'papers'>;

/** What a reading found, with the way from the known papers to those that were read; the new ones are fetched by `packs`. */
export interface ReadReply {
  readonly reading: ReadingFacts;
  /** As `formerIndexes` gives them. */
  readonly former: Int32Array;
  readonly places: Places;
}

/** The buffers of a reply that move to the other thread. */
export function movableBuffers(reply: unknown): readonly ArrayBuffer[] {
  const former = (reply as Partial<ReadReply> | undefined)?.former;
  return former ? [former.buffer as ArrayBuffer] : [];
}
