import type { Draft } from '../entry';
import type { SourceReading } from '../reader';
import type { DraftsDelta } from './delta';
import type { SourceContent } from './sourceTexts';

/** What is asked of the thread that reads sources. The drafts of a reading are fetched in parts, so that no message is large. */
export type ReadingCalls = {
  read: { request: ReadRequest; reply: ReadReply };
  /** The new drafts of the last reading, by their position among the new ones. */
  drafts: { request: { readonly uri: string; readonly from: number; readonly count: number }; reply: readonly Draft[] };
  /** The last reading for the cache, or undefined where it came from there. */
  cache: { request: { readonly uri: string }; reply: Uint8Array | undefined };
  forget: { request: { readonly uri: string }; reply: undefined };
};

export interface ReadRequest {
  readonly uri: string;
  readonly fileName: string;
  readonly content: SourceContent;
  /** What the cache holds of the source, if it was not read before. */
  readonly cache?: Uint8Array;
}

/** A reading without its drafts, which are fetched by `drafts`. */
export interface ReadReply {
  readonly reading: Omit<SourceReading, 'drafts'>;
  readonly delta: DraftsDelta;
  readonly fromCache: boolean;
}

/** The buffers of a reply that move to the other thread. */
export function movableBuffers(reply: unknown): readonly ArrayBuffer[] {
  if (reply instanceof Uint8Array) return [reply.buffer as ArrayBuffer];
  const delta = (reply as Partial<ReadReply> | undefined)?.delta;
  return delta ? [delta.former.buffer as ArrayBuffer, delta.ranges.buffer as ArrayBuffer] : [];
}
