import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../../../src/search/contract';
import type { RankablePaper } from '../../../src/search/digest/contract';
import { Random } from '../search/random';
import { NEIGHBOURS, SUBJECTS } from '../search/relatedSubjects';
import { seedPapers } from '../search/seedPapers';
import { NOW, type OwnPaper, type Scene } from './scene';
import { FORMER, PUT_THERE, usage, WORKED_ON } from './uses';

const SAMPLE = join(import.meta.dirname, '../../../media/sample/library.csl.json');
/** Somebody works on so many subjects at most. */
const MOST_SUBJECTS = 3;
/** A subject has so many papers that half of them are left to be found. */
const LEAST_PAPERS = 7;
/** So many users have worked on something else before. */
const FORMERLY = 0.4;
const NOT_FOR_ME = 10;

/**
 * A user of the 278 papers: works on some subjects, half of whose papers are in the library and half to be found; all other papers are
 * not wanted. The library also has papers of other subjects that were put there once, and perhaps those of a former subject.
 */
export function seedScene(seed: number): Scene {
  const random = new Random(seed * 7919);
  const papers = papersBySample();
  const subjects = Object.keys(SUBJECTS).filter((subject) => SUBJECTS[subject].length >= LEAST_PAPERS);
  const worked = random.sample(subjects, 1 + random.below(MOST_SUBJECTS));
  const wanted = new Set(worked.flatMap((subject) => SUBJECTS[subject]));
  const former = random.chance(FORMERLY) ? random.pick(subjects.filter((subject) => !worked.includes(subject))) : '';
  const formerly = (SUBJECTS[former] ?? []).filter((id) => !wanted.has(id));
  const own = random.sample([...wanted], Math.ceil(wanted.size / 2));
  const rest = [...papers.keys()].filter((id) => !wanted.has(id) && !formerly.includes(id));
  const put = random.sample(rest, Math.floor(own.length * (0.5 + random.next())));
  const formerOwn = random.sample(formerly, Math.ceil(formerly.length / 2));
  const library: OwnPaper[] = [
    ...own.map((id) => ({ ...papers.get(id)!, ...usage(id, WORKED_ON, random) })),
    ...put.map((id) => ({ ...papers.get(id)!, ...usage(id, PUT_THERE, random) })),
    ...formerOwn.map((id) => ({ ...papers.get(id)!, ...usage(id, FORMER, random) })),
  ];
  const inLibrary = new Set(library.map(({ used }) => used.id));
  const left = [...papers.keys()].filter((id) => !inLibrary.has(id));
  // What somebody says no to was shown: half of it is near to what is worked on.
  const near = NEIGHBOURS.flatMap(([a, b]) => (worked.includes(a) ? [b] : worked.includes(b) ? [a] : []));
  const nearPapers = new Set(near.flatMap((subject) => SUBJECTS[subject]));
  const others = left.filter((id) => !wanted.has(id));
  const refused = random.sample(
    others.filter((id) => nearPapers.has(id)),
    NOT_FOR_ME / 2,
  );
  const more = random.sample(
    others.filter((id) => !refused.includes(id)),
    NOT_FOR_ME - refused.length,
  );
  const unwanted = [...refused, ...more];
  const candidates = random.sample(
    left.filter((id) => !unwanted.includes(id)),
    left.length,
  );
  return {
    now: NOW,
    library: random.sample(library, library.length),
    unwanted: unwanted.map((id) => papers.get(id)!),
    candidates: candidates.map((id) => ({ ...papers.get(id)!, gain: wanted.has(id) ? 1 : 0 })),
  };
}

/**
 * A user who works on one subject, has half of its papers, and said no to ten papers at most of a subject beside it, of which others are
 * among the candidates.
 */
export function seedLearning(seed: number): Scene {
  const random = new Random(seed * 7919);
  const papers = papersBySample();
  const pair = random.pick(NEIGHBOURS);
  const [worked, beside] = random.sample(pair, 2);
  const wanted = SUBJECTS[worked];
  const others = SUBJECTS[beside].filter((id) => !wanted.includes(id));
  const own = random.sample(wanted, Math.ceil(wanted.length / 2));
  const refused = random.sample(others, Math.min(NOT_FOR_ME, Math.ceil(others.length / 2)));
  const gone = new Set([...own, ...refused]);
  const candidates = random.sample([...papers.keys()], papers.size).filter((id) => !gone.has(id));
  return {
    now: NOW,
    library: own.map((id) => ({ ...papers.get(id)!, ...usage(id, WORKED_ON, random) })),
    unwanted: refused.map((id) => papers.get(id)!),
    candidates: candidates.map((id) => {
      return { ...papers.get(id)!, gain: wanted.includes(id) ? 1 : 0, isRefused: others.includes(id) };
    }),
  };
}

let known: Map<string, RankablePaper> | undefined;

/** The papers by their ids in the sample library, which has the same order. */
function papersBySample(): Map<string, RankablePaper> {
  if (known) return known;
  const ids = (JSON.parse(readFileSync(SAMPLE, 'utf8')) as { id: string }[]).map(({ id }) => id);
  known = new Map(seedPapers().map((paper, i) => [ids[i], rankable(paper)]));
  return known;
}

function rankable({ title, abstract, authors, year, keywords }: SearchDocument): RankablePaper {
  return { title, abstract, authors, keywords, date: year?.toString() };
}
