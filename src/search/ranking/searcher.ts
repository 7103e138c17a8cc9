import type { MatchMode, QueryProblem } from '../contract';
import type { Corpus } from '../corpus';
import type { LiveIndex } from '../index/liveIndex';
import type { ParsedQuery, Part, WordNode } from '../query/ast';
import { type WordRow, wordRow } from '../index/segment';
import { AUTHORS_ROW, PAPER_SCHEMA, TITLE, TITLE_ROW } from '../paperSchema';
import { fieldBit } from '../fields';
import { parseQuery } from '../query/parser';
import { Accumulator, isZero } from './accumulator';
import { Expander } from './expander';
import type { Leaf } from './leaf';
import { FIELD_BITS, leafBit, planQuery, type Plan } from './plan';
import { FEW_PAPERS, RANKING } from './settings';
import { bitsOf, hasStrict, matcher, type Check } from './test';
import { nameFactor } from './nameRank';
import { holdsAll, titleFactor } from './titleRank';
import { sortByScore, topDocuments, type ScoredDocuments } from './topDocuments';

const ROWS = PAPER_SCHEMA.sequenceFields.length;
const AUTHORS_BIT = fieldBit('authors');
const OPEN_TO_TYPOS: ReadonlySet<WordNode['match']> = new Set(['word', 'open']);
const FIELD_MASK = (1 << FIELD_BITS) - 1;
/** So many of the best documents are asked what only their text can tell. */
const STRICTLY_CHECKED = 2000;

/** What a query found, best first. */
export interface Findings extends ScoredDocuments {
  readonly mode: MatchMode;
  readonly problems: readonly QueryProblem[];
  /** Number of documents found; there are scores for those up to the limit. */
  readonly total: number;
  /** By place in `documents`: the fields that matched, as a mask. */
  readonly fields: Uint16Array;
}

