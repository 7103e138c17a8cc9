import type { OffsetRange } from '../../../base/position';
import { FoundItem, type Peculiar } from '../../foundItem';
import type { FoundCitation } from '../../syntax';
import { trimmed } from '../shared/pieces';
import type { KeyToken } from './handler';
import { codeAt } from '../shared/characters';

/** What stands between two brackets, both of which its range takes in. */
export interface Bracket {
  readonly range: OffsetRange;
  readonly keys: readonly KeyToken[];
  /** Where the semicolons are. */
  readonly separators: readonly number[];
}

/** `[see @a, p. 3; @b]` */
export function group(text: string, { range, keys, separators }: Bracket): FoundCitation {
  const items = itemsIn(text, { start: range.start + 1, end: range.end - 1 }, keys, separators);
  const form = items.every((item) => item.suppressAuthor) ? 'year' : 'parenthetical';
  return { range, form, items };
}

/** `@first [p. 3; @b]`; undefined where the bracket says nothing of its own about the first key, nor has another. */
export function attachedGroup(text: string, first: KeyToken, bracket: Bracket): FoundCitation | undefined {
  const { keys, separators } = bracket;
  const inner = { start: bracket.range.start + 1, end: bracket.range.end - 1 };
  const firstEnd = separators[0] ?? inner.end;
  const hasOwn = keys.length === 0 || keys[0].start > firstEnd;
  const after = hasOwn ? trimmed(text, inner.start, firstEnd) : undefined;
  if (hasOwn && !after) return undefined;
  const rest = hasOwn
    ? itemsIn(text, { start: Math.min(firstEnd + 1, inner.end), end: inner.end }, keys, separators.slice(1))
    : itemsIn(text, inner, keys, separators);
  return bare(first, [firstItem(text, first, after), ...rest], bracket.range.end);
}

/** `@key`, with the text of the brackets that belong to it. */
export function bareCitation(text: string, key: KeyToken, bracket: OffsetRange | undefined): FoundCitation {
  const after = bracket && trimmed(text, bracket.start + 1, bracket.end - 1);
  return bare(key, [firstItem(text, key, after)], bracket && after ? bracket.end : key.end);
}

function firstItem(text: string, key: KeyToken, after: OffsetRange | undefined): FoundItem {
  const range = { start: key.start, end: after?.end ?? key.end };
  return new FoundItem(text, { start: key.keyStart, end: key.keyEnd }, range, undefined, after);
}

function bare(first: KeyToken, items: readonly FoundItem[], end: number): FoundCitation {
  return { range: { start: first.start, end }, form: first.suppressAuthor ? 'year' : 'narrative', items };
}

const WITHOUT_AUTHOR: Peculiar = { suppressAuthor: true };

/** An item for each key, in a part of the text that the separators divide. */
function itemsIn(
  text: string,
  { start, end }: OffsetRange,
  keys: readonly KeyToken[],
  separators: readonly number[],
): FoundItem[] {
  let from = start;
  let separator = 0;
  return keys.map((key, i) => {
    while (separator < separators.length && separators[separator] < key.end) separator++;
    const stop = separators[separator] ?? end;
    // Two keys between the same separators: the text between them belongs to the second.
    const shared = i + 1 < keys.length && stop > keys[i + 1].start;
    const before = trimmed(text, codeAt(text, from) === 44 /* , */ ? from + 1 : from, key.start);
    const after = shared ? undefined : trimmed(text, key.end, stop);
    const range = { start: before?.start ?? key.start, end: after?.end ?? key.end };
    from = shared ? key.end : Math.min(stop + 1, end);
    const keyRange = { start: key.keyStart, end: key.keyEnd };
    return new FoundItem(text, keyRange, range, before, after, key.suppressAuthor ? WITHOUT_AUTHOR : undefined);
  });
}
