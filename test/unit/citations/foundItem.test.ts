import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FoundItem } from '../../../src/citations/foundItem';
import { cases } from '../support/cases';

const PARTS = ['key', 'prefix', 'locator', 'suffix', 'between', 'prefixRange', 'locatorRange', 'suffixRange'] as const;

/** The item of a text in which `<` and `>` stand around the prefix, then around the key, then around what follows that. */
function itemOf(marked: string): FoundItem {
  const ends = [...marked.matchAll(/[<>]/g)].map(({ index }, i) => index - i);
  const range = (i: number) => (ends[i] < ends[i + 1] ? { start: ends[i], end: ends[i + 1] } : undefined);
  const text = marked.replace(/[<>]/g, '');
  return new FoundItem(text, range(2)!, { start: ends[0], end: ends[5] }, range(0), range(4));
}

describe('A cite item that was found', () => {
  const rows: [marked: string, prefix?: string, locator?: string, between?: string, suffix?: string][] = [
    ['<><key><>'],
    ['<see> <key><>', 'see'],
    ['<><key>, <p. 3>', undefined, 'p. 3'],
    ['<><key> <and others>', undefined, undefined, undefined, 'and others'],
    ['<see> <key>, <pp. 3-5, and passim>', 'see', 'pp. 3-5', undefined, 'and passim'],
    ['<><key>, <p. 3 and passim>', undefined, 'p. 3', ' ', 'and passim'],
    ['<><key>, <{iv} x>', undefined, 'iv', ' ', 'x'],
  ];
  for (const [marked, prefix, locator, between, suffix] of rows) {
    it(`says what stands in the text: ${marked}`, () => {
      const { key, ...item } = readParts(itemOf(marked), PARTS);
      assert.deepEqual(
        [key, item.prefix, item.locator, item.between, item.suffix],
        ['key', prefix, locator, between, suffix],
      );
    });
  }

  it('says what is said of all after its own words, without a place where both are there', () => {
    const text = 'all; one key, 3; two; end';
    const at = (piece: string) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length });
    const shared = { before: at('all'), behind: at('end') };
    const item = (prefix?: string, after?: string) =>
      new FoundItem(text, at('key'), at('key'), prefix ? at(prefix) : undefined, after ? at(after) : undefined, shared);
    const own = item('one', '3; two');
    assert.deepEqual([own.prefix, own.locator, own.suffix], ['all one', '3', '; two, end']);
    assert.deepEqual([own.prefixRange, own.suffixRange], [undefined, undefined]);
    const none = item();
    assert.deepEqual([none.prefix, none.locator, none.suffix], ['all', undefined, 'end']);
    assert.deepEqual([none.prefixRange, none.suffixRange], [shared.before, shared.behind]);
  });

  it('says the same in whatever order it is asked', () => {
    const text = fc.constantFrom(...rows.map(([marked]) => marked));
    fc.assert(
      fc.property(text, fc.shuffledSubarray([...PARTS], { minLength: PARTS.length }), (marked, order) => {
        const item = itemOf(marked);
        assert.deepEqual(readParts(item, order), readParts(itemOf(marked), PARTS));
        assert.deepEqual(readParts(item, PARTS), readParts(itemOf(marked), PARTS));
      }),
      { numRuns: cases(200) },
    );
  });
});

function readParts(item: FoundItem, order: readonly (typeof PARTS)[number][]) {
  return Object.fromEntries(order.map((part) => [part, item[part]]));
}
