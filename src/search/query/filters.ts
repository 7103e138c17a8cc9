import type { OffsetRange } from '../../base/position';
import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf } from '../../base/identifiers/doi';
import { facetWord } from '../store/facetWord';
import { READING_STAGES, readingStage } from '../../library/model/readingStage';
import type { Filter, HasProperty } from './ast';
import { type FilterName, nearest } from './fieldNames';
import { type Numbers, spanOf } from './numberSpan';

const FIRST_YEAR = -9999;
const LAST_YEAR = 9999;

const HAS: Readonly<Record<string, HasProperty>> = {
  note: 'note',
  notes: 'note',
  status: 'status',
  rating: 'rating',
  abstract: 'abstract',
  doi: 'doi',
  arxiv: 'arxiv',
  year: 'year',
  author: 'author',
  authors: 'author',
  venue: 'venue',
  tag: 'tag',
  tags: 'tag',
  keyword: 'tag',
};

/** What stands before an identifier that was copied with its address. */
const ADDRESS = /^(?:https?:\/\/(?:(?:dx\.)?doi\.org|arxiv\.org\/(?:abs|pdf))\/|doi:|arxiv:)/i;

const YEARS: Numbers = { pattern: String.raw`\d{1,4}`, step: 1, first: FIRST_YEAR, last: LAST_YEAR };
const TIMES: Numbers = { pattern: String.raw`\d{1,5}`, step: 1, first: 0, last: 0xffff };
const RATINGS: Numbers = { pattern: String.raw`\d{1,3}(?:\.\d{1,2})?`, step: 0.01, first: 0, last: 655 };

/** The values of `is:` beside how far the reading is. */
const STATES: Readonly<Record<string, Filter | undefined>> = {
  cited: { kind: 'times', from: 1, to: TIMES.last },
  uncited: { kind: 'times', from: 0, to: 0 },
  retracted: { kind: 'retracted' },
};

/** The words that are filters by themselves. */
export const FILTER_WORDS: readonly string[] = ['uncited'];

/** The filter that a word is by itself. */
export function filterOfWord(word: string): Filter | undefined {
  const plain = word.toLowerCase();
  return FILTER_WORDS.includes(plain) ? STATES[plain] : undefined;
}

/** What can be wrong with a value. */
type ValueProblem = 'bad-year' | 'bad-rating' | 'bad-has' | 'bad-is';

/** The filter for a value behind a colon, or the code of what is wrong with it. */
export function filterFor(kind: FilterName, value: string, place: OffsetRange): Filter | ValueProblem {
  switch (kind) {
    case 'year':
      return numberFilter(kind, value, YEARS) ?? 'bad-year';
    case 'rating':
      return numberFilter(kind, value, RATINGS) ?? 'bad-rating';
    case 'has':
      return Object.hasOwn(HAS, value.toLowerCase()) ? { kind: 'has', property: HAS[value.toLowerCase()] } : 'bad-has';
    case 'related':
      return { kind, value: value.replace(/^@/, ''), ...place };
    case 'is': {
      const stage = READING_STAGES.find((one) => one === value.toLowerCase());
      return stage ? { kind, value: stage } : (STATES[value.toLowerCase()] ?? 'bad-is');
    }
    case 'cited': {
      const times = spanOf(value, TIMES);
      return times ? { kind: 'times', ...times } : { kind, value: value.toLowerCase(), ...place };
    }
    case 'status':
      return { kind, value: facetWord(value), ...place };
    case 'type':
    case 'source':
      return { kind, value: value.toLowerCase(), ...place };
    case 'doi':
      return { kind, value: doiOf(value) ?? value.toLowerCase().replace(ADDRESS, '') };
    case 'arxiv':
      return { kind, value: (arxivOf(value) ?? value.replace(ADDRESS, '')).toLowerCase() };
    case 'isbn':
      return { kind, value: value.replace(/[\s\u2010-\u2015-]/g, '').toLowerCase() };
    case 'pmid':
    case 'pmcid':
      return { kind, value: value.toLowerCase() };
  }
}

/** The value of `is:` that another is a slip of. */
export function stateNear(value: string): string | undefined {
  return readingStage(value) ?? nearest(value.toLowerCase(), [...READING_STAGES, ...Object.keys(STATES)]);
}

/** The property that a value of `has:` is a slip of. */
export function propertyNear(value: string): string | undefined {
  return nearest(value.toLowerCase(), Object.keys(HAS));
}

/** `2019`, `2019..2022`, `2019..`, `..2022`, `>2020`, `>=2020`, `<2020`, `<=2020`; a dash may stand for the dots. */
function numberFilter(kind: 'year' | 'rating', value: string, numbers: Numbers): Filter | undefined {
  const span = spanOf(value, numbers);
  return span && { kind, ...span };
}
