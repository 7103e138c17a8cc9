import assert from 'node:assert/strict';
import type { RankablePaper } from '../../../../src/search/digest/contract';
import { rankPapers } from '../../../../src/search/digest/rank';
import type { RankReply, RankRequest } from '../../../../src/search/protocol';
import { corpusWith, paper } from '../papers';

const BEES = ['Honey bees and meadows', 'Nectar foraging of honey bees', 'Bees, hives and pollen'];
const TIDES = ['Tidal currents in narrow bays', 'Currents of the tide', 'Narrow bays and tidal flats'];

/** Papers that a user cited, and a paper that is merely listed. */
const library = [...BEES.map((title, i) => paper(`bees${i}`, title)), paper('dough', 'Sourdough')];

describe('the ranking of new papers', () => {
  const corpus = corpusWith(...library);

  const rank = (candidates: readonly RankablePaper[], more: Partial<RankRequest> = {}): RankReply => {
    const interests = { slots: Uint32Array.of(0, 1, 2), weights: Float32Array.of(4, 4, 4) };
    return rankPapers(corpus, { candidates, interests, ...more });
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

  it('does not depend on the order of candidates or interests', () => {
    const titles = [...TIDES, ...BEES.map((title) => `${title} again`), 'Sourdough in hives', 'Meadows', 'Pollen'];
    const order = (list: readonly string[], ranked: RankReply) => ranked.map(({ index }) => list[index]);
    const ranked = rank(titles.map((title) => ({ title })));
    const reversed = titles.toReversed();
    const interests = { slots: Uint32Array.of(2, 1, 0), weights: Float32Array.of(4, 4, 4) };
    const other = rank(
      reversed.map((title) => ({ title })),
      { interests },
    );
    assert.deepEqual(
      new Map(order(titles, ranked).map((title, i) => [title, ranked[i].score])),
      new Map(order(reversed, other).map((title, i) => [title, other[i].score])),
    );
  });

  it('names papers that really are the nearest, and words that stand in the paper', () => {
    const subjects = ['honey bees', 'nectar foraging', 'pollen hives', 'tidal bays'];
    const candidates = subjects.map((subject) => ({
      title: `On ${subject}`,
      abstract: `What ${subject} do in spring.`,
    }));
    for (const { index, reasons } of rank(candidates)) {
      for (const reason of reasons) {
        const text = `${candidates[index].title} ${candidates[index].abstract}`.toLowerCase();
        if (reason.kind === 'words') for (const word of reason.words) assert.ok(text.includes(word), word);
        if (reason.kind !== 'like') continue;
        const shared = (title: string) =>
          subjects[index].split(' ').filter((word) => title.toLowerCase().includes(word)).length;
        const most = Math.max(...library.map(({ title }) => shared(title)));
        assert.equal(shared(library[reason.slots[0]].title), most, subjects[index]);
      }
    }
  });

  it('puts followed authors first, muted words last, and says why', () => {
    const ranked = rank(
      [
        { title: 'Honey bees and meadows' },
        { title: 'Volcanoes', authors: ['Ada Lovelace', 'Kaiming He'] },
        { title: 'Geysers', authors: ['K. He'] },
        { title: 'Comets', authors: ['Xin He', 'Hekaiming'] },
        { title: 'Nectar foraging of bees by survey' },
        { title: 'A state space of springs', keywords: ['physics.geo'] },
      ],
      {
        followed: { authors: ['He, Kaiming'], words: ['state spaces', 'physics.geo'] },
        muted: { words: ['surveys'] },
      },
    );
    assert.deepEqual(
      ranked.slice(0, 2).map(({ index }) => index),
      [1, 2],
    );
    assert.deepEqual(reasonsOf(ranked, 2)[0], { kind: 'followed-author', name: 'He, Kaiming' });
    assert.equal(of(ranked, 1).band, 'likely');
    assert.ok(reasonsOf(ranked, 3).every(({ kind }) => kind !== 'followed-author'));
    assert.deepEqual(reasonsOf(ranked, 5).slice(0, 2), [
      { kind: 'followed-word', word: 'state spaces' },
      { kind: 'followed-word', word: 'physics.geo' },
    ]);
    assert.equal(of(ranked, 5).band, 'maybe');
    assert.equal(ranked.at(-1)!.index, 4);
    assert.deepEqual(reasonsOf(ranked, 4), [{ kind: 'muted', what: 'surveys' }]);
  });

  it('goes by upvotes and followed words where few papers tell anything, and says so', () => {
    const candidates = [{ title: 'Comets', upvotes: 1 }, { title: 'Volcanoes', upvotes: 90 }, { title: 'Geysers' }];
    const ranked = rank(candidates, { followed: { words: ['geyser'] } });
    assert.deepEqual(
      ranked.map(({ index }) => index),
      [2, 1, 0],
    );
    assert.deepEqual(reasonsOf(ranked, 1), [{ kind: 'little-known', upvotes: 90 }]);
    assert.deepEqual(reasonsOf(ranked, 2).at(-1), { kind: 'little-known' });
  });

  it('works with a library of five papers, cited or not, and says that these tell little', () => {
    const five = corpusWith(...['Honey', 'Pollen', 'Hives', 'Meadows', 'Wax'].map((title, i) => paper(`p${i}`, title)));
    const candidates = [{ title: 'Comets', upvotes: 40 }, { title: 'Pollen', upvotes: 0 }, { title: 'Geysers' }];
    for (const weight of [0, 4]) {
      const interests = { slots: Uint32Array.of(0, 1, 2, 3, 4), weights: new Float32Array(5).fill(weight) };
      const all = weight === 0 ? { slots: new Uint32Array(), weights: new Float32Array() } : interests;
      const ranked = rankPapers(five, { candidates, interests: all, followed: { words: ['geysers'] } });
      assert.equal(ranked[0].index, 2, 'what is followed stands first');
      assert.ok(
        scoreOf(ranked, 0) > scoreOf(rankPapers(five, { candidates: [{ title: 'Comets' }], interests: all }), 0),
      );
      assert.ok(ranked.every(({ reasons }) => reasons.at(-1)?.kind === 'little-known'));
      assert.deepEqual(reasonsOf(ranked, 0).at(-1), { kind: 'little-known', upvotes: 40 });
    }
    const empty = rankPapers(corpusWith(), {
      candidates,
      interests: { slots: new Uint32Array(), weights: new Float32Array() },
    });
    assert.deepEqual(
      empty.map(({ index }) => index),
      [0, 1, 2],
    );
  });

  it('does not let a paper that is to tell nothing tell anything', () => {
    const interests = { slots: Uint32Array.of(0, 1, 2, 3), weights: Float32Array.of(0, 0, 0, 0) };
    const ranked = rank([{ title: 'Honey bees' }, { title: 'Sourdough' }], { interests });
    assert.ok(ranked.every(({ reasons }) => reasons.every(({ kind }) => kind === 'little-known')));
  });
});

const of = (ranked: RankReply, index: number) => ranked.find((paper) => paper.index === index)!;
const scoreOf = (ranked: RankReply, index: number) => of(ranked, index).score;
const reasonsOf = (ranked: RankReply, index: number) => of(ranked, index).reasons;
