import assert from 'node:assert/strict';
import { ratedScenes } from '../../../bench/digest/ratings';
import { Random } from '../../../bench/search/random';

/** So many papers, of which each third is about bees. */
const papers = Array.from({ length: 400 }, (_, i) => ({ id: `2401.${i}`, title: `${i % 3 ? 'Tides' : 'Bees'} ${i}` }));
const rated = (user: string, count: number, ratingOf: (i: number) => number) =>
  Array.from(
    { length: count },
    (_, i) => `2401.${i},${user},${ratingOf(i)},2025-01-${String((i % 28) + 1).padStart(2, '0')}`,
  );
const texts = (...ratings: readonly string[]) => ({
  ratings: ['arxiv_id,user_id,rating,time', ...ratings, ''].join('\n'),
  papers: papers.map((paper) => JSON.stringify(paper)).join('\n'),
});
const likesBees = (i: number) => (i % 3 ? -1 : 1);

describe('A public set of ratings', () => {
  it('gives a day of each user who rated enough, and liked something', () => {
    const set = texts(...rated('a', 100, likesBees), ...rated('b', 29, likesBees), ...rated('c', 60, () => -1));
    const scenes = ratedScenes(set);
    assert.equal(scenes.length, 1);
    const { library, unwanted, candidates, now } = scenes[0](new Random(1));
    assert.equal(library.length + unwanted.length, 70);
    assert.ok(library.every(({ title, used }) => title.startsWith('Bees') && used.rating === 5));
    assert.ok(unwanted.every(({ title }) => title.startsWith('Tides')));
    assert.equal(candidates.length, 300);
    const later = candidates.filter(({ gain }) => gain > 0);
    assert.ok(later.length > 0 && later.length <= 30);
    assert.ok(
      later.every(({ title }) => !library.some((own) => own.title === title)),
      'what is known is not foreseen',
    );
    assert.ok(library.every(({ addedAt }) => addedAt < now));
  });

  it('may rate papers that nobody described, at no time', () => {
    const set = texts(...rated('a', 40, likesBees).map((line) => line.replace(/[^,]*$/, '')), '9999.1,a,1,');
    const [scene] = ratedScenes(set);
    const { library, candidates } = scene(new Random(1));
    assert.ok([...library, ...candidates].every(({ title }) => title !== undefined));
    assert.deepEqual(ratedScenes(texts()), []);
  });
});
