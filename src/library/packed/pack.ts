import { hash53 } from '../../base/hash';
import type { Paper } from '../model/entry';
import { bodyOf } from './body';
import { writeRow } from './row';

/** Makes bytes fewer. */
export type Compress = (bytes: Uint8Array) => Uint8Array;

/**
 * Some papers of a source in little memory: what lists need of them at hand, all else together. Plain data, cheap
 * to send to another thread.
 */
export interface Pack {
  /** For each paper the citekey that it states, if it does. As all keys are looked at in every update, they are not packed. */
  readonly keys: readonly (string | undefined)[];
  /** The further names of those papers that have any. */
  readonly aliases: ReadonlyMap<number, readonly string[]>;
  /** The short fields of each paper, one row after the other, in UTF-8. */
  readonly rows: Uint8Array;
  /** For each paper where its row ends, in bytes. */
  readonly rowEnds: Uint32Array;
  /** For each paper the number that tells its content from another. */
  readonly hashes: Float64Array;
  /** The long fields of all papers: JSON of a list of bodies, compressed or not. */
  readonly bodies: Uint8Array;
  readonly isCompressed: boolean;
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
  readonly names: string;
  readonly row: string;
  readonly body: string;
}

function encode(paper: Paper): Encoded {
  const names = JSON.stringify([paper.statedKey, paper.aliases]);
  return { names, row: writeRow(paper), body: JSON.stringify(bodyOf(paper)) };
}

function hashOf({ names, row, body }: Encoded): number {
  return hash53(`${names}${row}${body}`);
}

/** The number that tells a paper's content from another; where the paper stands does not count. */
export function contentHash(paper: Paper): number {
  return hashOf(encode(paper));
}

/** How many papers a pack holds. */
export function paperCount(pack: Pack): number {
  return pack.hashes.length;
}

/** Packs papers, from one on, until the pack is full; those of many are compressed. */
export function packPapers(papers: readonly Paper[], from: number, compress: Compress): Pack {
  const encoder = new TextEncoder();
  const keys: (string | undefined)[] = [];
  const aliases = new Map<number, readonly string[]>();
  const rows: Uint8Array[] = [];
  const hashes: number[] = [];
  const bodies: string[] = [];
  let text = 0;
  for (let i = from; i < papers.length && rows.length < MOST_PAPERS && text < ENOUGH_TEXT; i++) {
    const paper = papers[i];
    const encoded = encode(paper);
    if (paper.aliases.length > 0) aliases.set(keys.length, paper.aliases.map(ownText));
    keys.push(paper.statedKey && ownText(paper.statedKey));
    rows.push(encoder.encode(encoded.row));
    hashes.push(hashOf(encoded));
    bodies.push(encoded.body);
    text += encoded.body.length;
  }
  const json = encoder.encode(`[${bodies.join(',')}]`);
  const isCompressed = papers.length >= MANY_PAPERS;
  return {
    keys,
    aliases,
    ...joined(rows),
    hashes: Float64Array.from(hashes),
    bodies: isCompressed ? compress(json) : json,
    isCompressed,
  };
}

/** The text by itself: as a part of a source's text it would keep the whole in memory. */
function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function joined(parts: readonly Uint8Array[]): Pick<Pack, 'rows' | 'rowEnds'> {
  const rowEnds = new Uint32Array(parts.length);
  let end = 0;
  for (const [i, part] of parts.entries()) rowEnds[i] = end += part.length;
  const rows = new Uint8Array(end);
  for (const [i, part] of parts.entries()) rows.set(part, rowEnds[i] - part.length);
  return { rows, rowEnds };
}
