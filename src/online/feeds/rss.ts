import type { Asking } from '../clients/client';
import { OnlineFailure } from '../failure';
import { isWebPage } from '../requests/answer';
import type { ServiceId } from '../services';
import { xmlTreeInTurns } from '../xml/xmlTree';
import { madeInTurns } from './madeInTurns';
import { LARGEST_FEED, MOST_PAPERS, type FeedPaper } from './feed';
import { paperOfEntry } from './paperOfEntry';
import { feedEntries } from './syndication';

const FEEDS = 'application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8';

/** The papers of an Atom or RSS feed on the web. */
export function rssPapers(url: string, today: string, asking: Asking): Promise<FeedPaper[]> {
  return syndicated('rss', url, today, asking);
}

/**
 * The papers that arXiv announced last in some categories (https://info.arxiv.org/help/rss.html): new ones, those cross-listed, and new
 * versions. At weekends there are none.
 */
export function arxivPapers(categories: readonly string[], today: string, asking: Asking): Promise<FeedPaper[]> {
  return syndicated('arxivFeed', `/atom/${categories.map(encodeURIComponent).join('+')}`, today, asking);
}

async function syndicated(service: ServiceId, path: string, today: string, asking: Asking): Promise<FeedPaper[]> {
  const request = { service, path, accept: FEEDS, largest: LARGEST_FEED, isFresh: true };
  const { mediaType, text } = await asking.answer(request);
  // Some feeds are sent as if they were pages.
  const isXml = /^\s*<(?:\?xml|rss|feed|rdf:RDF)\b/i.test(text);
  if (!isXml && isWebPage(mediaType, text)) throw new OnlineFailure('web-page', service);
  const entries = feedEntries(await xmlTreeInTurns(text.trimStart()));
  if (!entries) throw new OnlineFailure('unreadable', service);
  return madeInTurns(entries.slice(0, MOST_PAPERS), (entry) => paperOfEntry(entry, path, today));
}
