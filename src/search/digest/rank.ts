import type { Corpus } from '../corpus';
import type { RankReply, RankRequest, SlotReason } from '../protocol';
import { bandLimits, bandOf } from './bands';
import { type Chosen, ChoiceFinder } from './choices';
import { type Band, NEAREST_TOLD, type RankablePaper } from './contract';
import { NearestPapers } from './nearest';
import { profileOf, type ProfilePaper } from './profile';
import { raritiesAmong } from './rarities';
import { sharedWords } from './sharedWords';
import { type PaperTerms, type PaperText, TermReader } from './terms';
import { normalized, product, squareOf, type TermVector, vectorOf, weightedSum } from './vectors';

/** What all candidates have in common says nothing: so much of it is taken off what the user works on … */
const COMMON = 0.45;
/** … and so much of what the user does not want; half of it where that is told by so many papers. */
const UNWANTED = 0.3;
const HALF_SURE = 1;
/** More papers that are not wanted are not looked at: the latest count. */
const MOST_UNWANTED = 500;
/** So many of them also tell which words go together. */
const PAIRS_UNWANTED = 50;
/** Fewer papers do not tell what a user works on. */
const LITTLE_KNOWN = 8;
/** Own papers less near than this are not told. */
const LEAST_LIKENESS = 0.08;
/** What somebody whom the user follows adds, and what a word does. */
const FOLLOWED_AUTHOR = 1;
const FOLLOWED_WORD = 0.15;
/** Where little is known: what a followed word adds, and the upvotes of the candidate that has most of them. */
const WORD_ALONE = 0.5;
const UPVOTES_ALONE = 0.2;
const MUTED = -10;
/** So many own papers tell how well a paper must fit. */
const JUDGED = 100;
/** So many papers are told with what they are like; nobody reads on so far down. */
const EXPLAINED = 200;
/** So many candidates are read between two pauses. */
const READ_AT_ONCE = 200;
/** Scores that differ by less are the same. */
const PRECISION = 1e9;

type Placed = RankReply[number];

