import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus } from '../../../src/search/corpus';
import { wordsOf } from '../../../src/search/query/words';
import { relatedDocuments } from '../../../src/search/ranking/related';
import { textAnalyzer } from '../../../src/search/text/analysis';
import { mean } from './clock';
import type { QuerySet } from './knownItems';
import { NEIGHBOURS, REPORTED, SUBJECTS } from './relatedSubjects';
import { seedPapers } from './seedPapers';

const SAMPLE = join(import.meta.dirname, '../../../media/sample/library.csl.json');
const LIMIT = 10;
/** What a paper of the same subject is worth, and one of a neighbouring subject. */
const SAME = 2;
const NEAR = 1;

/** Lists the papers nearest to one, nearest first, by their places in the list. */
type Relating = (paper: number) => readonly number[];

/** How well related papers are told: the mean of nDCG@10 over the judged papers, and of how many are listed. */
export interface RelatedFigures {
  readonly name: string;
  readonly ndcg: number;
  readonly listed: number;
}

/** Our related papers beside the cosine of plain tf-idf vectors. */
export function measureRelated(set: QuerySet): RelatedFigures[] {
  const ids = (JSON.parse(readFileSync(SAMPLE, 'utf8')) as { id: string }[]).map(({ id }) => id);
  const judged = set === 'reporting' ? REPORTED : others();
  const figures = (name: string, related: Relating): RelatedFigures => {
    const lists = judged.map((id) => related(ids.indexOf(id)).slice(0, LIMIT));
    const ndcgs = lists.map((list, i) =>
      ndcg(
        list.map((paper) => gain(judged[i], ids[paper])),
        gains(judged[i]),
      ),
    );
    return { name, ndcg: mean(ndcgs), listed: mean(lists.map((list) => list.length)) };
  };
  return [figures('ours', ours()), figures('tf-idf cosine', plainCosine())];
}

function others(): string[] {
  return [...new Set(Object.values(SUBJECTS).flat())].filter((id) => !REPORTED.includes(id));
}

function ours(): Relating {
  const corpus = new Corpus();
  for (const [slot, paper] of seedPapers().entries()) corpus.put(slot, paper);
  corpus.commit();
  return (paper) => relatedDocuments(corpus, paper, LIMIT).map(({ document }) => document);
}

/** Title and abstract as counted stems, each times the logarithm of its rarity. */
function plainCosine(): Relating {
  const counts = seedPapers().map(({ title, abstract }) => {
    const stems = new Map<string, number>();
    for (const { text } of wordsOf(`${title} ${abstract}`)) {
      const stem = textAnalyzer(text);
      if (stem !== undefined) stems.set(stem, (stems.get(stem) ?? 0) + 1);
    }
    return stems;
  });
  const holders = new Map<string, number>();
  for (const stems of counts) for (const stem of stems.keys()) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const vectors = counts.map((stems) => {
    const weights = [...stems].map(([stem, n]) => [stem, n * Math.log(counts.length / holders.get(stem)!)] as const);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
  });
  return (paper) => {
    const similarities = vectors.map((vector) => {
      let sum = 0;
      for (const [stem, weight] of vectors[paper]) sum += weight * (vector.get(stem) ?? 0);
      return sum;
    });
    const order = [...vectors.keys()].filter((other) => other !== paper);
    return order.sort((a, b) => similarities[b] - similarities[a]);
  };
}

function subjectsOf(id: string): string[] {
  return Object.keys(SUBJECTS).filter((subject) => SUBJECTS[subject].includes(id));
}

function gain(paper: string, other: string): number {
  const [subjects, ofOther] = [subjectsOf(paper), subjectsOf(other)];
  if (subjects.some((subject) => ofOther.includes(subject))) return SAME;
  const near = NEIGHBOURS.some(
    ([a, b]) => (subjects.includes(a) && ofOther.includes(b)) || (subjects.includes(b) && ofOther.includes(a)),
  );
  return near ? NEAR : 0;
}

/** The gains of all other papers, best first. */
function gains(paper: string): number[] {
  const papers = [...new Set(Object.values(SUBJECTS).flat())].filter((id) => id !== paper);
  return papers.map((other) => gain(paper, other)).sort((a, b) => b - a);
}

/** Normalized discounted cumulative gain (Järvelin and Kekäläinen, 2002). */
function ndcg(list: readonly number[], ideal: readonly number[]): number {
  const dcg = (values: readonly number[]): number =>
    values.slice(0, LIMIT).reduce((sum, value, rank) => sum + value / Math.log2(rank + 2), 0);
  return dcg(list) / dcg(ideal);
}
