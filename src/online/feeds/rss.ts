import type { Asking } from '../clients/client';
import type { Answer } from '../requests/answer';
import type { ServiceId } from '../services';
import { LARGEST_FEED, leftOutOf, MOST_PAPERS, type FeedAnswer } from './feed';
import { feedText } from './feedBytes';
import { feedFailure } from './feedFault';
import { feedTree } from './feedTree';
import { madeInTurns } from './madeInTurns';
import { paperOfEntry } from './paperOfEntry';
import { entryElements, feedEntry } from './syndication';

const FEEDS = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8';

/** The papers of an Atom or RSS feed on the web. */
export function rssPapers(url: string, today: string, asking: Asking): Promise<FeedAnswer> {
  return syndicated('rss', url, today, asking);
}

/**
 * The papers that arXiv announced last in some categories (https://info.arxiv.org/help/rss.html): new ones, those cross-listed, and new
 * versions. At weekends there are none.
 */
export function arxivPapers(categories: readonly string[], today: string, asking: Asking): Promise<FeedAnswer> {
  return syndicated('arxivFeed', `/atom/${categories.map(encodeURIComponent).join('+')}`, today, asking);
}

async function syndicated(service: ServiceId, path: string, today: string, asking: Asking): Promise<FeedAnswer> {
  // What is no text at all is no feed either.
  const textOf = (bytes: Uint8Array, charset?: string) => feedText(bytes, charset) ?? '\0';
  const request = { service, path, accept: FEEDS, largest: LARGEST_FEED, isFresh: true, textOf };
  return syndicatedPapers(await asking.answer(request), path, today);
}

/**
 * The papers of an answer. Rejects with a failure, whose cause is a `FeedFault`, for one that is no feed.
 * @param feed what tells the feed from others
 */
export async function syndicatedPapers(
  { service, url, mediaType, text }: Pick<Answer, 'service' | 'url' | 'mediaType' | 'text'>,
  feed: string,
  today: string,
): Promise<FeedAnswer> {
  const root = await feedTree(text, mediaType);
  if (typeof root === 'string') throw feedFailure(root, service);
  const elements = entryElements(root, url);
  if (!elements) throw feedFailure('other-xml', service);
  const taken = elements.slice(0, MOST_PAPERS);
  const papers = await madeInTurns(taken, (element) => paperOfEntry(feedEntry(element), feed, today));
  return { papers, leftOut: leftOutOf(elements.length) };
}
