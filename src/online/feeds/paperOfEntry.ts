import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf } from '../../base/identifiers/doi';
import { itemOf, nameOf, dateOf } from '../clients/item';
import type { FeedPaper } from './feed';
import { feedDate } from './feedDate';
import { plainHtml, titleHtml } from './feedHtml';
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
  const { id = '', links, summary = '', dates } = entry;
  const stated = entry.allSaid('prism:doi', 'arxiv:doi', 'dc:identifier', 'dcterms:identifier');
  const places = [...stated, id, ...links, ...entry.allSaid('prism:url', 'link')];
  const { arxiv, version } = arxivIn([id, ...links, ...stated]);
  const abstract = plainHtml(summary);
  const [announcement = '', announced] = ANNOUNCEMENT.exec(abstract) ?? [];
  const type = entry.said('arxiv:announce_type') ?? announced;
  const url = arxiv === undefined ? links.at(0) : `https://arxiv.org/abs/${arxiv}`;
  const item = itemOf({
    type: arxiv !== undefined ? 'article' : 'article-journal',
    title: entry.title === undefined ? undefined : titleHtml(entry.title),
    author: entry.authors.map(nameOf).filter((name) => name !== undefined),
    issued: dates.map((date) => dateOf(feedDate(date, today))).find((date) => date !== undefined),
    abstract: abstract.slice(announcement.length),
    DOI: arxiv === undefined ? doiIn(places) : `10.48550/arxiv.${arxiv.toLowerCase()}`,
    URL: url,
    ...(arxiv === undefined ? publication(entry) : { number: `arXiv:${arxiv}`, publisher: 'arXiv' }),
  });
  if (!item) return undefined;
  return {
    item,
    url,
    categories: entry.categories,
    ...(id !== '' && { guid: ADDRESS.test(id) ? id : `${feed} ${id}` }),
    ...(dates.length > 0 && { dated: dates[0].slice(0, LONGEST_DATE) }),
    ...(version !== undefined && { version }),
    ...(type?.startsWith('replace') && { isReplacement: true }),
  };
}

/** Where a paper came out, as PRISM says it. */
function publication({ said }: FeedEntry) {
  const [first, last] = [said('prism:startingPage'), said('prism:endingPage')];
  const name = said('prism:publicationName');
  return {
    'container-title': name === undefined ? undefined : plainHtml(name),
    volume: said('prism:volume'),
    issue: said('prism:number'),
    page: first === undefined || last === undefined || first === last ? first : `${first}-${last}`,
    ISSN: said('prism:issn') ?? said('prism:eIssn'),
  };
}

/** `oai:arXiv.org:2411.00001v2` and addresses. */
function arxivIn(places: readonly string[]): { arxiv?: string; version?: number } {
  for (const place of places) {
    const word = place.replace(/^(?:oai|urn):arxiv(?:\.org)?:/i, '');
    const arxiv = arxivOf(word);
    if (arxiv === undefined) continue;
    const version = /\dv(\d{1,3})(?:\.pdf)?$/.exec(word)?.[1];
    return { arxiv, ...(version !== undefined && { version: Number(version) }) };
  }
  return {};
}

/** `info:doi/10.1234/5`, `urn:doi:10.1234/5`, `DOI: 10.1234/5` */
const DOI_SCHEME = /^(?:info:doi\/|urn:doi:|doi\s*[:\s]\s*)+/i;

function doiIn(places: readonly string[]): string | undefined {
  for (const place of places) {
    const doi = doiOf(place.slice(0, 1000).replace(DOI_SCHEME, ''));
    if (doi !== undefined) return doi.replace(/\?.*$/, '');
  }
  return undefined;
}
