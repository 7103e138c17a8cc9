import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import type { FoundCitation } from '../../syntax';
import { codeAt } from '../shared/characters';

/** So long an address is looked at. */
const LONGEST = 1000;

/** What MyST takes for the DOI of a paper (mystmd's guide, "Simple Referencing with a DOI Link"), and a title behind it. */
const TARGET =
  /^\s{0,20}<?(?:doi:|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/)(10\.\d{4,9}(?:\/|%2F)[^\s<>?#]+)(?:[?#][^\s<>]*)?>?(?:\s+["'(].*)?\s*$/is;

/** Whether an address may be that of a DOI; tells most others without a closer look. */
export function mayBeDoi(text: string, start: number): boolean {
  const code = codeAt(text, start) | 32;
  return code === 100 /* d */ || code === 104 /* h */ || code === 60 /* < */ || code === 32 || code === 119; /* w */
}

/**
 * The link with this range as the narrative citation that MyST makes of it, where it leads to a DOI; the key is that.
 * @param target what it leads to
 */
export function doiLink(text: string, range: OffsetRange, target: OffsetRange): FoundCitation | undefined {
  if (target.end - target.start > LONGEST) return undefined;
  const address = text.slice(target.start, target.end);
  const key = TARGET.exec(address)?.[1];
  if (key === undefined) return undefined;
  const start = target.start + address.indexOf(key);
  const keyRange = { start, end: start + key.length };
  return { range, form: 'narrative', items: [new FoundItem(text, keyRange, keyRange)], isLink: true };
}
