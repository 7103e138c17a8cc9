import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cslData } from '../../../build/cslData.mjs';
import { fixturesOf, outcome } from './suite';
import { SUITE_DIFFERENCES } from './suiteDifferences';

/**
 * The CSL test suite, which no package in npm has. The source of Debian's `haskell-citeproc` does, in `test/csl`
 * (`apt-get source haskell-citeproc`; version 0.6.0.1 was compared).
 */
const FOLDER = process.env.CSL_TEST_SUITE;

describe('The CSL test suite', () => {
  it('reads as it expects, but for what is listed with its rule', async function () {
    if (!FOLDER || !existsSync(FOLDER)) return this.skip();
    this.timeout(300_000);
    const { locales } = await cslData();
    const fixtures = fixturesOf(FOLDER);
    const different = fixtures.filter((fixture) => {
      const { expected, made } = outcome(fixture, locales);
      return expected !== made;
    });
    for (const mode of ['citation', 'bibliography']) {
      const of = (some: typeof fixtures) => some.filter((fixture) => fixture.mode === mode).length;
      console.log(`      ${mode}: ${of(fixtures) - of(different)} of ${of(fixtures)} pass`);
    }
    const listed = Object.values(SUITE_DIFFERENCES).flat().sort();
    assert.deepEqual(different.map(({ name }) => name).sort(), listed);
  });
});
