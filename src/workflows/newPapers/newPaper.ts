import { arxivOf } from '../../base/identifiers';
import { paperOfCsl } from '../../library/formats/cslPaper';
import type { CslItem } from '../../library/model/csl';
import { familyName } from '../../library/model/display';
import type { Paper } from '../../library/model/paper';
import type { FeedPaper } from '../../online/feeds/feed';
import { titleWords } from '../../online/matching/titles';
import type { RankablePaper } from '../../search/digest/contract';
import { rankableOf } from './rankable';

/** A paper that a feed brought. */
export interface NewPaper extends Pick<FeedPaper, 'item' | 'url' | 'upvotes' | 'code' | 'categories'> {
  /** The strongest of its names (`namesOf`): what it is marked by. */
  readonly id: string;
  /** The feed that brought it first, as people call it. */
  readonly feed: string;
  /** The day on which it came, where the user was: `2026-01-31`. */
  readonly day: string;
}

/** A title of fewer words is that of many papers (`Editorial`). */
const TELLING_WORDS = 3;
/** More of an abstract is not kept. */
const LONGEST_ABSTRACT = 3000;

/**
 * What tells that two feeds, or two days, mean one paper, the strongest first: its arXiv identifier without version, its DOI, its
 * title without case, accents and punctuation; the address of one that has neither. Never empty.
 */
export function namesOf({ item, url }: Pick<FeedPaper, 'item' | 'url'>): readonly string[] {
  const known = knownNames.get(item);
  if (known && known.url === url) return known.names;
  const names = statedNames({ item, url });
  knownNames.set(item, { url, names });
  return names;
}

const knownNames = new WeakMap<CslItem, { readonly url: string | undefined; readonly names: readonly string[] }>();

function statedNames({ item, url }: Pick<FeedPaper, 'item' | 'url'>): string[] {
  const doi = item.DOI?.toLowerCase();
  const arxiv = [doi, textOf(item.number), item.URL, url].map((place) => arxivOf(place ?? '')).find(Boolean);
  const isArxivDoi = doi !== undefined && arxivOf(doi) !== undefined;
  const words = titleWords(item.title ?? '');
  const first = item.author?.[0] && titleWords(familyName(item.author[0])).join(' ');
  const title = words.length >= TELLING_WORDS ? words.join(' ') : [...words, first].filter(Boolean).join(' ');
  const names = [
    arxiv === undefined ? '' : `arxiv ${arxiv.toLowerCase()}`,
    doi === undefined || isArxivDoi ? '' : `doi ${doi}`,
    words.length >= TELLING_WORDS || (words.length > 0 && first) ? `title ${title}` : '',
  ].filter(Boolean);
  if (names.length > 0) return names;
  return [url === undefined ? `title ${title}` : `url ${url}`];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A paper of a feed as it is kept. */
export function newPaperOf({ item, url, upvotes, code, categories }: FeedPaper, feed: string, day: string): NewPaper {
  const abstract = item.abstract?.slice(0, LONGEST_ABSTRACT);
  const kept: CslItem = abstract === undefined ? item : { ...item, abstract };
  const [id] = namesOf({ item, url });
  return {
    id,
    item: kept,
    feed,
    day,
    ...(url !== undefined && { url }),
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
