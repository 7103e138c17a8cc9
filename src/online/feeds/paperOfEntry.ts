import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf } from '../../base/identifiers/doi';
import { itemOf, nameOf, dateOf } from '../clients/item';
import { webLink } from '../shape';
import { feedDate } from './feedDate';
import type { FeedPaper } from './feed';
import type { FeedEntry } from './syndication';

/** `arXiv:2411.00001v1 Announce Type: new Abstract: …` */
const ANNOUNCEMENT = /^arXiv:\S+\s+Announce Type:\s*([\w-]+)\s*(?:Abstract:\s*)?/i;

/** What is unique everywhere (RFC 4287, 4.2.6); other ids are so in their feed (RSS 2.0, `guid`). */
const ADDRESS = /^(?:https?|urn|tag):/i;

const LONGEST_DATE = 100;

/**
 * A paper of an Atom or RSS feed; undefined for an entry without a title.
 * @param feed what tells the feed from others
 */
export function paperOfEntry(entry: FeedEntry, feed: string, today: string): FeedPaper | undefined {
  const { id = '', link = '', summary = '' } = entry;
  const { arxiv, version } = arxivIn([id, link]);
  const doi = doiIn([entry.said('prism:doi'), entry.said('dc:identifier'), entry.said('arxiv:doi'), id, link]);
  const [announcement = '', stated] = ANNOUNCEMENT.exec(summary) ?? [];
  const type = entry.said('arxiv:announce_type') ?? stated;
  const page = webLink(link) ?? webLink(id);
  const item = itemOf({
    type: arxiv !== undefined ? 'article' : 'article-journal',
    title: entry.title,
    author: entry.authors.map(nameOf).filter((name) => name !== undefined),
    issued: dateOf(feedDate(entry.date, today)),
    'container-title': arxiv === undefined ? entry.said('prism:publicationName') : undefined,
    abstract: arxiv === undefined ? withoutTags(summary) : summary.slice(announcement.length),
    number: arxiv && `arXiv:${arxiv}`,
    publisher: arxiv && 'arXiv',
    DOI: arxiv === undefined ? doi : `10.48550/arxiv.${arxiv.toLowerCase()}`,
    URL: arxiv === undefined ? page : `https://arxiv.org/abs/${arxiv}`,
  });
  if (!item) return undefined;
  return {
    item,
    url: arxiv === undefined ? page : `https://arxiv.org/abs/${arxiv}`,
    categories: entry.categories,
    ...(id !== '' && { guid: ADDRESS.test(id) ? id : `${feed} ${id}` }),
    ...(entry.date !== undefined && { dated: entry.date.slice(0, LONGEST_DATE) }),
    ...(version !== undefined && { version }),
    ...(type?.startsWith('replace') && { isReplacement: true }),
  };
}

/** `oai:arXiv.org:2411.00001v2` and addresses. */
function arxivIn(places: readonly string[]): { arxiv?: string; version?: number } {
  for (const place of places) {
    const word = place.replace(/^oai:arxiv\.org:/i, '');
    const arxiv = arxivOf(word);
    if (arxiv === undefined) continue;
    const version = /\dv(\d{1,3})(?:\.pdf)?$/.exec(word)?.[1];
    return { arxiv, ...(version !== undefined && { version: Number(version) }) };
  }
  return {};
}

function doiIn(places: readonly (string | undefined)[]): string | undefined {
  for (const place of places) {
    const doi = doiOf(place ?? '');
    if (doi !== undefined) return doi.replace(/\?.*$/, '');
  }
  return undefined;
}

/** What feeds of journals put around their text. */
function withoutTags(html: string): string {
  return html
    .replace(/<\/?[a-z!][^<>]{0,2000}>/gi, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
