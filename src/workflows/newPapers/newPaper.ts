import { paperOfCsl } from '../../library/formats/cslPaper';
import type { CslItem } from '../../library/model/csl';
import type { Paper } from '../../library/model/paper';
import type { FeedPaper } from '../../online/feeds/feed';
import type { RankablePaper } from '../../search/digest/contract';
import { namesOf, type Nameable } from './paperNames';
import { rankableOf } from './rankable';

/** A paper that a feed brought. */
export interface NewPaper extends Nameable, Pick<FeedPaper, 'upvotes' | 'code' | 'categories'> {
  /** The strongest of its names (`namesOf`): what it is marked by. */
  readonly id: string;
  /** The feed that brought it first, as people call it. */
  readonly feed: string;
  /** The day on which it came, where the user was: `2026-01-31`. */
  readonly day: string;
}

/** More of an abstract is not kept. */
const LONGEST_ABSTRACT = 3000;

/** A paper of a feed as it is kept. */
export function newPaperOf(
  { item, url, places = [], upvotes, code, categories }: FeedPaper & Nameable,
  feed: string,
  day: string,
): NewPaper {
  const abstract = item.abstract?.slice(0, LONGEST_ABSTRACT);
  const kept: CslItem = abstract === undefined ? item : { ...item, abstract };
  const [id] = namesOf({ item, url, places }).own;
  return {
    id,
    item: kept,
    feed,
    day,
    ...(url !== undefined && { url }),
    ...(places.length > 0 && { places }),
    ...(upvotes !== undefined && { upvotes }),
    ...(code !== undefined && { code }),
    ...(categories !== undefined && categories.length > 0 && { categories }),
  };
}

const known = new WeakMap<CslItem, Omit<Paper, 'range' | 'record'>>();

/** The fields of a new paper as the library has them; made once. */
export function fieldsOf({ item }: Pick<NewPaper, 'item'>): Omit<Paper, 'range' | 'record'> {
  let fields = known.get(item);
  if (!fields) known.set(item, (fields = paperOfCsl(item)));
  return fields;
}

/** A new paper as the ranking looks at it. */
export function rankable(paper: Pick<NewPaper, 'item' | 'upvotes' | 'categories' | 'day'>): RankablePaper {
  const fields = fieldsOf(paper);
  const keywords = [...new Set([...fields.keywords, ...(paper.categories ?? [])])];
  return { ...rankableOf(fields), keywords, upvotes: paper.upvotes, date: paper.day };
}
