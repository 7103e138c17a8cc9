import assert from 'node:assert/strict';
import { compare, isEqual } from './compare';
import { type Difference, DIFFERENCES, ORDER_DIFFERENCES } from './differences';
import { STYLES } from './recorded';

/** What is known to differ in a style. */
const known = (differences: readonly Difference[], style: string) =>
  differences.flatMap(({ where }) => where[style] ?? []);

/** So much of each style must read the same. */
const SHARE = 0.95;

describe('What we format', () => {
  let all = 0;
  let equal = 0;
  for (const style of STYLES) {
    it(`reads in ${style} as Pandoc has it, but for what is listed with its rule`, async () => {
      const { texts } = await compare(style);
      const different = texts.filter((each) => !isEqual(each));
      const listed = known(DIFFERENCES, style);
      const unlisted = different.filter(({ what }) => !listed.includes(what));
      assert.deepEqual(unlisted, []);
      const names = new Set(different.map(({ what }) => what));
      assert.deepEqual(
        listed.filter((what) => !names.has(what)),
        [],
        'is listed, but equal',
      );
      const same = texts.length - different.length;
      assert.ok(same / texts.length >= SHARE, `${same} of ${texts.length}`);
      all += texts.length;
      equal += same;
    });

    it(`is listed in ${style} in Pandoc’s order, but for what is listed with its rule`, async () => {
      const { ours, theirs } = (await compare(style)).order;
      const elsewhere = known(ORDER_DIFFERENCES, style);
      const without = (keys: readonly string[], left: readonly string[]) => keys.filter((key) => !left.includes(key));
      assert.deepEqual(without(ours, elsewhere), without(theirs, elsewhere));
      for (const key of elsewhere) {
        const others = elsewhere.filter((other) => other !== key);
        assert.notDeepEqual(without(ours, others), without(theirs, others), `${key} is listed, but in its place`);
      }
    });
  }

  after(() => {
    const share = ((100 * equal) / all).toFixed(1);
    console.log(`    ${equal} of ${all} citations and references (${share} %) read as Pandoc’s`);
  });
});
