import { doiOf } from '../../base/identifiers/doi';
import type { Asking } from '../clients/client';
import { dateOf, itemOf } from '../clients/item';
import { OnlineFailure } from '../failure';
import { list, members, number, text } from '../shape';
import { parsePlainName } from '../../library/model/names';
import { madeInTurns } from './madeInTurns';
import { LARGEST_FEED, leftOutOf, MOST_PAPERS, type FeedAnswer, type FeedPaper, type FeedQuestion } from './feed';
import { dayAfter, feedDate } from './feedDate';

/** It is asked for no more days than this, and for a day more than have passed: its days are those of another time zone. */
const MOST_DAYS = 7;
const NAMES = { biorxiv: 'bioRxiv', medrxiv: 'medRxiv' } as const;
/** No day has so many pages. */
const MOST_PAGES = 100;

/** The latest preprints of bioRxiv or medRxiv (https://api.biorxiv.org), perhaps of one subject alone. */
export async function biorxivPapers(
  service: 'biorxiv' | 'medrxiv',
  category: string | undefined,
  { today, since }: FeedQuestion,
  asking: Asking,
): Promise<FeedAnswer> {
  const earliest = dayAfter(today, -MOST_DAYS);
  const last = since === undefined ? dayAfter(today, -1) : dayAfter(since, -1);
  const from = last < earliest ? earliest : last;
  const to = dayAfter(today, 1);
  const query = { category: category && simple(category).replaceAll(' ', '_') };
  const papers: FeedPaper[] = [];
  let unasked = 0;
  for (let cursor = 0, pages = 0; papers.length < MOST_PAPERS && pages < MOST_PAGES; pages++) {
    const path = `/details/${service}/${from}/${to}/${cursor}/json`;
    const answer = members(await asking.json({ service, path, query, largest: LARGEST_FEED, isFresh: true }));
    if (!Array.isArray(answer.collection)) throw new OnlineFailure('unreadable', service);
    const posts = list(answer.collection).map(members);
    const wanted = posts.filter((post) => !category || simple(text(post.category) ?? '') === simple(category));
    papers.push(...(await madeInTurns(wanted, (post) => preprint(service, post, today))));
    cursor += posts.length;
    const total = number(members(list(answer.messages).at(0)).total) ?? 0;
    unasked = posts.length === 0 ? 0 : Math.max(0, total - cursor);
    if (unasked === 0) break;
  }
  return { papers: papers.slice(0, MOST_PAPERS), leftOut: leftOutOf(papers.length) + unasked };
}

function preprint(
  service: 'biorxiv' | 'medrxiv',
  post: Readonly<Record<string, unknown>>,
  today: string,
): FeedPaper | undefined {
  const doi = doiOf(text(post.doi) ?? '');
  const version = number(post.version);
  const category = text(post.category);
  const url = doi && `https://doi.org/${doi}`;
  const item = itemOf({
    type: 'article',
    title: text(post.title),
    author: (text(post.authors) ?? '')
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean)
      .map(parsePlainName),
    issued: dateOf(feedDate(text(post.date), today)),
    abstract: text(post.abstract),
    publisher: NAMES[service],
    DOI: doi,
    URL: url,
  });
  if (!item) return undefined;
  return {
    item,
    url,
    categories: category === undefined ? [] : [category],
    ...(version !== undefined && { version, isReplacement: version > 1 }),
  };
}

function simple(category: string): string {
  return category
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
