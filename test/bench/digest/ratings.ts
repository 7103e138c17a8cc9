import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RankablePaper } from '../../../src/search/digest/contract';
import type { Random } from '../search/random';
import { DAY, type OwnPaper, type Scene } from './scene';

const CANDIDATES = 300;
/** A user with fewer ratings than this tells nothing. */
const LEAST_RATINGS = 30;
/** So much of what a user rated, by time, is what is known of the user. */
const KNOWN = 0.7;

interface Rating {
  readonly paper: string;
  readonly rating: number;
  readonly time: number;
}

/** What a public set of ratings has in its files. */
export interface RatingTexts {
  /** `rated_papers.csv`, as that of Scholar Inbox: a header, then `arxiv_id,user_id,rating,time` a line, 1 for what is liked, else -1. */
  readonly ratings: string;
  /** `papers.jsonl`: one object a line with `id` (or `arxiv_id`), `title` and `abstract`, as arXiv has them. */
  readonly papers: string;
}

/** The texts of a folder with such a set; undefined where it has none. */
export function ratingTexts(folder: string): RatingTexts | undefined {
  const [ratings, papers] = ['rated_papers.csv', 'papers.jsonl'].map((name) => join(folder, name));
  if (!existsSync(ratings) || !existsSync(papers)) return undefined;
  return { ratings: readFileSync(ratings, 'utf8'), papers: readFileSync(papers, 'utf8') };
}

/**
 * Users of a public set of ratings, each as one day: the later ratings are to be foreseen from the earlier ones, among papers that others
 * rated. Users who rated little, or liked nothing, are left out.
 */
export function ratedScenes({ ratings, papers: stated }: RatingTexts): ((random: Random) => Scene)[] {
  const papers = readPapers(stated);
  const users = [...readRatings(ratings, papers).values()].filter(
    (all) => all.length >= LEAST_RATINGS && all.some(({ rating }) => rating > 0),
  );
  return users.map((all) => (random) => sceneOf(all, papers, random));
}

function sceneOf(all: readonly Rating[], papers: ReadonlyMap<string, RankablePaper>, random: Random): Scene {
  const ratings = [...all].sort((a, b) => a.time - b.time);
  const cut = Math.floor(ratings.length * KNOWN);
  const [before, after] = [ratings.slice(0, cut), ratings.slice(cut)];
  const rated = new Set(ratings.map(({ paper }) => paper));
  const others = random.sample(
    [...papers.keys()].filter((id) => !rated.has(id)),
    Math.max(0, CANDIDATES - after.length),
  );
  const now = after[0].time;
  const library = before
    .filter(({ rating }) => rating > 0)
    .map(({ paper, time }): OwnPaper => {
      const used = { id: paper, cited: 0, hasNote: false, rating: 5, usedAt: time };
      return { ...papers.get(paper)!, used, addedAt: time };
    });
  return {
    now: Math.max(now, before.at(-1)?.time ?? now) + DAY,
    library,
    unwanted: before.filter(({ rating }) => rating < 0).map(({ paper }) => papers.get(paper)!),
    candidates: [
      ...after.map(({ paper, rating }) => ({ ...papers.get(paper)!, gain: rating > 0 ? 1 : 0 })),
      ...others.map((id) => ({ ...papers.get(id)!, gain: 0 })),
    ],
  };
}

function readPapers(text: string): Map<string, RankablePaper> {
  const papers = new Map<string, RankablePaper>();
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const one = JSON.parse(line) as { id?: string; arxiv_id?: string; title: string; abstract?: string };
    papers.set(String(one.id ?? one.arxiv_id), { title: one.title, abstract: one.abstract });
  }
  return papers;
}

function readRatings(text: string, papers: ReadonlyMap<string, RankablePaper>): Map<string, Rating[]> {
  const [header, ...lines] = text.split(/\r?\n/);
  const names = header.split(',');
  const column = (name: string): number => names.indexOf(name);
  const users = new Map<string, Rating[]>();
  for (const line of lines) {
    const cells = line.split(',');
    const paper = cells[column('arxiv_id')];
    if (paper === undefined || !papers.has(paper)) continue;
    const [user, rating] = [cells[column('user_id')], Number(cells[column('rating')])];
    const time = Number(cells[column('time')]) || Date.parse(cells[column('time')]) || 0;
    const known = users.get(user);
    if (known) known.push({ paper, rating, time });
    else users.set(user, [{ paper, rating, time }]);
  }
  return users;
}
