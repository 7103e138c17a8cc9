import { meanWithin, measures } from './measures';
import { rankScene } from './ours';
import type { Scene } from './scene';

const TOP = 20;
/** So many papers are refused, step by step. */
const STEPS = [0, 1, 3, 10];

/** What it changes that papers of one subject, which is near to what the user works on, are said to be not for the user. */
export function reportLearning(name: string, seeds: readonly number[], sceneOf: (seed: number) => Scene): void {
  console.log(`\nlearning from what is refused, ${name}`);
  const scenes = seeds.map(sceneOf).filter(({ candidates }) => candidates.some(({ gain }) => gain > 0));
  for (const refused of STEPS) {
    const figures = scenes.map((scene) => {
      const ranked = rankScene({ ...scene, unwanted: scene.unwanted.slice(0, refused) });
      const list = ranked.map(({ index }) => scene.candidates[index]);
      const { ndcg } = measures(list.map(({ gain }) => gain));
      return { ndcg, like: list.slice(0, TOP).filter(({ isRefused, gain }) => isRefused && gain === 0).length };
    });
    const [ndcg, like] = [meanWithin(figures.map((one) => one.ndcg)), meanWithin(figures.map((one) => one.like))];
    console.log(
      `  ${String(refused).padStart(2)} refused: nDCG@20 ${ndcg.mean.toFixed(3)} ±${ndcg.within.toFixed(3)}, ` +
        `of the first 20 are of that subject ${like.mean.toFixed(2)} ±${like.within.toFixed(2)}`,
    );
  }
}
