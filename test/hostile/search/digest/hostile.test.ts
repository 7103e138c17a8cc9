import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RankablePaper } from '../../../../src/search/digest/contract';
import { rankPapers } from '../../../../src/search/digest/rank';
import { rankRequest } from '../../../../src/search/digest/wire';
import type { RankReply, RankRequest } from '../../../../src/search/protocol';
import { SlotTable } from '../../../../src/search/slots';
import { cases } from '../../../unit/support/cases';
import { corpusWith, paper } from '../../../unit/search/papers';

const SUBJECTS = ['honey bees', 'tidal currents', 'graph kernels', 'glacier melt'];
const library = SUBJECTS.flatMap((subject, i) =>
  Array.from({ length: 3 }, (_, n) =>
    paper(`p${i}${n}`, `${subject} ${n}`, { abstract: `We study ${subject} at length.` }),
  ),
);
const interests = { slots: Uint32Array.of(0, 1, 2, 3), weights: Float32Array.of(4, 2, 1, -1) };

describe('the ranking of whatever comes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ...SUBJECTS, 'the of and', '\u0000\ud800'),
  );
  const papers = fc.array(
    fc.record(
      {
        title: text,
        abstract: text,
        authors: fc.array(text, { maxLength: 3 }),
        keywords: fc.array(text, { maxLength: 3 }),
        upvotes: fc.oneof(fc.integer(), fc.constantFrom(NaN, Infinity, -1)),
        date: text,
      },
      { requiredKeys: ['title'] },
    ),
    { maxLength: 12 },
  );

  it('has each paper once, with scores that descend, and is the same each time', () => {
    const corpus = corpusWith(...library);
    fc.assert(
      fc.property(papers, papers, fc.array(text, { maxLength: 3 }), (candidates, unwanted, chosen) => {
        const choice = { authors: chosen, words: chosen };
        const request: RankRequest = {
          candidates,
          unwanted,
          interests,
          followed: choice,
          muted: { words: chosen.slice(1) },
        };
        const ranked = rankPapers(corpus, request);
        assert.deepEqual(
          ranked.map(({ index }) => index).sort((a, b) => a - b),
          candidates.map((_, index) => index),
        );
        const scores = ranked.map(({ score }) => score);
        assert.ok(scores.every(Number.isFinite));
        assert.deepEqual(
          [...scores].sort((a, b) => b - a),
          scores,
        );
        assert.deepEqual(rankPapers(corpus, request), ranked);
      }),
      { numRuns: cases(200) },
    );
  });

  it('takes five thousand papers and an abstract of a book', () => {
    const corpus = corpusWith(...library);
    const many: RankablePaper[] = Array.from({ length: 5000 }, (_, i) => ({ title: `${SUBJECTS[i % 4]} ${i}` }));
    many.push({
      title: 'x'.repeat(1e6),
      abstract: 'honey bees '.repeat(200_000),
      authors: Array<string>(10_000).fill('A'),
    });
    const request = rankRequest(many, { interests: [] }, new SlotTable());
    assert.ok(JSON.stringify(request.candidates.at(-1)).length < 10_000, 'no more is sent than tells');
    assert.equal(rankPapers(corpus, { ...request, interests }).length, 5001);
  });

  it('works without any paper', () => {
    const empty = { slots: new Uint32Array(), weights: new Float32Array() };
    assert.equal(rankPapers(corpusWith(), { candidates: [{ title: 'Alone' }], interests: empty })[0].band, 'other');
    assert.deepEqual(rankPapers(corpusWith(...library), { candidates: [], interests }), [] satisfies RankReply);
  });
});
