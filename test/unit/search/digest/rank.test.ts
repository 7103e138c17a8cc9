import assert from 'node:assert/strict';
import type { RankablePaper } from '../../../../src/search/digest/contract';
import type { RankReply, RankRequest } from '../../../../src/search/protocol';
import { engineWith, paper, type TestEngine } from '../papers';

const BEES = ['Honey bees and meadows', 'Nectar foraging of honey bees', 'Bees, hives and pollen'];
const TIDES = ['Tidal currents in narrow bays', 'Currents of the tide', 'Narrow bays and tidal flats'];

/** Papers that a user cited, and a paper that is merely listed. */
const library = [...BEES.map((title, i) => paper(`bees${i}`, title)), paper('dough', 'Sourdough')];

describe('the ranking of new papers', () => {
  let engine: TestEngine;
  before(async () => void (engine = await engineWith(...library)));

  const rank = (candidates: readonly RankablePaper[], more: Partial<RankRequest> = {}): RankReply => {
    const interests = { slots: Uint32Array.of(0, 1, 2), weights: Float32Array.of(4, 4, 4) };
    return engine.rank({ candidates, interests, ...more });
  };

  it('puts what is like the papers of the user first, and names the nearest', () => {
    const ranked = rank([...TIDES, 'Pollen in hives of bees'].map((title) => ({ title })));
    assert.equal(ranked[0].index, 3);
    assert.deepEqual(ranked.map(({ index }) => index).sort(), [0, 1, 2, 3]);
    const [reason] = ranked[0].reasons;
    assert.ok(reason.kind === 'like' && reason.slots[0] === 2);
  });

  it('puts what is like an unwanted paper lower than it was, and says so', () => {
    const candidates = [{ title: 'Honey bees at dawn' }, { title: 'Nectar at dawn' }, { title: 'Sea ice at dawn' }];
    const before = rank(candidates);
    const after = rank(candidates, { unwanted: [{ title: 'Honey bees at dawn and dusk' }] });
    const lead = (ranked: RankReply) => scoreOf(ranked, 0) - scoreOf(ranked, 1);
    assert.ok(lead(after) < lead(before));
    assert.deepEqual(reasonsOf(after, 0)[0], { kind: 'unlike', unwanted: 0 });
    assert.ok(reasonsOf(before, 0).every(({ kind }) => kind !== 'unlike'));
  });
});

const of = (ranked: RankReply, index: number) => ranked.find((paper) => paper.index === index)!;
const scoreOf = (ranked: RankReply, index: number) => of(ranked, index).score;
const reasonsOf = (ranked: RankReply, index: number) => of(ranked, index).reasons;
