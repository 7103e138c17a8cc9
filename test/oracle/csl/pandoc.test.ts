import assert from 'node:assert/strict';
import { compare, isEqual } from './compare';
import { DIFFERENCES } from './differences';
import { STYLES } from './recorded';

/** What is known to differ in a style. */
const known = (style: string) => DIFFERENCES.flatMap(({ where }) => where[style] ?? []);

describe('What we format', () => {
  let all = 0;
  let equal = 0;
  for (const style of STYLES) {
    it(`reads in ${style} as Pandoc has it, but for what is listed with its rule`, async () => {
      const compared = await compare(style);
      const different = compared.filter((each) => !isEqual(each));
      const unlisted = different.filter(({ what }) => !known(style).includes(what));
      assert.deepEqual(unlisted, []);
      const names = new Set(different.map(({ what }) => what));
      assert.deepEqual(
        known(style).filter((what) => !names.has(what)),
        [],
        'is listed, but equal',
      );
      all += compared.length;
      equal += compared.length - different.length;
    });
  }

  after(() => {
    const share = ((100 * equal) / all).toFixed(1);
    console.log(`    ${equal} of ${all} citations and references (${share} %) read as Pandoc’s`);
    assert.ok(equal / all >= 0.95);
  });
});
