import type { SearchDocument } from '../contract';
import type { Corpus } from '../corpus';
import { FIELDS } from '../fields';
import { inverseDocumentFrequency } from '../index/weights';
import { analyzersFor, fieldValues, PAPER_SCHEMA } from '../paperSchema';
import { wordsOf } from '../query/words';
import type { SearchField } from '../contract';
import { Accumulator } from './accumulator';
import { topDocuments } from './topDocuments';

/** What makes papers alike, and how much one word of it counts. */
const TELLING: Partial<Record<SearchField, number>> = { title: 3, abstract: 1, keywords: 2, note: 1, noteTags: 2 };
/** The heaviest terms of a paper, by which candidates are found. */
const TERMS_ASKED = 30;
/** So many candidates are compared in full. */
const CANDIDATES = 120;
/** Papers less alike than this are not related; two papers of different subjects have about half of it. */
export const LEAST_SIMILARITY = 0.12;

/** A paper as weights of terms. */
type TermVector = ReadonlyMap<number, number>;

export interface RelatedDocument {
  readonly document: number;
  /** The cosine of the two papers' tf-idf vectors, from 0 to 1. */
  readonly similarity: number;
}

/** The papers nearest to one, nearest first; none rather than far ones. */
export function relatedDocuments(corpus: Corpus, document: number, limit: number): RelatedDocument[] {
  const vector = termVector(corpus, corpus.document(document));
  const related: RelatedDocument[] = [];
  for (const candidate of candidates(corpus, vector, document)) {
    const similarity = cosine(vector, termVector(corpus, corpus.document(candidate)));
    if (similarity >= LEAST_SIMILARITY) related.push({ document: candidate, similarity });
  }
  return related.sort((a, b) => b.similarity - a.similarity || a.document - b.document).slice(0, limit);
}

/** The papers that share the heaviest terms. */
function candidates({ index }: Corpus, vector: TermVector, self: number): number[] {
  const heaviest = [...vector].sort((a, b) => b[1] - a[1]).slice(0, TERMS_ASKED);
  const fields = FIELDS.reduce((mask, field, bit) => mask | (field in TELLING ? 1 << bit : 0), 0);
  const accumulator = new Accumulator(index);
  const [terms, boosts] = [heaviest.map(([term]) => term), heaviest.map(([, weight]) => weight)];
  const match = { exact: -1, stem: -1, low: 0, high: 0, added: [], others: [], telling: true };
  accumulator.add({ terms, boosts, exact: 0, inText: 1, fields, scored: true, match }, 0);
  const { touched, count, scores } = accumulator;
  const { documents } = topDocuments(touched, count, scores, CANDIDATES + 1);
  return Array.from(documents).filter((document) => document !== self && index.alive[document] === 1);
}

function termVector({ index }: Corpus, document: SearchDocument): TermVector {
  const counts = new Map<number, number>();
  const analyzers = analyzersFor(document);
  for (const [field, text] of fieldValues(document).entries()) {
    const weight = TELLING[FIELDS[field]];
    if (weight === undefined || !text) continue;
    const analyze = PAPER_SCHEMA.analyzers[analyzers?.[field] ?? PAPER_SCHEMA.fields[field].analyzer];
    for (const { text: word } of wordsOf(text)) {
      const text = analyze(word);
      const term = text === undefined ? -1 : index.lexicon.terms.find(text);
      if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  }
  const { documents } = index.statistics;
  const weight = (term: number, count: number): number =>
    (1 + Math.log(count)) * inverseDocumentFrequency(index.frequency(term), documents) ** 2;
  return new Map([...counts].map(([term, count]) => [term, weight(term, count)]));
}

function cosine(a: TermVector, b: TermVector): number {
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  return dot === 0 ? 0 : dot / Math.sqrt(lengthSquared(a) * lengthSquared(b));
}

function lengthSquared(vector: TermVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return sum;
}
