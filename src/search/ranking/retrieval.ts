import type { MatchMode, Shortfall } from '../contract';
import type { Corpus } from '../corpus';
import type { LiveIndex } from '../index/liveIndex';
import { TITLE_ROW } from '../paperSchema';
import type { Filter, ParsedQuery, Part, WordNode } from '../query/ast';
import { Accumulator, isZero } from './accumulator';
import { Expander } from './expander';
import type { Leaf } from './leaf';
import { PassageScores, passageWords } from './passage';
import { leafBit, planQuery, type Plan, type PlanContext } from './plan';
import { nearDocuments } from './related';
import { FEW_PAPERS } from './settings';
import { bitsOf, matcher, needsLeaf, type Check } from './condition';
import { shortfallOf } from './shortfall';
import { holdsAll } from './titleRank';
import { TitleStems } from './titleStems';

/** How the papers of a query were chosen. */
export interface Choice {
  readonly mode: MatchMode;
  readonly plan: Plan;
  readonly shortfall?: Shortfall;
}

/** More telling words than this are hardly ever all in one paper, and where they are it has the best score anyway. */
const MOST_TOGETHER = 12;
/** Papers with less than this share of the best score say something else. */
const LEAST_SHARE = 0.25;
const OPEN_TO_TYPOS: ReadonlySet<WordNode['match']> = new Set(['word', 'open']);

/**
 * Finds the papers of a query and adds their base scores up: lunr's weights of the terms in each field, times what the
 * field counts. What makes an order of them comes after.
 */
export class Retrieval {
  readonly #corpus: Corpus;
  readonly #index: LiveIndex;
  readonly #expander: Expander;
  readonly #accumulator: Accumulator;
  #found: Uint32Array;
  readonly #scratch: Uint32Array;
  #count = 0;
  readonly #stems: TitleStems;
  #passages: PassageScores | undefined;
  /** The papers near to the one that was asked for last. */
  #near: { readonly key: string; readonly documents: ReadonlyMap<number, number> | undefined } | undefined;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#index = corpus.index;
    this.#stems = new TitleStems(this.#index.lexicon);
    this.#expander = new Expander(this.#index);
    this.#accumulator = new Accumulator(this.#index);
    this.#scratch = new Uint32Array(this.#index.size + 1);
    this.#found = this.#scratch;
  }

  /** The found documents of the query at work: the first `count`, in no order. */
  get found(): Uint32Array {
    return this.#found;
  }

  get count(): number {
    return this.#count;
  }

  /** By document: the base score. */
  get scores(): Float64Array {
    return this.#accumulator.scores;
  }

  /** By document: the fields and leaves that matched, as bits. */
  get marks(): Int32Array {
    return this.#accumulator.marks;
  }

  /** Makes ready for the next query. */
  clear(): void {
    this.#accumulator.clear();
  }

  /** Finds what matches all words; failing that, with typos in known words; failing that, most words. */
  match(parsed: ParsedQuery): Choice {
    const passage = passageWords(parsed);
    if (passage && passage.length > MOST_TOGETHER) return this.matchPassage({ ...parsed, parts: passage });
    const plan = this.#plan(parsed, false);
    if (!plan.ranks) {
      this.#accumulator.addAll();
      this.#collect(plan, plan.wanted.length);
      return { mode: this.#scoreNearness(plan) ? 'all-words' : 'filters', plan };
    }
    if (this.#collect(plan, plan.wanted.length)) return { mode: 'all-words', plan: this.#withSlips(parsed, plan) };
    this.#accumulator.clear();
    if (passage) return this.matchPassage({ ...parsed, parts: passage });
    return this.#matchMost(parsed);
  }

  /** Ranks papers by how near they are to the one that `related:` names; false where none is named. */
  #scoreNearness({ nearness }: Plan): boolean {
    if (!nearness) return false;
    const { scores } = this.#accumulator;
    for (let i = 0; i < this.#count; i++) scores[this.#found[i]] = nearness.get(this.#found[i]) ?? 0;
    return true;
  }

  /** Finds the papers that have as many of the words as any, typos in known words allowed. */
  #matchMost(parsed: ParsedQuery): Choice {
    const generous = this.#plan(parsed, true);
    const fewest = generous.demandsWords ? 0 : 1;
    const all = generous.wanted.length;
    let met = all;
    while (met >= fewest && !this.#collect(generous, met)) met--;
    if (met === all || met < fewest) return { mode: 'most-words', plan: generous };
    const shortfall = shortfallOf(generous, this.#found, this.#count, this.marks, met);
    return { mode: 'most-words', plan: generous, shortfall };
  }

  /** Finds what a passage speaks of: the papers whose score is not far from the best one's. */
  matchPassage(parsed: ParsedQuery): Choice {
    const plan: Plan = { ...planQuery(parsed, this.#context()), isPassage: true };
    this.#passages ??= new PassageScores(this.#index);
    this.#passages.add(plan.leaves, this.#accumulator);
    const { touched, count, scores } = this.#accumulator;
    let best = 0;
    for (let i = 0; i < count; i++) best = Math.max(best, scores[touched[i]]);
    this.#found = this.#scratch;
    this.#count = 0;
    for (let i = 0; i < count; i++) {
      if (scores[touched[i]] >= best * LEAST_SHARE) this.#found[this.#count++] = touched[i];
    }
    return { mode: 'most-words', plan };
  }

  /** Adds to few found documents those whose title is what was typed but for a slip that happens to be a word too. */
  #withSlips(parsed: ParsedQuery, plan: Plan): Plan {
    const isTitle = (document: number, { readings }: Plan): boolean =>
      readings.some((words) => holdsAll(this.#index.row(document, TITLE_ROW), words, this.#stems.of));
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

  #context(): PlanContext {
    const corpus = this.#corpus;
    return {
      expander: this.#expander,
      test: (filter: Filter) => corpus.test(filter),
      document: (number: number) => corpus.document(number),
      values: (kind) => corpus.values(kind),
      near: (key: string) => this.#nearTo(key),
    };
  }

  /** The same query is planned several times, and asked again whenever notes change. */
  #nearTo(key: string): ReadonlyMap<number, number> | undefined {
    if (this.#near?.key !== key) this.#near = { key, documents: nearDocuments(this.#corpus, key) };
    return this.#near.documents;
  }

  #plan(parsed: ParsedQuery, generous: boolean): Plan {
    const plan = planQuery(parsed, this.#context(), generous);
    const bits = generous ? undefined : bitsOf([...plan.wanted, ...plan.demanded]);
    if (bits) this.#addNarrowing(plan.leaves, bits);
    else plan.leaves.forEach((leaf, place) => this.#accumulator.add(leaf, leafBit(place)));
    // `bert OR year:2020` finds papers that have no word of it.
    if (plan.ranks && !asksForLeaf(plan, generous)) this.#accumulator.addAll();
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
}

/** Whether no paper can be found that no leaf matched. */
function asksForLeaf({ wanted, demanded }: Plan, mayLack: boolean): boolean {
  if (demanded.some(needsLeaf)) return true;
  return mayLack ? wanted.every(needsLeaf) : wanted.some(needsLeaf);
}

/** Whether a part is a word without sign, field or operator. */
function isPlainWord(part: Part): part is Part & { readonly node: WordNode } {
  const { presence, node } = part;
  return presence === 'should' && node.kind === 'word' && !node.fields && OPEN_TO_TYPOS.has(node.match);
}
