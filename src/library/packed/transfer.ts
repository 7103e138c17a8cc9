import type { Decompress } from '../../base/compression';
import type { PaperFields } from '../model/fields';
import type { Paper } from '../model/paper';
import type { PaperToken } from '../model/token';
import { OpenPack } from './openPack';
import type { Pack } from './pack';
import { PackedPaper } from './packedPaper';
import { PackReader } from './packReader';
import { PLACE, type Places } from './places';

declare const TRANSFER: unique symbol;

/** Stored papers on their way to another thread: plain data, which only `TransferReader` understands. */
export interface PaperTransfer {
  readonly [TRANSFER]: true;
}

/** The papers' packs, each once, and by paper its pack and its position there. */
interface Content {
  readonly packs: Pack[];
  readonly papers: [pack: number, index: number][];
}

/** Gathers stored papers for another thread. */
export class TransferWriter {
  readonly #content: Content = { packs: [], papers: [] };

  /** Adds the paper of a token; true where much more has to be sent for it than for the one before. */
  add(token: PaperToken): boolean {
    const { pack, index } = PackedPaper.placeOf(token);
    const { packs, papers } = this.#content;
    const isNew = packs.at(-1) !== pack;
    if (isNew) packs.push(pack);
    papers.push([packs.length - 1, index]);
    return isNew;
  }

  finish(): PaperTransfer {
    return this.#content as unknown as PaperTransfer;
  }
}

/** In another thread papers stand in no source. */
const NOWHERE: Places = new Int32Array(PLACE);

/** Reads what came from another thread. */
export class TransferReader {
  readonly #reader: PackReader;

  /** @param decompress undoes what the papers were made smaller with */
  constructor(decompress: Decompress) {
    this.#reader = new PackReader(decompress);
  }

  /** The papers in the order in which they were added, with their content hashes. */
  read(transfer: PaperTransfer): (PaperFields & Pick<Paper, 'contentHash'>)[] {
    const { packs, papers } = transfer as unknown as Content;
    const open = packs.map((pack) => new OpenPack(pack, this.#reader));
    return papers.map(([pack, index]) => new PackedPaper(open[pack], index, NOWHERE, 0));
  }
}
