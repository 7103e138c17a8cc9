import { fullName } from '../../library/model/display';
import type { PaperFields } from '../../library/model/fields';
import type { RankablePaper } from '../../search/digest/contract';

/** A paper as the ranking looks at it. */
export function rankableOf({
  title,
  abstract,
  authors,
  keywords,
  year,
}: Pick<PaperFields, 'title' | 'abstract' | 'authors' | 'keywords' | 'year'>): RankablePaper {
  return { title, abstract, authors: authors.map(fullName), keywords, date: year?.toString() };
}
