import { isRepositoryPage } from '../check';
import type { FoundCitation, Syntax } from '../syntax';

/** A cited key of a document, by the citation it is in. */
export interface CitedItem {
  readonly citation: FoundCitation;
  readonly index: number;
}

/**
 * The items of a document that cite papers: not those that refer to what the document itself defines (`\bibitem`, labels), nor
 * cross-references and links to notes.
 */
export function citedItems(
  text: string,
  syntax: Syntax,
  fileName: string,
  labels: readonly string[] = syntax.labels?.in(text) ?? [],
): CitedItem[] {
  const citations = syntax.find(text);
  if (citations.length === 0) return [];
  const defined = new Set([...(syntax.ownKeys?.(text) ?? []), ...labels]);
  const own = !isRepositoryPage(fileName);
  const cited: CitedItem[] = [];
  for (const citation of citations) {
    for (const [index, item] of citation.items.entries()) {
      const isCited = !defined.has(item.key) && (syntax.isSurelyCited?.(text, citation, item, own) ?? true);
      if (isCited) cited.push({ citation, index });
    }
  }
  return cited;
}
