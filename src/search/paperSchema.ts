import { SEARCHED_FIELDS } from '../library/model/fields';
import type { SearchDocument, SearchField } from './contract';
import { FIELDS } from './fields';
import type { Schema } from './index/schema';
import type { FieldValues } from './index/writer';
import { isEnglish, plainAnalyzer, textAnalyzer, titleAnalyzer } from './text/analysis';
import { foldWord } from './text/fold';
import { paperCharClasses } from './text/charClasses';

/** The rows of a paper whose words are kept in order, by their place. */
export const TITLE_ROW = 0;
export const AUTHORS_ROW = 1;

/** The analyzers of papers, by number. */
export const PLAIN = 0;
export const TEXT = 1;
export const TITLE = 2;

const ANALYZERS: Readonly<Record<string, number>> = { title: TITLE, abstract: TEXT, note: TEXT };

/** By field: how much its length counts, where that is not as in running text. A name is no less one among many. */
const LENGTH_COUNTS: Partial<Record<SearchField, number>> = {
  authors: 0.5,
};

/** How papers are indexed. A field's importance is no part of the weights: it is applied when a query is run. */
export const PAPER_SCHEMA: Schema = {
  fields: FIELDS.map((name) => ({ name, analyzer: ANALYZERS[name] ?? PLAIN, b: LENGTH_COUNTS[name] })),
  analyzers: [plainAnalyzer, textAnalyzer, titleAnalyzer],
  classes: paperCharClasses(),
  fold: foldWord,
  sequenceFields: [FIELDS.indexOf('title'), FIELDS.indexOf('authors')],
  k1: 1.2,
  b: 0.75,
};

/** The analyzers by field of a paper in another language than English, whose own words are not stemmed. */
const FOREIGN: readonly number[] = FIELDS.map((name) => (name === 'note' ? TEXT : PLAIN));

/** An empty word between two names, so that the words at its sides do not follow one another. */
const BETWEEN_NAMES = ' . ';

/** By field of the index: the fields of a paper that are found as it. */
const SOURCES = FIELDS.map((field) => SEARCHED_FIELDS.filter(({ search }) => search === field));

/** The texts of a paper by field. What names a paper besides its citekey is found as the citekey is. */
export function fieldValues(document: SearchDocument): FieldValues {
  const { id, note } = document;
  const own: Partial<Record<SearchField, string>> = { citekey: id, note: note?.text, noteTags: note?.tags.join(' ') };
  return FIELDS.map((field, i) => {
    const values = SOURCES[i].map(({ name }) => document[name]).flat();
    const texts = [own[field], ...values].filter((value) => value !== undefined);
    return texts.length === 0 ? undefined : texts.join(field === 'authors' ? BETWEEN_NAMES : ' ');
  });
}

/** The analyzers of a paper's fields where they are not those of the schema. */
export function analyzersFor({ language }: SearchDocument): readonly number[] | undefined {
  return isEnglish(language) ? undefined : FOREIGN;
}
