import type { FoundItem } from '../../../../src/citations/foundItem';
import type { FoundCitation, Syntax } from '../../../../src/citations/syntax';
import { applyEdits, type TextEdit } from '../../../../src/base/textEdit';
import assert from 'node:assert/strict';

/** A found citation on one line: `parenthetical: "see" key {p. 3} "and passim"; other`. */
export function show({ form, items }: FoundCitation): string {
  return `${form}: ${items.map(showItem).join('; ')}`;
}

function showItem({ key, prefix, locator, suffix, suppressAuthor }: FoundItem): string {
  const parts = [
    prefix && `"${prefix}"`,
    (suppressAuthor ? '-' : '') + key,
    locator && `{${locator}}`,
    suffix && `"${suffix}"`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** A row of a finder's table: the text, then its citations as `show` writes them. */
export type FindRow = readonly [text: string, ...citations: string[]];

/** One test a row, and for each that every range is where it says. */
export function findsAll(syntax: Syntax, rows: readonly FindRow[]): void {
  for (const [text, ...expected] of rows) {
    it(JSON.stringify(text), () => {
      const found = syntax.find(text);
      assert.deepEqual(found.map(show), expected);
      checkRanges(text, found);
    });
  }
}

/** Every range is inside the text, in order, and holds what it is said to hold. */
export function checkRanges(text: string, found: readonly FoundCitation[], plainKeys = true): void {
  let before = -1;
  /** Where the citation ends that is no inner one. */
  let outerEnd = 0;
  for (const { range, items, isInner } of found) {
    assert.ok(before < range.start && range.start < range.end && range.end <= text.length, 'citations in order');
    if (isInner) assert.ok(range.end <= outerEnd, 'an inner one in another');
    else assert.ok(outerEnd <= range.start, 'others apart');
    assert.ok(items.length > 0);
    let itemEnd = range.start;
    for (const item of items) {
      const { start, end: stop } = item.range;
      assert.ok(itemEnd <= start && start < stop && stop <= range.end, 'items in order, inside of the citation');
      assert.ok(start <= item.keyRange.start && item.keyRange.end <= stop, 'key inside of the item');
      if (plainKeys) assert.equal(text.slice(item.keyRange.start, item.keyRange.end), item.key);
      for (const part of ['prefix', 'locator', 'suffix'] as const) {
        const place = item[`${part}Range`];
        if (place) assert.equal(text.slice(place.start, place.end), item[part]);
        else assert.ok(isInPieces(text, item[part]), 'what has no place is of several pieces');
      }
      itemEnd = stop;
    }
    before = range.start;
    if (!isInner) outerEnd = range.end;
  }
}

/** Whether nothing is said, or what stands in several pieces of a text. */
function isInPieces(text: string, said: string | undefined): boolean {
  const pieces = said?.split(' ') ?? [];
  return pieces.length !== 1 && pieces.every((piece) => text.includes(piece.replace(/,$/, '')));
}

/** The text after the edits that `edit` makes to the first citation found in it. */
export function edited(syntax: Syntax, text: string, edit: (citation: FoundCitation) => TextEdit[]): string {
  return applyEdits(text, edit(syntax.find(text)[0]));
}
