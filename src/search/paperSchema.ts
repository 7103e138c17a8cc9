import type { SearchDocument } from './contract';
import { FIELDS } from './fields';
import type { Schema } from './index/schema';
import type { FieldValues } from './index/writer';
import { foldWord, isEnglish, plainAnalyzer, textAnalyzer, titleAnalyzer } from './text/analysis';
import { paperCharClasses } from './text/charClasses';

/** The analyzers of papers, by number. */
export const PLAIN = 0;
export const TEXT = 1;
export const TITLE = 2;

const ANALYZERS: Readonly<Record<string, number>> = { title: TITLE, abstract: TEXT, note: TEXT };

/** How papers are indexed. A field's importance is no part of the weights: it is applied when a query is run. */
export const PAPER_SCHEMA: Schema = {
  fields: FIELDS.map((name) => ({ name, boost: 1, analyzer: ANALYZERS[name] ?? PLAIN })),
  analyzers: [plainAnalyzer, textAnalyzer, titleAnalyzer],
  classes: paperCharClasses(),
  fold: foldWord,
  sequenceField: FIELDS.indexOf('title'),
  k1: 1.2,
  b: 0.75,
};

/** The analyzers by field of a paper in another language than English, whose own words are not stemmed. */
const FOREIGN: readonly number[] = FIELDS.map((name) => (name === 'note' ? TEXT : PLAIN));

/** The texts of a paper by field. What names a paper besides its citekey is found as the citekey is. */
export function fieldValues(document: SearchDocument): FieldValues {
  const { id, aliases, doi, arxiv, note } = document;
  return [
    document.title,
    document.abstract,
    document.authors.join(' '),
    document.venue,
    document.year === undefined ? undefined : String(document.year),
    document.keywords.join(' '),
    [id, ...aliases, doi ?? '', arxiv ?? ''].join(' '),
    note?.text,
    note?.tags.join(' '),
  ];
}

/** The analyzers of a paper's fields where they are not those of the schema. */
export function analyzersFor({ language }: SearchDocument): readonly number[] | undefined {
  return isEnglish(language) ? undefined : FOREIGN;
}
