import { type ItemAt, keyAt } from './document';
import type { FoundCitation } from './syntax';

/**
 * The item that one means who has the cursor in a citation, or at an end of it: the one whose key is there, else the last whose key
 * stands before, else the first. Of citations in one another the inner one counts, of two that touch the one before the cursor.
 * Undefined outside of citations.
 */
export function itemNear(citations: readonly FoundCitation[], offset: number): ItemAt | undefined {
  const exact = keyAt(citations, offset);
  if (exact) return exact;
  const around = citations.filter(
    ({ range, items }) => range.start <= offset && offset <= range.end && items.length > 0,
  );
  const citation = around.findLast(({ range }) => range.start < offset) ?? around.at(-1);
  if (!citation) return undefined;
  const before = citation.items.findLastIndex(({ keyRange }) => keyRange.end <= offset);
  const index = Math.max(0, before);
  return { citation, item: citation.items[index], index };
}
