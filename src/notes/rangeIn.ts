import { LineIndex } from '../base/lineIndex';
import type { OffsetRange, Range } from '../base/position';

/** Lines and columns of one stretch of a text. What follows the stretch is not looked at: good for places near the top. */
export function rangeIn(text: string, place: OffsetRange): Range {
  return new LineIndex(text.slice(0, place.end)).range(place);
}
