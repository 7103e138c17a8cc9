import type { Explanation } from './contract';
import type { Corpus } from './corpus';
import { explainDocument } from './explain/explain';
import type { RelatedColumns, Slot, SupportColumns } from './protocol';
import { parseQuery } from './query/parser';
import { relatedKey } from './query/relatedQuery';
import { documentOfKey } from './ranking/documentOfKey';
import { relatedDocuments, sharedWords } from './ranking/related';
import type { Searcher } from './ranking/searcher';
import { supportingDocuments } from './ranking/support';

/* What can be asked of papers beside queries, in the terms of the protocol. */

/** Why a query finds a paper; null for an unknown paper or one that it does not find. */
export function explain(corpus: Corpus, slot: Slot, query: string): Explanation | null {
  const document = corpus.find(slot);
  if (document === undefined) return null;
  const paper = corpus.document(document);
  const explanation = explainDocument(paper, query);
  const shared = sharedWithAsked(corpus, document, query);
  if (!shared) return explanation ?? null;
  return { id: paper.id, fields: [], titleHighlights: [], ...explanation, shared };
}

/** What a paper shares with the one that a query asks for what is related to. */
function sharedWithAsked(corpus: Corpus, document: number, query: string): string[] | undefined {
  const key = relatedKey(parseQuery(query));
  const other = key === undefined ? undefined : documentOfKey(corpus, key);
  return other === undefined || other === document ? undefined : sharedWords(corpus, document, other);
}

/** The papers nearest to one, nearest first; none for an unknown paper. */
export function related(corpus: Corpus, slot: Slot, limit: number): RelatedColumns {
  const document = corpus.find(slot);
  const found = document === undefined ? [] : relatedDocuments(corpus, document, limit);
  return {
    slots: Uint32Array.from(found, (one) => corpus.slot(one.document)),
    similarities: Float32Array.from(found, (one) => one.similarity),
  };
}

/** The papers that speak of a text, best first. */
export function support(corpus: Corpus, searcher: Searcher, text: string, limit: number): SupportColumns {
  const found = supportingDocuments(corpus, searcher, text, limit);
  return {
    slots: Uint32Array.from(found, (one) => corpus.slot(one.document)),
    scores: Float32Array.from(found, (one) => one.score),
    fields: found.map((one) => one.field),
    sentences: found.map((one) => one.sentence),
  };
}
