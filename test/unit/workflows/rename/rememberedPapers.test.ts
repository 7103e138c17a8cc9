import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/library/model/entry';
import { MovedKeys } from '../../../../src/workflows/rename/movedKeys';
import {
  type CitedNow,
  papersToRemember,
  type RememberedPaper,
  rememberedIn,
  vanishedPapers,
} from '../../../../src/workflows/rename/rememberedPapers';
import { entry } from '../entries';

const TITLE = 'A Long Enough Title';
const OLD = entry({ citekey: 'old2020', title: TITLE, year: 2020, authors: [{ family: 'Doe' }] });
const NEW = { ...OLD, citekey: 'new2020' };
const OTHER = entry({ citekey: 'other', title: 'Something Else Altogether', doi: '10.1/b' });

/** What is cited, where the library has these entries. */
const cited = (keys: readonly string[], entries: readonly Entry[], told: readonly string[] = []): CitedNow => ({
  keys: () => keys,
  paperOf: (key) => entries.find(({ citekey, aliases }) => citekey === key || aliases.includes(key)),
  isKnown: (key) => entries.some(({ citekey }) => citekey === key),
  isTold: (key) => told.includes(key),
});
const remembered = (keys: readonly string[], entries: readonly Entry[]) => papersToRemember([], cited(keys, entries));
const keysOf = (papers: readonly RememberedPaper[]) => papers.map(({ citekey }) => citekey);

describe('Cited papers between two sessions', () => {
  it('are remembered by what tells them', async () => {
    assert.deepEqual(await remembered(['other', 'old2020', 'nobody'], [OLD, OTHER, entry({ citekey: 'uncited' })]), [
      { citekey: 'old2020', title: TITLE, year: 2020, author: 'Doe' },
      { citekey: 'other', title: OTHER.title, doi: '10.1/b' },
    ]);
  });

  it('are found under the keys that they have now', async () => {
    const before = await remembered(['old2020', 'other'], [OLD, OTHER]);
    const entries = [OTHER, NEW];
    const { removed, added } = await vanishedPapers(before, cited(['old2020', 'other'], entries), entries);
    assert.deepEqual(new MovedKeys().take(removed, added), [{ from: 'old2020', to: 'new2020' }]);
  });

  it('are not looked for where nobody cites them, or their keys are still there', async () => {
    const before = await remembered(['old2020'], [OLD]);
    assert.deepEqual((await vanishedPapers(before, cited([], [NEW]), [NEW])).removed, []);
    assert.deepEqual((await vanishedPapers(before, cited(['old2020'], [OLD, NEW]), [OLD, NEW])).removed, []);
  });

  it('stay remembered as they were while they are gone and cited, and that the user was told', async () => {
    const before = await remembered(['old2020', 'other'], [OLD, OTHER]);
    const now = await papersToRemember(before, cited(['old2020'], [NEW], ['old2020']));
    assert.deepEqual(now, [{ ...before[0], isTold: true }]);
    assert.deepEqual(keysOf(await papersToRemember(now, cited(['new2020'], [NEW]))), ['new2020']);
    assert.deepEqual(await papersToRemember(now, cited(['old2020'], [OLD])), [before[0]]);
  });

  it('are read from a file that may hold anything', () => {
    assert.deepEqual(rememberedIn([{ citekey: 'a', title: 'T', year: 3 }, null, 3, { citekey: 'b' }]), [
      { citekey: 'a', title: 'T', year: 3 },
    ]);
    for (const value of [undefined, null, 'text', {}, [{ citekey: 'a', title: 'T', doi: 3 }]])
      assert.deepEqual(rememberedIn(value), []);
  });
});
