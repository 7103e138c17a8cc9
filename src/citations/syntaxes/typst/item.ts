import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { trimmed } from '../shared/pieces';

/**
 * What a reference or a call cites.
 * @param isEscaped whether the key stands in a string, `label("a\"b")`
 */
export function citedItem(
  text: string,
  key: OffsetRange,
  range: OffsetRange,
  supplement: OffsetRange | undefined,
  isEscaped: boolean,
): FoundItem {
  const after = supplement && trimmed(text, supplement.start, supplement.end);
  const unescaped = isEscaped ? unescapedKey(text.slice(key.start, key.end)) : undefined;
  return new FoundItem(text, key, range, undefined, after, unescaped);
}

/** The key that a string says otherwise than it is written. */
function unescapedKey(written: string): { key: string } | undefined {
  return written.includes('\\') ? { key: written.replace(/\\(["\\])/g, '$1') } : undefined;
}
