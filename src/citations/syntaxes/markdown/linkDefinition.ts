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

/**
 * Where the link's definition with this label ends: the address may stand in the next line, and so may the title behind it
 * (CommonMark 0.31, section 4.7).
 */
export function definitionEnd(text: string, { end }: OffsetRange): number {
  const line = lineEnd(text, end);
  const hasAddress = skipSpace(text, end + 2, line) < line;
  const address = hasAddress ? line : nextLine(text, line);
  const title = nextLine(text, address);
  return TITLE.test(text.slice(address + 1, Math.min(title, address + LONGEST_TITLE))) ? title : address;
}

const LONGEST_TITLE = 400;
const TITLE = /^[ \t]{0,20}(?:"[^"]*"|'[^']*'|\([^()]*\))[ \t]*\r?$/;

/** The end of the line behind the one that ends at `end`; `end` where that line is blank. */
function nextLine(text: string, end: number): number {
  const next = lineEnd(text, Math.min(end + 1, text.length));
  return skipSpace(text, end, next) === next ? end : next;
}
