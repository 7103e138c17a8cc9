import type { TextEdit } from '../../../base/textEdit';
import type { FoundCitation } from '../../syntax';

/**
 * Takes an item out of a list of items, with the separator before it, or behind it where it is the first.
 * The last item takes the whole citation with it.
 */
export function removeListItem(citation: FoundCitation, index: number): TextEdit[] {
  const { items, range } = citation;
  if (!(index in items)) return [];
  if (items.length === 1) return [{ ...range, newText: '' }];
  const [start, end] =
    index === 0 ? [items[0].range.start, items[1].range.start] : [items[index - 1].range.end, items[index].range.end];
  return [{ start, end, newText: '' }];
}
