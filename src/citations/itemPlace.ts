import { type KeyPlace, placeWith } from './completion';
import { type FoundCitation, PROBE, type Syntax } from './syntax';

/** So far around a cursor the ends of an item are looked for. */
const REACH = 500;

/** The part before a key in a list of items: behind the bracket or style that opens the list, or a semicolon. */
const BEFORE = /(?:\[cite(?:\/[\w/-]{1,40})?:|\[|;)(?<said>[^[\];]*)$/;
/** The part behind it: a place in the work or other words behind a comma, in Org also behind a blank, up to what ends the item. */
const BEHIND = /^(?:\s*|\s*,[^[\];@]*)[;\]]/;
const BEHIND_IN_ORG = /^(?:\s[^[\];@]*)?[;\]]/;

/**
 * The place for an item of its own, with its mark, in brackets that are a citation with it, whether they are one without or
 * not: `[see |]`, `[-|]`, `[|; @a]`, `[cite:@a; see |, p. 3]`. Only for syntaxes that mark keys by `@`.
 */
export function itemPlaceAt(text: string, offset: number, syntax: Syntax): KeyPlace | undefined {
  const probe = `@${PROBE}`;
  if (!syntax.completion.probes.includes(probe)) return undefined;
  const before = BEFORE.exec(text.slice(Math.max(0, offset - REACH), offset));
  const said = before?.groups?.said ?? '';
  const behind = before?.[0].startsWith('[cite') ? BEHIND_IN_ORG : BEHIND;
  if (!before || !/^(?:.*\s)?-?$/su.test(said) || !behind.test(text.slice(offset, offset + REACH))) return undefined;
  const start = offset - before[0].length;
  // What stands in two brackets, or in those of an image, is a link.
  if (text[start] === '[' && /[[\]!\\]/.test(text.charAt(start - 1))) return undefined;
  return placeWith(text, offset, syntax, probe, (probed, _at, _probe, citation) =>
    isItem(probed, citation, start, offset + probe.length),
  );
}

/** Whether the key that ends at `end` is the only one of its item, which starts behind `start`, in a list of items in brackets. */
function isItem(text: string, { range, items }: FoundCitation, start: number, end: number): boolean {
  const isAlone = items.every(({ keyRange }) => keyRange.end <= start || keyRange.end >= end);
  // Behind a key in the text the first part of the brackets is what is said of that.
  const isOwn = text[start] === ';' ? range.start < start : range.start === start;
  return isAlone && isOwn && text[range.end - 1] === ']';
}
