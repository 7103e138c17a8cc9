import { arxivOf, doiOf } from '../../base/identifiers';
import { isFailure } from '../failure';
import type { Found } from '../found';
import { list, members, number, text, webLink } from '../shape';
import type { Asking, Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

const SELECT =
  'id,doi,title,publication_date,publication_year,type,language,authorships,primary_location,best_oa_location,biblio,' +
  'abstract_inverted_index,ids,is_retracted,cited_by_count';

/** OpenAlex (https://docs.openalex.org): single works are free to look up, searching needs the user's own key. */
export const openAlex: Client = {
  id: 'openalex',
  kinds: ['doi', 'pmid'],

  async byId({ kind, value }, asking) {
    try {
      const path = `/works/${kind}:${encodeURIComponent(value)}`;
      return foundOf(await asking.json({ service: 'openalex', path, query: { select: SELECT, ...key(asking) } }));
    } catch (error) {
      if (isFailure(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  },

  canSearch: (asking) => asking.key('openalex') !== undefined,

  async search(words, limit, offset, asking) {
    const page = Math.floor(offset / limit) + 1;
    const query = { search: words, 'per-page': limit, page, select: SELECT, ...key(asking) };
    const answer = members(await asking.json({ service: 'openalex', path: '/works', query }));
    return list(answer.results)
      .map(foundOf)
      .filter((found) => found !== undefined);
  },
};

function key(asking: Asking): { api_key?: string } {
  return { api_key: asking.key('openalex') };
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  article: 'article-journal',
  preprint: 'article',
  dissertation: 'thesis',
  'book-chapter': 'chapter',
};

function foundOf(value: unknown): Found | undefined {
  const work = members(value);
  const location = members(work.primary_location);
  const source = members(location.source);
  const { volume, issue, first_page, last_page } = members(work.biblio);
  const ids = members(work.ids);
  const doi = doiOf(text(work.doi) ?? '');
  const page = text(location.landing_page_url);
  const arxiv = arxivOf(doi ?? '') ?? arxivOf(page ?? '');
  const isConference = text(source.type) === 'conference';
  const type = text(work.type) ?? 'article';
  const item = itemOf({
    type: isConference && type === 'article' ? 'paper-conference' : (TYPES[type] ?? type),
    title: text(work.title) ?? text(work.display_name),
    author: list(work.authorships)
      .map((authorship) => nameOf(text(members(members(authorship).author).display_name)))
      .filter((name) => name !== undefined),
    issued: dateOf(text(work.publication_date) ?? text(work.publication_year)),
    'container-title': text(source.type) === 'repository' ? undefined : text(source.display_name),
    publisher: text(source.type) === 'repository' ? text(source.display_name) : text(source.host_organization_name),
    volume: text(volume),
    issue: text(issue),
    page: pages(text(first_page), text(last_page)),
    abstract: abstractOf(work.abstract_inverted_index),
    language: text(work.language),
    PMID: /(\d+)$/.exec(text(ids.pmid) ?? '')?.[1],
    number: arxiv && `arXiv:${arxiv}`,
    DOI: doi,
    URL: doi === undefined ? webLink(page) : `https://doi.org/${doi}`,
  });
  if (!item) return undefined;
  return {
    item,
    service: 'openalex',
    url: webLink(work.id),
    pdf: webLink(members(work.best_oa_location).pdf_url),
    isRetracted: work.is_retracted === true,
    citedBy: number(work.cited_by_count),
  };
}

function pages(first: string | undefined, last: string | undefined): string | undefined {
  return first === undefined || last === undefined || first === last ? first : `${first}-${last}`;
}

/** An abstract may be so many words long. */
const MOST_WORDS = 10_000;

/** The abstract of an index that says at which places each word stands. */
function abstractOf(index: unknown): string | undefined {
  const words: string[] = [];
  for (const [word, places] of Object.entries(members(index))) {
    for (const place of list(places)) {
      if (typeof place === 'number' && Number.isInteger(place) && place >= 0 && place < MOST_WORDS) words[place] = word;
    }
  }
  return words.filter((word) => word !== undefined).join(' ') || undefined;
}
