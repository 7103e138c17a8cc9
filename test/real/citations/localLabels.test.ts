import assert from 'node:assert/strict';
import { cslData } from '../../../build/cslData.mjs';
import { LOCAL_LABELS } from '../../../src/citations/localLabels';
import { LOCATOR_KINDS, splitLocator } from '../../../src/citations/locator';

/** The terms of a locale by kind. */
function termsOf(locale: string): [kind: string, term: string][] {
  return LOCATOR_KINDS.flatMap((kind) => {
    const name = kind === 'sub-verbo' ? 'sub[- ]verbo' : kind;
    const found = [...locale.matchAll(new RegExp(`<term name="${name}"[^>]*>([\\s\\S]*?)</term>`, 'g'))];
    return found
      .flatMap(([, inside]) => inside.replace(/<!--[\s\S]*?-->/g, '').split(/<[^<>]*>/))
      .map((term) => term.replace(/&#160;/g, ' ').trim())
      .filter((term) => term !== '')
      .map((term): [string, string] => [kind, term]);
  });
}

describe('The labels of locators in other languages', () => {
  it('are those of the locales that are shipped', async () => {
    const { locales } = await cslData();
    for (const [name, locale] of Object.entries(locales)) {
      for (const [kind, term] of termsOf(locale)) {
        // These are more often something else: `c. 1920`.
        if (/^cc?\.$/.test(term)) continue;
        const place = `${term} 3`;
        assert.equal(splitLocator(place, 0, place.length).locator?.end, place.length, `${name}: ${kind} ${term}`);
      }
      assert.ok(LOCAL_LABELS[name.slice(0, 2)] ?? name.startsWith('en'));
    }
  });
});
