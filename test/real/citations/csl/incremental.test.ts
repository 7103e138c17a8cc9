import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslData } from '../../../../build/cslData.mjs';
import type { Cluster } from '../../../../src/citations/csl/contract';
import { Formatter } from '../../../../src/citations/csl/formatter';
import type { CslItem } from '../../../../src/library/model/csl';
import { cases } from '../../../unit/support/cases';
import { by, NOTE_STYLE } from './styles';

const item = (family: string, year: number, title: string): CslItem => ({
  type: 'book',
  title,
  author: [{ family, given: 'Ann' }],
  issued: { 'date-parts': [[year]] },
});
const ITEMS: Record<string, CslItem> = {
  a: item('Smith', 2020, 'Rivers'),
  b: item('Smith', 2020, 'Lakes'),
  c: item('Berg', 1999, 'Seas'),
  d: item('Smith', 2018, 'Brooks'),
};

const key = fc.constantFrom(...Object.keys(ITEMS), 'nobody');
const locator = fc.constantFrom('p. 3', 'chap. 4', undefined);
const cluster: fc.Arbitrary<Cluster> = fc.record({
  form: fc.constantFrom('parenthetical', 'narrative', 'year', 'nocite'),
  items: fc.array(fc.record({ key, locator }), { minLength: 1, maxLength: 2 }),
});
/** A change of one citation: of what is said of its items, or of all of it. */
const change = fc.record({ at: fc.nat(), cluster, prefix: fc.constantFrom('see', undefined), isOther: fc.boolean() });

describe('A document that is changed', () => {
  for (const style of ['apa', 'vancouver', NOTE_STYLE]) {
    it(`reads as if it were formatted anew: ${typeof style === 'string' ? style : style.name}`, async () => {
      // One document after the other, as in VS Code: what one left in an engine may not show in the next.
      const [kept, fresh] = [new Formatter(await cslData()), new Formatter(await cslData())];
      const documents = fc.array(cluster, { minLength: 3, maxLength: 4 });
      fc.assert(
        fc.property(documents, fc.array(change, { maxLength: 4 }), (first, changes) => {
          let clusters = first;
          for (const one of [undefined, ...changes]) {
            if (one) clusters = changed(clusters, one);
            const document = { items: ITEMS, clusters };
            // Another document between makes an engine forget the last one.
            fresh.document({ items: ITEMS, clusters: [] }, by(style));
            assert.deepEqual(kept.document(document, by(style)), fresh.document(document, by(style)));
          }
        }),
        { numRuns: cases(20) },
      );
    });
  }
});

function changed(clusters: readonly Cluster[], { at, cluster: other, prefix, isOther }: Change): Cluster[] {
  const place = at % clusters.length;
  return clusters.map((one, i) => {
    if (i !== place) return one;
    return isOther ? other : { ...one, items: one.items.map((each) => ({ ...each, prefix })) };
  });
}

interface Change {
  readonly at: number;
  readonly cluster: Cluster;
  readonly prefix: string | undefined;
  readonly isOther: boolean;
}
