import type { Pack } from '../packed/pack';
import type { Places } from '../packed/places';
import type { SourceReading } from '../reader';
import type { SourceContent } from './sourceTexts';

/** What is asked of the thread that reads sources. The new drafts of a reading are fetched in packs, so that no message is large. */
export type ReadingCalls = {
  read: { request: ReadRequest; reply: ReadReply };
  /** The packs of the last reading's new drafts from one pack on: a few of them, or none where there are no more. */
  packs: { request: { readonly uri: string; readonly from: number }; reply: readonly Pack[] };
  /** The last reading for the cache, or undefined where it came from there. */
  cache: { request: { readonly uri: string }; reply: Uint8Array | undefined };
  forget: { request: { readonly uri: string }; reply: undefined };
};

export interface ReadRequest {
  readonly uri: string;
  readonly fileName: string;
  readonly content: SourceContent;
  /** The content hashes of the drafts that the other side has of the source; they are not sent again. */
  readonly known: Float64Array;
  /** What the cache holds of the source, if it was not read before. */
  readonly cache?: Uint8Array;
}

/** A reading without its drafts. */
export type ReadingFacts = Omit<SourceReading, 'drafts'>;

/** What a reading found, with the way from the known drafts to those that were read; the new ones are fetched by `packs`. */
export interface ReadReply {
  readonly reading: ReadingFacts;
  /** As `formerIndexes` gives them. */
  readonly former: Int32Array;
  readonly places: Places;
}

/** The buffers of a reply that move to the other thread. */
export function movableBuffers(reply: unknown): readonly ArrayBuffer[] {
  if (reply instanceof Uint8Array) return [reply.buffer as ArrayBuffer];
  const former = (reply as Partial<ReadReply> | undefined)?.former;
  return former ? [former.buffer as ArrayBuffer] : [];
}
