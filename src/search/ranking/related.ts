import type { SearchField } from '../contract';
import type { Corpus } from '../corpus';
import { FIELDS } from '../fields';
import { Accumulator } from './accumulator';
import { isPair, type PaperVector, PaperVectors, similarity, TELLING } from './paperVector';
import { documentOfKey } from './documentOfKey';
import { topDocuments } from './topDocuments';

/** The heaviest words of a paper, by which candidates are found. */
const WORDS_ASKED = 30;
/** So many candidates are compared in full. */
const CANDIDATES = 120;
/** Papers less alike than this are not related: of papers of different subjects, one pair in twenty is as much alike. */
const LEAST_SIMILARITY = 0.05;
/** So many are listed all the same … */
const FEWEST = 10;
/** … where they are not less alike than this. */
const FAINT_SIMILARITY = 0.015;
/** A search lists no more than so many. */
const MOST_LISTED = 100;
/** So many shared words are told. */
const WORDS_TOLD = 6;

export interface RelatedDocument {
  readonly document: number;
  /** The cosine of the two papers' vectors, from 0 to 1. */
  readonly similarity: number;
}

/** The papers nearest to one, nearest first; none rather than far ones. */
export function relatedDocuments(corpus: Corpus, document: number, limit: number): RelatedDocument[] {
  const vectors = new PaperVectors(corpus.index);
  const vector = vectors.of(corpus.document(document));
  const all = candidates(corpus, vector, document).map((candidate) => ({
    document: candidate,
    similarity: similarity(vector, vectors.of(corpus.document(candidate))),
  }));
  all.sort((a, b) => b.similarity - a.similarity || a.document - b.document);
  return all
    .filter((one, rank) => one.similarity >= (rank < FEWEST ? FAINT_SIMILARITY : LEAST_SIMILARITY))
    .slice(0, limit);
}

/** How near papers are to the one with a citekey, by document; undefined where no paper has it. */
export function nearDocuments(corpus: Corpus, key: string): ReadonlyMap<number, number> | undefined {
  const document = documentOfKey(corpus, key);
  if (document === undefined) return undefined;
  const related = relatedDocuments(corpus, document, MOST_LISTED);
  return new Map(related.map(({ document, similarity }) => [document, similarity]));
}

/** The words that make a paper related to another one, as they stand in it, most telling first. */
export function sharedWords(corpus: Corpus, document: number, other: number): string[] {
  return new PaperVectors(corpus.index).shared(corpus.document(document), corpus.document(other), WORDS_TOLD);
}

/** The papers that share the heaviest words. */
function candidates({ index }: Corpus, vector: PaperVector, self: number): number[] {
  const words = [...vector].filter(([key]) => !isPair(key));
  const heaviest = words.sort(([, a], [, b]) => b - a).slice(0, WORDS_ASKED);
  const fields = FIELDS.reduce((mask, field: SearchField, bit) => mask | (field in TELLING ? 1 << bit : 0), 0);
  const accumulator = new Accumulator(index);
  const [terms, boosts] = [heaviest.map(([term]) => term), heaviest.map(([, weight]) => weight)];
  const match = { exact: -1, stem: -1, low: 0, high: 0, added: [], others: [], telling: true };
  accumulator.add({ word: '', terms, boosts, exact: 0, inText: 1, fields, scored: true, match }, 0);
  const { touched, count, scores } = accumulator;
  const { documents } = topDocuments(touched, count, scores, CANDIDATES + 1);
  return Array.from(documents).filter((document) => document !== self && index.alive[document] === 1);
}
