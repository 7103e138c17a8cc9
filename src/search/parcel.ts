import type { PackReader } from '../library/packed/packReader';
import type { Pack } from '../library/packed/pack';
import { OpenPack } from '../library/packed/openPack';
import { PackedPaper } from '../library/packed/packedPaper';
import type { SearchDocument } from './contract';
import { PaperDocument, type PaperNaming } from './paperDocument';

/** Documents on their way to the worker: plain data. Those that are packed travel in their packs. */
export interface Parcel {
  readonly documents: readonly (SearchDocument | PackedDocument)[];
  readonly packs: readonly Pack[];
}

/** A document in a pack of the parcel. */
interface PackedDocument extends PaperNaming {
  /** Position of its pack in the parcel, and its own in the pack. */
  readonly pack: number;
  readonly index: number;
}

/** What a parcel may hold: characters that reading and cloning takes a few milliseconds for, measured with margin. */
const PARCEL_COST = 200_000;
/** What a paper, and what a pack costs, in the same measure. */
const PAPER_COST = 1000;
const PACK_COST = 20_000;

/** As many documents, from one on, as can be prepared and cloned in one slice of time. */
export function parcelOf(all: readonly SearchDocument[], from: number): Parcel {
  const documents: (SearchDocument | PackedDocument)[] = [];
  const packs: Pack[] = [];
  let cost = 0;
  for (let at = from; at < all.length && cost < PARCEL_COST; at++) {
    const { packed } = all[at];
    if (packed && packs.at(-1) !== packed.pack) {
      packs.push(packed.pack);
      cost += PACK_COST;
    }
    const document = packed
      ? { ...namingOf(all[at]), pack: packs.length - 1, index: packed.index }
      : plainDocument(all[at]);
    documents.push(document);
    cost += costOf(document);
  }
  return { documents, packs };
}

function costOf(document: SearchDocument | PackedDocument): number {
  const own = 'title' in document ? document.title.length + (document.abstract?.length ?? 0) : 0;
  return PAPER_COST + own + (document.note?.text.length ?? 0);
}

function namingOf({ id, source, note }: SearchDocument): PaperNaming {
  return { id, source, note: note && { text: note.text, tags: note.tags } };
}

/** A document that can be cloned: one that is given may read its fields from elsewhere when they are asked for. */
function plainDocument(document: SearchDocument): SearchDocument {
  const { title, authors, year, venue, abstract, keywords, aliases, type, doi, arxiv, language } = document;
  const { contentHash } = document;
  const texts = { title, authors, year, venue, abstract, keywords, aliases };
  return { ...namingOf(document), ...texts, type, doi, arxiv, language, contentHash };
}

/** Of no paper; what is searched stands nowhere. */
const NO_PLACES = new Int32Array(4);

/** The documents of a parcel that arrived. */
export function documentsOf({ documents, packs }: Parcel, reader: PackReader): SearchDocument[] {
  const open = packs.map((pack) => new OpenPack(pack, reader));
  return documents.map((document) =>
    'pack' in document
      ? new PaperDocument(new PackedPaper(open[document.pack], document.index, NO_PLACES, 0), document)
      : document,
  );
}
