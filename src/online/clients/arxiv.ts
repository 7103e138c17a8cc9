import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf } from '../../base/identifiers/doi';
import { OnlineFailure } from '../failure';
import type { Found } from '../found';
import { isWebPage } from '../requests/answer';
import { children, textIn, xmlTree, type XmlElement } from '../xml/xmlTree';
import type { Asking, Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

/** arXiv (API manual: https://info.arxiv.org/help/api/user-manual.html): answers are Atom feeds. */
export const arxiv: Client = {
  id: 'arxiv',
  kinds: ['arxiv'],

  async byId({ value }, asking) {
    const found = await query({ id_list: value, max_results: 1 }, asking);
    return found.find(({ item }) => item.number === `arXiv:${value}`) ?? found.at(0);
  },

  byDescription: ({ title, authors = [] }, asking) => {
    const author = authors.length > 0 ? ` AND au:"${words(authors[0])}"` : '';
    return query({ search_query: `ti:"${words(title)}"${author}`, max_results: 5 }, asking);
  },

  search: (text, limit, offset, asking) => {
    const terms = words(text).split(' ').filter(Boolean);
    const search_query = terms.map((word) => `all:${word}`).join(' AND ');
    return query({ search_query, start: offset, max_results: limit, sortBy: 'relevance' }, asking);
  },
};

/** arXiv's query language has no escapes: what means something in it goes. */
function words(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/\b(?:AND|OR|ANDNOT)\b/g, (word) => word.toLowerCase())
    .trim();
}

async function query(parameters: Record<string, string | number>, asking: Asking): Promise<Found[]> {
  const request = { service: 'arxiv', path: '/api/query', query: parameters, accept: 'application/atom+xml' } as const;
  const { mediaType, text } = await asking.answer(request);
  if (isWebPage(mediaType, text)) throw new OnlineFailure('web-page', 'arxiv');
  const feed = xmlTree(text);
  if (feed?.name !== 'feed') throw new OnlineFailure('unreadable', 'arxiv');
  const entries = children(feed, 'entry');
  // An error is an entry of that title, with the reason as its summary; that of an id is that there is no such paper.
  if (entries.length === 1 && textIn(children(entries[0], 'title').at(0)) === 'Error') {
    if ('id_list' in parameters) return [];
    throw new OnlineFailure('refused', 'arxiv');
  }
  return entries.map(foundOf).filter((found) => found !== undefined);
}

function foundOf(entry: XmlElement): Found | undefined {
  const said = (name: string) => textIn(children(entry, name).at(0)) || undefined;
  const id = arxivOf(said('id') ?? '');
  if (id === undefined) return undefined;
  const published = doiOf(said('arxiv:doi') ?? '');
  const item = itemOf({
    type: 'article',
    title: said('title'),
    author: children(entry, 'author')
      .map((author) => nameOf(textIn(children(author, 'name').at(0)) || undefined))
      .filter((name) => name !== undefined),
    issued: dateOf(said('published')),
    abstract: said('summary'),
    number: `arXiv:${id}`,
    publisher: 'arXiv',
    note: said('arxiv:journal_ref'),
    DOI: `10.48550/arxiv.${id.toLowerCase()}`,
    URL: `https://arxiv.org/abs/${id}`,
  });
  if (!item) return undefined;
  return {
    item,
    service: 'arxiv',
    url: `https://arxiv.org/abs/${id}`,
    pdf: `https://arxiv.org/pdf/${id}`,
    ...(published !== undefined && { published: [published] }),
  };
}
