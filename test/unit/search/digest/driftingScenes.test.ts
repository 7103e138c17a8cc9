import assert from 'node:assert/strict';
import { driftingScene } from '../../../bench/digest/driftingScenes';

describe('A simulated user whose interests wander', () => {
  let scene: ReturnType<typeof driftingScene>;
  before(() => (scene = driftingScene(1, { months: 6, newOnes: 100 })));

  it('is the same for the same seed, and another one for another', () => {
    const small = (seed: number) => driftingScene(seed, { months: 1, newOnes: 5 });
    const one = small(1);
    assert.deepEqual(small(1), one);
    assert.notDeepEqual(small(2).candidates, one.candidates);
  });

  it('wants few of the papers, some of them more than others', () => {
    const gains = new Map<number, number>();
    for (const { gain } of scene.candidates) gains.set(gain, (gains.get(gain) ?? 0) + 1);
    assert.deepEqual([...gains.keys()].sort(), [0, 1, 2]);
    assert.ok(gains.get(0)! > 0.75 * scene.candidates.length);
  });

  it('did everything with papers after they came, and before today', () => {
    const used = scene.library.flatMap(({ used, addedAt }) =>
      used.usedAt === undefined ? [] : [[addedAt, used.usedAt]],
    );
    assert.ok(used.length > 0 && used.length < scene.library.length);
    assert.ok(used.every(([addedAt, usedAt]) => addedAt <= usedAt && usedAt <= scene.now));
  });

  it('said no to papers that are not among the new ones', () => {
    assert.equal(scene.unwanted.length, 10);
    const titles = new Set(scene.candidates.map(({ title }) => title));
    assert.ok(scene.unwanted.every(({ title }) => !titles.has(title)));
  });
});
