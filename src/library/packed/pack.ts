import type { Compress } from '../../base/compression';
import { hash53 } from '../../base/hash';
import type { Paper } from '../model/paper';
import { bodyOf } from './body';
import { packValues, writeRow, type PackedValues } from './values';

/**
 * Some papers of a source in little memory: what lists need of them at hand, all else together. Plain data, cheap
 * to send to another thread.
 */
export interface Pack {
  /** For each paper the citekey that it states, if it does. As all keys are looked at in every update, they are not packed. */
  readonly keys: readonly (string | undefined)[];
  /** The values that are stored apart, of those papers that have any. */
  readonly apart: ReadonlyMap<number, PackedValues>;
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
/** UTF-16 units of the bodies in one pack after which it takes no more. */
const ENOUGH_TEXT = 256 * 1024;

interface Encoded {
  readonly names: string;
  readonly row: string;
  readonly body: string;
}

function encode(paper: Paper): Encoded {
  return {
    names: JSON.stringify([paper.statedKey, packValues(paper, 'apart')]),
    row: writeRow(packValues(paper, 'row')),
    body: JSON.stringify(bodyOf(paper)),
  };
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

/**
 * Packs papers, from one on, until the pack is full.
 * @param compress makes the long fields smaller; without it they stay as they are
 */
export function packPapers(papers: readonly Paper[], from: number, compress?: Compress): Pack {
  const encoder = new TextEncoder();
  const keys: (string | undefined)[] = [];
  const apart = new Map<number, PackedValues>();
  const rows: Uint8Array[] = [];
  const hashes: number[] = [];
  const bodies: string[] = [];
  let text = 0;
  for (let i = from; i < papers.length && rows.length < MOST_PAPERS && text < ENOUGH_TEXT; i++) {
    const encoded = encode(papers[i]);
    // Out of JSON, so that no text is a part of the source's, which it would keep in memory as a whole.
    const [key, values] = JSON.parse(encoded.names) as [string | null, PackedValues];
    if (values.length > 0) apart.set(keys.length, values);
    keys.push(key ?? undefined);
    rows.push(encoder.encode(encoded.row));
    hashes.push(hashOf(encoded));
    bodies.push(encoded.body);
    text += encoded.body.length;
  }
  const json = encoder.encode(`[${bodies.join(',')}]`);
  return {
    keys,
    apart,
    ...joined(rows),
    hashes: Float64Array.from(hashes),
    bodies: compress ? compress(json) : json,
    isCompressed: compress !== undefined,
  };
}

function joined(parts: readonly Uint8Array[]): Pick<Pack, 'rows' | 'rowEnds'> {
  const rowEnds = new Uint32Array(parts.length);
  let end = 0;
  for (const [i, part] of parts.entries()) rowEnds[i] = end += part.length;
  const rows = new Uint8Array(end);
  for (const [i, part] of parts.entries()) rows.set(part, rowEnds[i] - part.length);
  return { rows, rowEnds };
}