/** Runs queries on the papers as of one commit. */
export class Searcher {
  readonly #corpus: Corpus;
  readonly #index: LiveIndex;
  readonly #expander: Expander;
  readonly #accumulator: Accumulator;
  /** The found documents of the query at work: the first `#count`. */
  #found: Uint32Array;
  readonly #scratch: Uint32Array;
  #count = 0;
  /** The term of the stem of a word in titles. */
  readonly #stemOf = (word: number): number => this.#index.lexicon.term(word, TITLE);

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#index = corpus.index;
    this.#expander = new Expander(this.#index);
    this.#accumulator = new Accumulator(this.#index);
    this.#scratch = new Uint32Array(this.#index.size + 1);
    this.#found = this.#scratch;
  }

  /** The papers that a query finds, the first `limit` of them in order. Never throws because of the query. */
  search(query: string, limit: number): Findings {
    if (query.trim() === '') return this.#nothing();
    const parsed = parseQuery(query);
    const { mode, plan } = this.#match(parsed);
    const strict = [...plan.wanted, ...plan.demanded].some(hasStrict);
    const ranked = this.#rank(plan, strict ? Math.max(limit, STRICTLY_CHECKED) : limit);
    const { documents, scores } = strict ? this.#keepStrict(plan, mode, ranked, limit) : ranked;
    const { marks } = this.#accumulator;
    const fields = Uint16Array.from(documents, (document) => marks[document] & FIELD_MASK);
    this.#accumulator.clear();
    return { mode, problems: parsed.problems, total: this.#count, documents, scores, fields };
  }

  #nothing(): Findings {
    const nothing = { documents: new Uint32Array(), scores: new Float64Array(), fields: new Uint16Array() };
    return { mode: 'all-words', problems: [], total: 0, ...nothing };
  }

  /** Finds what matches all words; failing that, with typos in known words; failing that, most words. */
  #match(parsed: ParsedQuery): { mode: MatchMode; plan: Plan } {
    const plan = this.#plan(parsed, false);
    if (!plan.ranks) {
      this.#accumulator.addAll();
      this.#collect(plan, plan.wanted.length);
      return { mode: 'filters', plan };
    }
    if (this.#collect(plan, plan.wanted.length)) return { mode: 'all-words', plan: this.#withSlips(parsed, plan) };
    this.#accumulator.clear();
    const generous = this.#plan(parsed, true);
    const fewest = generous.demandsWords ? 0 : 1;
    for (let least = generous.wanted.length; least >= fewest; least--) {
      if (this.#collect(generous, least)) break;
    }
    return { mode: 'most-words', plan: generous };
  }

  /** Adds to few found documents those whose title is what was typed but for a slip that happens to be a word too. */
  #withSlips(parsed: ParsedQuery, plan: Plan): Plan {
    const isTitle = (document: number, { readings }: Plan): boolean =>
      readings.some((words) => holdsAll(this.#row(document, TITLE_ROW), words, this.#stemOf));
    if (this.#count > FEW_PAPERS || parsed.parts.length < 2) return plan;
    if (!parsed.parts.every((part) => isPlainWord(part) && !this.#expander.isName(part.node.text))) return plan;
    const found = this.#found.slice(0, this.#count);
    if (found.some((document) => isTitle(document, plan))) return plan;
    this.#accumulator.clear();
    const generous = this.#plan(parsed, true);
    this.#collect(generous, generous.wanted.length);
    let kept = 0;
    for (const document of this.#found.subarray(0, this.#count)) {
      if (found.includes(document) || isTitle(document, generous)) this.#found[kept++] = document;
    }
    this.#count = kept;
    return generous;
  }

  #plan(parsed: ParsedQuery, generous: boolean): Plan {
    const corpus = this.#corpus;
    const document = (number: number) => corpus.document(number);
    const plan = planQuery(parsed, { expander: this.#expander, facts: corpus.facts, document }, generous);
    const bits = generous ? undefined : bitsOf([...plan.wanted, ...plan.demanded]);
    if (bits) this.#addNarrowing(plan.leaves, bits);
    else plan.leaves.forEach((leaf, place) => this.#accumulator.add(leaf, leafBit(place)));
    return plan;
  }

  /** Adds the leaves that all must match, the rarest first, so that the others look at its documents only. */
  #addNarrowing(leaves: readonly Leaf[], needed: number): void {
    const sized = leaves.map((leaf, place) => {
      const bit = leafBit(place);
      return { leaf, bit, size: (bit & needed) === 0 ? Infinity : leaves.length === 1 ? 0 : this.#size(leaf) };
    });
    sized.sort((a, b) => a.size - b.size);
    let before = 0;
    for (const { leaf, bit, size } of sized) {
      this.#accumulator.add(leaf, bit, before);
      if (size !== Infinity) before |= bit;
    }
  }

  /** Number of postings of a leaf. */
  #size({ terms }: Leaf): number {
    let size = 0;
    for (const term of terms) size += this.#index.frequency(term);
    return size;
  }

  /** Collects the documents that match at least so many of the wanted; false where there are none. */
  #collect({ leaves, wanted, demanded }: Plan, least: number): boolean {
    const { touched, count } = this.#accumulator;
    const { size, statistics } = this.#index;
    const bits = least === wanted.length ? bitsOf([...wanted, ...demanded]) : undefined;
    if (bits && leaves.length === 1 && statistics.documents === size) {
      this.#found = touched;
      this.#count = count;
    } else {
      this.#found = this.#scratch;
      this.#count = bits === undefined ? this.#keep(matcher(wanted, demanded, least)) : this.#keepMarked(bits);
    }
    return this.#count > 0;
  }

  /** Takes those of the touched documents that have all the bits; returns their number. */
  #keepMarked(bits: number): number {
    const { touched, marks, count } = this.#accumulator;
    const { alive } = this.#index;
    const found = this.#found;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = touched[i];
      found[kept] = document;
      kept += isZero(bits & ~marks[document]) & alive[document];
    }
    return kept;
  }

  #keep(matches: Check): number {
    const { touched, marks, count } = this.#accumulator;
    const { alive } = this.#index;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const document = touched[i];
      if (alive[document] === 1 && matches(marks[document], document)) this.#found[kept++] = document;
    }
    return kept;
  }

  /** The best documents by score, the very best of them in an order that looks at their titles and names too. */
  #rank(plan: Plan, limit: number): ScoredDocuments {
    const { scores } = this.#accumulator;
    const head = Math.max(limit, RANKING.titlesCompared);
    if (!plan.ranks) this.#found.subarray(0, this.#count).sort();
    const best = topDocuments(this.#found, this.#count, scores, head);
    if (plan.ranks) this.#compareWords(plan, best);
    return limit < best.documents.length ? cut(best, limit) : best;
  }

  #compareWords({ readings }: Plan, best: ScoredDocuments): void {
    const { marks } = this.#accumulator;
    const count = Math.min(RANKING.titlesCompared, best.documents.length);
    for (let i = 0; i < count; i++) {
      const document = best.documents[i];
      const title = this.#row(document, TITLE_ROW);
      let factor = 1;
      for (const words of readings) factor = Math.max(factor, titleFactor(title, words, this.#stemOf));
      if ((marks[document] & AUTHORS_BIT) !== 0) {
        factor *= nameFactor(this.#row(document, AUTHORS_ROW), readings[0]);
      }
      best.scores[i] *= factor;
    }
    sortByScore(best, count);
  }

  /** A row of words of a document. */
  #row(document: number, row: number): WordRow {
    const [main, delta] = this.#index.parts;
    const { segment, first } = delta && document >= delta.first ? delta : main;
    return wordRow(segment.sequences, (document - first) * ROWS + row);
  }

  /** Keeps of the best documents those whose texts hold what was asked of them, and counts them. */
  #keepStrict(plan: Plan, mode: MatchMode, ranked: ScoredDocuments, limit: number): ScoredDocuments {
    const { marks } = this.#accumulator;
    const least = mode === 'most-words' ? 1 : plan.wanted.length;
    const matches = matcher(plan.wanted, plan.demanded, least, true);
    const kept: number[] = [];
    for (let i = 0; i < Math.min(STRICTLY_CHECKED, ranked.documents.length); i++) {
      if (matches(marks[ranked.documents[i]], ranked.documents[i])) kept.push(i);
    }
    this.#count = kept.length;
    const documents = Uint32Array.from(kept, (i) => ranked.documents[i]);
    return cut({ documents, scores: Float64Array.from(kept, (i) => ranked.scores[i]) }, limit);
  }
}

/** Whether a part is a word without sign, field or operator. */
function isPlainWord(part: Part): part is Part & { readonly node: WordNode } {
  const { presence, node } = part;
  return presence === 'should' && node.kind === 'word' && !node.fields && OPEN_TO_TYPOS.has(node.match);
}

function cut({ documents, scores }: ScoredDocuments, limit: number): ScoredDocuments {
  return { documents: documents.slice(0, limit), scores: scores.slice(0, limit) };
}
