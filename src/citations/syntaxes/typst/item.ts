import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { trimmed } from '../shared/pieces';

/**
 * What a reference or a call cites.
 * @param isEscaped whether the key stands in a string
 */
export function citedItem(
  text: string,
  key: OffsetRange,
  range: OffsetRange,
  supplement: OffsetRange | undefined,
  isEscaped: boolean,
): FoundItem {
  const after = supplement && trimmed(text, supplement.start, supplement.end);
  const Item = isEscaped ? EscapedItem : FoundItem;
  return new Item(text, key, range, undefined, after);
}

/** An item whose key stands in a string, `label("a\"b")`. */
class EscapedItem extends FoundItem {
  override get key(): string {
    return super.key.replace(/\\(["\\])/g, '$1');
  }
}