/** Papers in the order in which they matter to a user: Rocchio's method (1971) over the words and pairs of words of papers. */
export function rankPapers(corpus: Corpus, request: RankRequest): RankReply {
  const steps = rankingSteps(corpus, request);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, between which other things may be done with the papers; those that they were at the start are ranked by. */
export function* rankingSteps(corpus: Corpus, request: RankRequest): Generator<void, RankReply> {
  const { index } = corpus;
  const reader = new TermReader(index);
  const profile = profileOf(corpus, request.interests, reader);
  const unwanted = (request.unwanted ?? []).slice(-MOST_UNWANTED);
  const refused = unwanted.map((paper, place) => reader.read(textOf(paper), place >= unwanted.length - PAIRS_UNWANTED));
  const read: PaperTerms[] = [];
  for (const paper of request.candidates) {
    if (read.length % READ_AT_ONCE === 0) yield;
    read.push(reader.read(textOf(paper), false));
  }
  yield;
  const followed = new ChoiceFinder(request.followed ?? {}, reader);
  const muted = new ChoiceFinder(request.muted ?? {}, reader);
  const rarities = raritiesAmong(read, reader, index.statistics.documents);
  const vectors = read.map((paper) => vectorOf(paper, rarities));
  yield;
  const model = new Model(profile, refused, vectors, rarities);
  const places = (request.unwanted ?? []).length - unwanted.length;
  const isLittleKnown = profile.length < LITTLE_KNOWN;
  const mostUpvotes = request.candidates.reduce((most, { upvotes }) => Math.max(most, upvotesOf(upvotes)), 0);
  yield;
  const placed = request.candidates.map((paper, place): Placed => {
    const fit = model.score(vectors[place]);
    const shun = muted.in(paper, read[place]);
    const [what] = [...shun.authors, ...shun.words];
    if (what !== undefined) {
      const reasons: SlotReason[] = [{ kind: 'muted', what }];
      return { index: place, score: rounded(fit + MUTED), band: 'other', reasons };
    }
    const chosen = followed.in(paper, read[place]);
    let score = fit + (chosen.authors.length > 0 ? FOLLOWED_AUTHOR : 0);
    score += (isLittleKnown ? WORD_ALONE : FOLLOWED_WORD) * Math.min(2, chosen.words.length);
    if (isLittleKnown && mostUpvotes > 0) {
      score += (UPVOTES_ALONE * Math.log1p(upvotesOf(paper.upvotes))) / Math.log1p(mostUpvotes);
    }
    return {
      index: place,
      score: rounded(score),
      band: bandFor(chosen, bandOf(fit, model.limits)),
      reasons: choiceReasons(chosen),
    };
  });
  yield;
  placed.sort((a, b) => b.score - a.score || a.index - b.index);
  return placed.map((paper, rank): Placed => {
    if (paper.reasons.some(({ kind }) => kind === 'muted')) return paper;
    const { index: place } = paper;
    const said = isLittleKnown ? [littleKnown(request.candidates[place])] : [];
    if (rank >= EXPLAINED) return { ...paper, reasons: [...paper.reasons, ...said] };
    const like = model.reasons(vectors[place], places);
    const words = wordReason(model, vectors[place], read[place], reader);
    return { ...paper, reasons: [...paper.reasons, ...like, ...words, ...said] };
  });
}

/** What the user works on, as a direction among the terms. */
class Model {
  readonly limits;
  readonly direction: Float64Array;
  readonly #liked: readonly ProfilePaper[];
  readonly #nearest: NearestPapers;
  readonly #nearestRefused: NearestPapers;

  constructor(
    profile: readonly ProfilePaper[],
    refused: readonly PaperTerms[],
    candidates: readonly TermVector[],
    rarities: Float32Array,
  ) {
    const size = rarities.length;
    this.#liked = profile.filter(({ weight }) => weight > 0);
    const liked = this.#liked.map(({ said }) => vectorOf(said, rarities));
    const shunned = profile.filter(({ weight }) => weight < 0).map(({ said }) => said);
    const disliked = [...refused, ...shunned].map((said) => vectorOf(said, rarities));
    const likes = weightedSum(liked, (place) => this.#liked[place].weight, size);
    const common = normalized(weightedSum(candidates, () => 1, size));
    const dislikes = normalized(weightedSum(disliked, () => 1, size));
    const refusing = (UNWANTED * disliked.length) / (disliked.length + HALF_SURE);
    const off = common;
    const direction = normalized(likes);
    for (let term = 0; term < size; term++) {
      off[term] = COMMON * common[term] + refusing * dislikes[term];
      direction[term] -= off[term];
    }
    this.direction = direction;
    this.limits = bandLimits(this.#ownScores(liked, likes, off));
    this.#nearest = new NearestPapers(liked, size);
    this.#nearestRefused = new NearestPapers(disliked.slice(0, refused.length), size);
  }

  score(vector: TermVector): number {
    return product(vector, this.direction);
  }

  /** The own papers, and the papers that are not wanted, that a candidate is like. */
  reasons(vector: TermVector, firstUnwanted: number): SlotReason[] {
    const near = this.#nearest.to(vector, NEAREST_TOLD, LEAST_LIKENESS);
    const [refused] = this.#nearestRefused.to(vector, 1, LEAST_LIKENESS);
    const like: SlotReason = { kind: 'like', slots: near.map(({ place }) => this.#liked[place].slot) };
    const likes = near.length > 0 ? [like] : [];
    if (!refused || refused.likeness <= (near[0]?.likeness ?? 0)) return likes;
    return [{ kind: 'unlike', unwanted: firstUnwanted + refused.place }, ...likes];
  }

  /** The scores of own papers, each as if it were not among those that tell. */
  #ownScores(liked: readonly TermVector[], likes: Float64Array, off: Float64Array): number[] {
    const used = [...this.#liked.keys()].filter((place) => this.#liked[place].isUsed);
    const judged = (used.length > 0 ? used : [...this.#liked.keys()]).slice(0, JUDGED);
    const square = squareOf(likes);
    return judged.map((place) => {
      const { weight } = this.#liked[place];
      const along = product(liked[place], likes);
      // The vector has length 1: what is left of the sum, and its length, follow from its product with the sum.
      const length = Math.sqrt(Math.max(1e-12, square - 2 * weight * along + weight * weight));
      return (along - weight) / length - product(liked[place], off);
    });
  }
}

function textOf({ title, abstract = '', keywords = [] }: RankablePaper): PaperText {
  return { title, abstract, keywords };
}

function choiceReasons({ authors, words }: Chosen): SlotReason[] {
  return [
    ...authors.map((name) => ({ kind: 'followed-author', name }) as const),
    ...words.map((word) => ({ kind: 'followed-word', word }) as const),
  ];
}

function wordReason(model: Model, vector: TermVector, paper: PaperTerms, reader: TermReader): SlotReason[] {
  const words = sharedWords(vector, paper, model.direction, reader);
  return words.length > 0 ? [{ kind: 'words', words }] : [];
}

function bandFor({ authors, words }: Chosen, band: Band): Band {
  if (authors.length > 0) return 'likely';
  return words.length > 0 && band === 'other' ? 'maybe' : band;
}

function littleKnown({ upvotes }: RankablePaper): SlotReason {
  return upvotes === undefined ? { kind: 'little-known' } : { kind: 'little-known', upvotes };
}

function upvotesOf(upvotes: number | undefined): number {
  return upvotes !== undefined && upvotes > 0 && Number.isFinite(upvotes) ? upvotes : 0;
}

function rounded(score: number): number {
  return Math.round(score * PRECISION) / PRECISION;
}
