import type { FoundItem } from './foundItem';
import type { FoundCitation, Syntax } from './syntax';

/** What one scan of a document tells; a plain value, to be kept as long as the text does not change. */
export interface DocumentCitations {
  readonly citations: readonly FoundCitation[];
  /** What the document defines that it and others can refer to in the form of a citation. */
  readonly labels: readonly string[];
}

/** Scans a document. */
export function citationsIn(text: string, syntax: Syntax): DocumentCitations {
  return { citations: syntax.find(text), labels: syntax.labels?.in(text) ?? [] };
}

/** A cite item with the citation it is in. */
export interface ItemAt {
  readonly citation: FoundCitation;
  readonly item: FoundItem;
  readonly index: number;
}

/**
 * The item whose key is at an offset; the end of a key counts as at it. Citations are searched by halving: the last that
 * begins there or before it, then back up to the one that is around it, and to one that touches that.
 */
export function keyAt(citations: readonly FoundCitation[], offset: number): ItemAt | undefined {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (citations[middle].range.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0; at--) {
    const citation = citations[at];
    const index = citation.items.findIndex(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end);
    if (index >= 0) return { citation, item: citation.items[index], index };
    if (!citation.isInner && citation.range.start < offset) return undefined;
  }
  return undefined;
}

/** The keys that a document cites, each once, in the order of their first citation. */
export function citedKeys({ citations }: DocumentCitations): string[] {
  return [...new Set(citations.flatMap(({ items }) => items.map((item) => item.key)))];
}
