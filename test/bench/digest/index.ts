import { BASELINES } from './baselines';
import { driftingScene } from './driftingScenes';
import { generatedLearning, generatedScene } from './generatedScenes';
import { reportLearning } from './learning';
import { meanWithin, type Measures, measures } from './measures';
import { rankScene } from './ours';
import { Random } from '../search/random';
import { ratedScenes, ratingTexts } from './ratings';
import type { Scene } from './scene';
import { seedLearning, seedScene } from './seedScenes';
import { measureSpeed } from './speed';

/** So many users of each kind are looked at. */
const USERS = 40;

/**
 * How well new papers are ordered, beside other ways to order them: `digest [--tuning] [--ratings FOLDER] [--no-speed]`. Users with odd
 * seeds are for tuning, those with even seeds are reported.
 */
export async function benchDigest(args: readonly string[]): Promise<void> {
  const first = args.includes('--tuning') ? 1 : 2;
  const seeds = Array.from({ length: USERS }, (_, i) => first + 2 * i);
  const folder = args.includes('--ratings') ? args[args.indexOf('--ratings') + 1] : undefined;
  report('the 278 papers, subjects as interests', seeds, seedScene);
  report('generated papers', seeds, generatedScene);
  report('generated papers of wandering interests', seeds, driftingScene);
  reportRatings(folder, seeds);
  reportLearning('the 278 papers', seeds, seedLearning);
  reportLearning('generated papers', seeds, generatedLearning);
  if (!args.includes('--no-speed')) await measureSpeed();
}

/** The users of a public set of ratings, where there is one. */
function reportRatings(folder: string | undefined, seeds: readonly number[]): void {
  const texts = folder === undefined ? undefined : ratingTexts(folder);
  const users = texts ? ratedScenes(texts) : [];
  if (users.length === 0) console.log('\nNo public ratings (--ratings FOLDER, with rated_papers.csv and papers.jsonl)');
  else {
    // Users stand in no order that matters.
    const some = seeds.filter((seed) => seed < users.length);
    report('public ratings', some, (seed) => users[seed](new Random(seed)));
  }
}

/** What one way to order papers gives for each user. */
type Results = (Measures | undefined)[];

function report(name: string, seeds: readonly number[], sceneOf: (seed: number) => Scene): void {
  const results = new Map<string, Results>();
  const add = (way: string, result: Measures | undefined) => results.set(way, [...(results.get(way) ?? []), result]);
  const bands = { likely: [0, 0], maybe: [0, 0], other: [0, 0] };
  for (const seed of seeds) {
    const scene = sceneOf(seed);
    if (scene.candidates.every(({ gain }) => gain === 0)) continue;
    for (const [way, scoring] of Object.entries(BASELINES)) {
      const scores = scoring(scene);
      add(way, scores && measures(ordered(scene, scores)));
    }
    const ranked = rankScene(scene);
    for (const { index, band } of ranked) bands[band][scene.candidates[index].gain > 0 ? 0 : 1]++;
    for (const [way, wishes] of [['ours, nothing refused', 0] as const, ['ours, ten refused', 10] as const]) {
      const asked = wishes === 0 ? { ...scene, unwanted: [] } : scene;
      add(way, measures(rankScene(asked).map(({ index }) => scene.candidates[index].gain)));
    }
  }
  console.log(`\n${name}, ${seeds.length} users`);
  for (const [way, all] of results) console.log(line(way, all, results.get('ours, ten refused')!));
  const shares = Object.entries(bands).map(([band, [good, bad]]) => `${band} ${good} of ${good + bad} wanted`);
  console.log(`  bands: ${shares.join(', ')}`);
}

function ordered({ candidates }: Scene, scores: readonly number[]): number[] {
  const order = [...candidates.keys()].sort((a, b) => scores[b] - scores[a] || a - b);
  return order.map((index) => candidates[index].gain);
}

function line(way: string, all: Results, ours: Results): string {
  const some = all.filter((one) => one !== undefined);
  if (some.length === 0) return `${way.padStart(28)}  not known of these papers`;
  const cell = (values: readonly number[]): string => {
    const { mean, within } = meanWithin(values);
    return `${mean.toFixed(3)} ±${within.toFixed(3)}`;
  };
  const better = meanWithin(all.flatMap((one, i) => (one ? [ours[i]!.ndcg - one.ndcg] : [])));
  const { mean } = meanWithin(some.map(({ ndcg }) => ndcg));
  const times = `ours ${signed((100 * better.mean) / mean)} % ±${((100 * better.within) / mean).toFixed(0)}`;
  const cells = [
    `nDCG@20 ${cell(some.map(({ ndcg }) => ndcg))}`,
    `recall@20 ${cell(some.map(({ recall }) => recall))}`,
    `MRR ${cell(some.map(({ mrr }) => mrr))}`,
  ];
  return `${way.padStart(28)}  ${cells.join('  ')}  ${times}`;
}

function signed(value: number): string {
  return (value < 0 ? '' : '+') + value.toFixed(0);
}
