import { SEARCHED_FIELDS } from '../library/model/fields';
import { TransferWriter, type PaperTransfer, type TransferReader } from '../library/packed/transfer';
import type { SearchDocument } from './contract';
import { PaperDocument, type PaperNaming } from './paperDocument';

/** Documents on their way to the worker: plain data. Of those that the library has stored only the names are here. */
export interface Transfer {
  readonly documents: readonly (SearchDocument | PaperNaming)[];
  /** The stored papers, in the order of their names. */
  readonly papers?: PaperTransfer;
}

/** What one transfer may hold: characters that reading and cloning takes a few milliseconds for, measured with margin. */
const MOST_COST = 200_000;
/** What a paper, and what the first of some stored papers costs, in the same measure. */
const PAPER_COST = 1000;
const STORE_COST = 20_000;

/** As many documents, from one on, as can be prepared and cloned in one slice of time. */
export function transferOf(all: readonly SearchDocument[], from: number): Transfer {
  const documents: (SearchDocument | PaperNaming)[] = [];
  const papers = new TransferWriter();
  let cost = 0;
  for (let at = from; at < all.length && cost < MOST_COST; at++) {
    const { token } = all[at];
    if (token && papers.add(token)) cost += STORE_COST;
    const document = token ? namingOf(all[at]) : plainDocument(all[at]);
    documents.push(document);
    cost += costOf(document);
  }
  return { documents, papers: papers.finish() };
}

function costOf(document: SearchDocument | PaperNaming): number {
  const own = 'title' in document ? document.title.length + (document.abstract?.length ?? 0) : 0;
  return PAPER_COST + own + (document.note?.text.length ?? 0);
}

function namingOf({ id, source, note }: SearchDocument): PaperNaming {
  return { id, source, note: note && { text: note.text, tags: note.tags } };
}

/** A document that can be cloned: one that is given may read its fields from elsewhere when they are asked for. */
function plainDocument(document: SearchDocument): SearchDocument {
  const { contentHash } = document;
  const fields = Object.fromEntries(SEARCHED_FIELDS.map(({ name }) => [name, document[name]]));
  return { ...namingOf(document), ...(fields as unknown as SearchDocument), contentHash };
}

/** The documents of a transfer that arrived. */
export function documentsOf({ documents, papers }: Transfer, reader: TransferReader): SearchDocument[] {
  const stored = (papers ? reader.read(papers) : []).values();
  return documents.map((document) =>
    'title' in document ? document : new PaperDocument(stored.next().value!, document),
  );
}
