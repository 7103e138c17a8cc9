import type { OffsetRange } from '../../../base/position';
import { lineEnd, skipSpace } from '../shared/characters';

/** A key in the label of a link. */
const CITES = /(^|[\s;(-])@[\p{L}\p{N}_{]/u;

/**
 * Whether a line that begins with `[label]:` defines a link. Where the label cites, only before an address: in
 * `[@a]: as they say` it is a citation.
 * @param label the offsets of the label, without its brackets
 */
export function definesLink(text: string, { start, end }: OffsetRange): boolean {
  if (!CITES.test(text.slice(start, end))) return true;
  const address = skipSpace(text, end + 2, lineEnd(text, end));
  return /^(https?:|mailto:|[<#/.])/i.test(text.slice(address, address + 7));
}
