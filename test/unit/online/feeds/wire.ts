import type { FeedPaper } from '../../../../src/online/feeds/feed';
import { feedText } from '../../../../src/online/feeds/feedBytes';
import { syndicatedPapers } from '../../../../src/online/feeds/rss';

export const URL = 'https://journal.example.org/feeds/new.xml';
export const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
export const PRISM = 'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"';
export const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';
export const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

/** The papers of a feed as it comes over the wire. */
export async function papersOf(
  feed: string | Uint8Array,
  charset?: string,
  mediaType = 'text/xml',
): Promise<readonly FeedPaper[]> {
  const text = typeof feed === 'string' ? feed : (feedText(feed, charset) ?? '\0');
  return (await syndicatedPapers({ service: 'rss', url: URL, mediaType, text }, URL, '2026-11-26')).papers;
}

export const rss = (item: string, more = '') =>
  `<rss version="2.0" ${DC} ${PRISM} ${more}><channel><item>${item}</item></channel></rss>`;
export const atom = (entry: string, more = '') => `<feed ${ATOM} ${DC} ${more}><entry>${entry}</entry></feed>`;
export const titled = (more: string) => rss(`<title>A Title</title>${more}`);
