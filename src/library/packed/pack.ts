import { hash53 } from '../../base/hash';
import type { Draft } from '../entry';
import { bodyOf } from './body';
import { writeRow } from './row';

/** Makes bytes fewer. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/**
 * Some papers of a source in little memory: what lists need of them at hand, all else together. Plain data, cheap
 * to send to another thread.
 */
export interface Pack {
  /** For each paper its short fields. */
  readonly rows: readonly string[];
  /** For each paper the number that tells its content from another. */
  readonly hashes: Float64Array;
  /** The long fields of all papers: JSON of a list of bodies, compressed or not. */
  readonly bodies: Uint8Array;
  readonly isDeflated: boolean;
}

/** Where a paper is packed. */
export interface PackedPlace {
  readonly pack: Pack;
  readonly index: number;
}

/** Papers in one pack: what is decompressed to see one of them takes about a millisecond. */
const MOST_PAPERS = 64;
/** Fewer papers than these are not compressed: it would take longer than the memory is worth. */
const MANY_PAPERS = 20_000;
/** UTF-16 units of the bodies in one pack after which it takes no more. */
const ENOUGH_TEXT = 256 * 1024;

interface Encoded {
  readonly row: string;
  readonly body: string;
}

function encode(draft: Draft): Encoded {
  return { row: writeRow(draft), body: JSON.stringify(bodyOf(draft)) };
}

function hashOf({ row, body }: Encoded): number {
  return hash53(`${row}${body}`);
}

/** The number that tells a paper's content from another; where the paper stands does not count. */
export function contentHash(draft: Draft): number {
  return hashOf(encode(draft));
}

/** Packs papers, from one on, until the pack is full; those of many are compressed. */
export function packDrafts(drafts: readonly Draft[], from: number, deflate: Deflate): Pack {
  const rows: string[] = [];
  const hashes: number[] = [];
  const bodies: string[] = [];
  let text = 0;
  for (let i = from; i < drafts.length && rows.length < MOST_PAPERS && text < ENOUGH_TEXT; i++) {
    const encoded = encode(drafts[i]);
    rows.push(encoded.row);
    hashes.push(hashOf(encoded));
    bodies.push(encoded.body);
    text += encoded.body.length;
  }
  const json = new TextEncoder().encode(`[${bodies.join(',')}]`);
  const isDeflated = drafts.length >= MANY_PAPERS;
  return { rows, hashes: Float64Array.from(hashes), bodies: isDeflated ? deflate(json) : json, isDeflated };
}
