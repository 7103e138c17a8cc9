import type { MatchMode, QueryProblem, Shortfall } from '../contract';
import type { Corpus } from '../corpus';
import type { LiveIndex } from '../index/liveIndex';
import type { ParsedQuery } from '../query/ast';
import { AUTHORS_ROW, TITLE_ROW } from '../paperSchema';
import { fieldBit } from '../fields';
import { parseQuery, parseWords } from '../query/parser';
import { nameFactor } from './nameRank';
import { FIELD_BITS, type Plan } from './plan';
import { Retrieval } from './retrieval';
import { RANKING } from './settings';
import { TitleStems } from './titleStems';
import { hasStrict, matcher } from './condition';
import { mayMeanTitle, titleFactor } from './titleRank';
import { sortByScore, topDocuments, type ScoredDocuments } from './topDocuments';

const AUTHORS_BIT = fieldBit('authors');
const FIELD_MASK = (1 << FIELD_BITS) - 1;
/** Comparing more words than this with a title takes time. */
const MANY_WORDS = 12;
/** So many of the best documents are asked what only their text can tell. */
const STRICTLY_CHECKED = 2000;

/** What a query found, best first. */
export interface Findings extends ScoredDocuments {
  readonly mode: MatchMode;
  readonly shortfall?: Shortfall;
  readonly isPassage?: boolean;
  readonly problems: readonly QueryProblem[];
  /** Number of documents found; there are scores for those up to the limit. */
  readonly total: number;
  /** By place in `documents`: the fields that matched, as a mask. */
  readonly fields: Uint16Array;
}

/** Runs queries on the papers as of one commit. */
export class Searcher {
  readonly #index: LiveIndex;
  /** Equal papers keep their order when one is replaced, which is a new document. */
  readonly #placeOf: (document: number) => number;
  readonly #retrieval: Retrieval;
  readonly #stems: TitleStems;

  constructor(corpus: Corpus) {
    this.#index = corpus.index;
    this.#placeOf = (document) => corpus.slot(document);
    this.#stems = new TitleStems(this.#index.lexicon);
    this.#retrieval = new Retrieval(corpus);
  }

  /** The papers that a query finds, the first `limit` of them in order. Never throws because of the query. */
  search(query: string, limit: number): Findings {
    if (query.trim() === '') return this.#nothing();
    const parsed = parseQuery(query);
    try {
      return this.#findings(parsed, limit);
    } finally {
      this.#retrieval.clear();
    }
  }

  /** The papers that speak of the words of a text, the first `limit` of them in order, however few of them they have. */
  speakingOf(words: readonly string[], limit: number): ScoredDocuments {
    try {
      const { plan } = this.#retrieval.matchPassage(parseWords(words));
      return this.#rank(plan, limit);
    } finally {
      this.#retrieval.clear();
    }
  }

  #findings(parsed: ParsedQuery, limit: number): Findings {
    const { mode, plan, shortfall } = this.#retrieval.match(parsed);
    const { count: total, marks } = this.#retrieval;
    const strict = [...plan.wanted, ...plan.demanded].some(hasStrict);
    const ranked = this.#rank(plan, strict ? Math.max(limit, STRICTLY_CHECKED) : limit);
    const kept = strict ? this.#keepStrict(plan, mode, ranked) : ranked;
    const { documents, scores } = cut(kept, limit);
    const fields = Uint16Array.from(documents, (document) => marks[document] & FIELD_MASK);
    const problems = [...parsed.problems, ...plan.problems];
    const count = strict ? kept.documents.length : total;
    return { mode, shortfall, isPassage: plan.isPassage, problems, total: count, documents, scores, fields };
  }

  #nothing(): Findings {
    const nothing = { documents: new Uint32Array(), scores: new Float64Array(), fields: new Uint16Array() };
    return { mode: 'all-words', problems: [], total: 0, ...nothing };
  }

  /** The best documents by score, the very best of them in an order that looks at their titles and names too. */
  #rank(plan: Plan, limit: number): ScoredDocuments {
    const { found, count, scores } = this.#retrieval;
    const head = Math.max(limit, RANKING.titlesCompared);
    if (!plan.ranks && !plan.nearness) found.subarray(0, count).sort();
    const best = topDocuments(found, count, scores, head, this.#placeOf);
    if (plan.ranks) this.#compareWords(plan, best);
    return cut(best, limit);
  }

  #compareWords({ readings, isPassage }: Plan, best: ScoredDocuments): void {
    const { marks } = this.#retrieval;
    const isLong = readings[0].length > MANY_WORDS;
    const compared = isLong ? RANKING.titlesOfLong : RANKING.titlesCompared;
    const count = Math.min(compared, best.documents.length);
    for (let i = 0; i < count; i++) {
      const document = best.documents[i];
      const title = this.#index.row(document, TITLE_ROW);
      if (isPassage && !mayMeanTitle(title, readings[0], this.#stems.of)) continue;
      let factor = 1;
      for (const words of readings) factor = Math.max(factor, titleFactor(title, words, this.#stems.of));
      if ((marks[document] & AUTHORS_BIT) !== 0) {
        factor *= nameFactor(this.#index.row(document, AUTHORS_ROW), readings[0]);
      }
      best.scores[i] *= factor;
    }
    sortByScore(best, count, this.#placeOf);
  }

  /** Keeps of the best documents those whose texts hold what was asked of them. */
  #keepStrict(plan: Plan, mode: MatchMode, ranked: ScoredDocuments): ScoredDocuments {
    const { marks } = this.#retrieval;
    const least = mode === 'most-words' ? 1 : plan.wanted.length;
    const matches = matcher(plan.wanted, plan.demanded, least, true);
    const kept: number[] = [];
    for (let i = 0; i < Math.min(STRICTLY_CHECKED, ranked.documents.length); i++) {
      if (matches(marks[ranked.documents[i]], ranked.documents[i])) kept.push(i);
    }
    const documents = Uint32Array.from(kept, (i) => ranked.documents[i]);
    return { documents, scores: Float64Array.from(kept, (i) => ranked.scores[i]) };
  }
}

function cut({ documents, scores }: ScoredDocuments, limit: number): ScoredDocuments {
  if (limit >= documents.length) return { documents, scores };
  return { documents: documents.slice(0, limit), scores: scores.slice(0, limit) };
}
