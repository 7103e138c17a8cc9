import type { RankablePaper } from '../../../src/search/digest/contract';
import { wordsOf } from '../../../src/search/query/words';
import { textAnalyzer } from '../../../src/search/text/analysis';
import { Random } from '../search/random';
import type { OwnPaper, Scene } from './scene';

/** Gives each candidate of a scene a score; undefined where its data do not allow it. */
export type Scoring = (scene: Scene) => readonly number[] | undefined;

/** Other ways to order new papers. None of them knows what was done with a paper, except where it says so. */
export const BASELINES: Readonly<Record<string, Scoring>> = {
  random: ({ candidates }) => {
    const random = new Random(candidates.length);
    return candidates.map(() => random.next());
  },
  newest: ({ candidates }) => {
    const dates = candidates.map(({ date }) => (date === undefined ? NaN : Date.parse(date)));
    return new Set(dates.filter((date) => !Number.isNaN(date))).size < 2 ? undefined : dates.map((date) => date || 0);
  },
  upvotes: ({ candidates }) =>
    candidates.some(({ upvotes }) => upvotes) ? candidates.map(({ upvotes }) => upvotes ?? 0) : undefined,
  'mean tf-idf': (scene) => scores(scene, scene.library, () => 1),
  'mean tf-idf of used': (scene) => scores(scene, used(scene.library), () => 1),
  'nearest neighbour': (scene) => nearest(scene, scene.library),
  'nearest neighbour of used': (scene) => nearest(scene, used(scene.library)),
  // zotero-arxiv-daily: all papers with an abstract, the latest first, weigh 1 / (1 + log10(rank)).
  'recency-weighted': (scene) => {
    const latest = [...scene.library].sort((a, b) => b.addedAt - a.addedAt);
    return scores(
      scene,
      latest.filter(({ abstract }) => abstract),
      (rank) => 1 / (1 + Math.log10(rank + 1)),
    );
  },
};

function used(library: readonly OwnPaper[]): readonly OwnPaper[] {
  return library.filter(({ used: { cited, hasNote, status } }) => cited > 0 || hasNote || status !== undefined);
}

/** The mean similarity of each candidate to papers, by their weights. */
function scores(scene: Scene, papers: readonly OwnPaper[], weight: (rank: number) => number): number[] {
  const { candidates, library } = vectorsOf(scene);
  const weights = papers.map((_, rank) => weight(rank));
  const all = weights.reduce((sum, one) => sum + one, 0);
  // The mean of products is the product with the mean.
  const mean = new Map<string, number>();
  for (const [i, paper] of papers.entries()) {
    for (const [stem, value] of library.get(paper)!) {
      mean.set(stem, (mean.get(stem) ?? 0) + (weights[i] / all) * value);
    }
  }
  return candidates.map((candidate) => cosine(candidate, mean));
}

function nearest(scene: Scene, papers: readonly OwnPaper[]): number[] {
  const { candidates, library } = vectorsOf(scene);
  const holders = new Map<string, [paper: number, weight: number][]>();
  for (const [i, paper] of papers.entries()) {
    for (const [stem, weight] of library.get(paper)!) {
      const all = holders.get(stem);
      if (all) all.push([i, weight]);
      else holders.set(stem, [[i, weight]]);
    }
  }
  return candidates.map((candidate) => {
    const sums = new Float64Array(papers.length);
    for (const [stem, weight] of candidate) {
      for (const [i, other] of holders.get(stem) ?? []) sums[i] += weight * other;
    }
    return Math.max(0, ...sums);
  });
}

type Vector = ReadonlyMap<string, number>;

interface SceneVectors {
  readonly candidates: readonly Vector[];
  readonly library: ReadonlyMap<OwnPaper, Vector>;
}

const known = new WeakMap<Scene, SceneVectors>();

/** Title and abstract as counted stems, each times the logarithm of its rarity among all papers, of length 1. */
function vectorsOf(scene: Scene): SceneVectors {
  const before = known.get(scene);
  if (before) return before;
  const texts: RankablePaper[] = [...scene.library, ...scene.candidates];
  const counts = texts.map(countsOf);
  const holders = new Map<string, number>();
  for (const stems of counts) for (const stem of stems.keys()) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const vectors = counts.map((stems) => {
    const weights = [...stems].map(([stem, n]) => [stem, n * Math.log(counts.length / holders.get(stem)!)] as const);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
  });
  const library = new Map(scene.library.map((paper, i) => [paper, vectors[i]]));
  const made = { library, candidates: vectors.slice(scene.library.length) };
  known.set(scene, made);
  return made;
}

function countsOf({ title, abstract }: RankablePaper): Map<string, number> {
  const stems = new Map<string, number>();
  for (const { text } of wordsOf(`${title} ${abstract ?? ''}`)) {
    const stem = textAnalyzer(text);
    if (stem !== undefined) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  return stems;
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [stem, weight] of a) sum += weight * (b.get(stem) ?? 0);
  return sum;
}
