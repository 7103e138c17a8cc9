import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf } from '../../base/identifiers/doi';
import { findPmcid, findPmid } from '../../library/model/pubmed';
import { isFailure } from '../failure';
import type { Found, Identifier } from '../found';
import { list, members, number, text, webLink, type Members } from '../shape';
import type { Asking, Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

const SELECT =
  'id,doi,title,publication_date,publication_year,type,language,authorships,primary_location,best_oa_location,open_access,biblio,' +
  'abstract_inverted_index,ids,is_retracted,cited_by_count';

/**
 * OpenAlex (https://docs.openalex.org): single works are free to look up, lists are cheap, and searching needs the user's own key.
 */
export const openAlex: Client = {
  id: 'openalex',
  kinds: ['doi', 'pmid', 'openalex'],

  async byId(identifier, asking) {
    return foundOf(await workOf(identifier, SELECT, asking));
  },

  canSearch: (asking) => asking.key('openalex') !== undefined,

  async search(words, limit, offset, asking) {
    const page = Math.floor(offset / limit) + 1;
    const works = await worksOf({ search: words, 'per-page': limit, page }, asking);
    return works.map(foundOf).filter((found) => found !== undefined);
  },

  async citedIds(identifier, asking) {
    const work = await workOf(identifier, 'id,referenced_works', asking);
    return (
      work &&
      list(work.referenced_works)
        .map(ownId)
        .filter((id) => id !== undefined)
    );
  },

  async byOwnIds(ids, asking) {
    const known = new Map<string, Found>();
    for (let at = 0; at < ids.length; at += MOST_VALUES) {
      const filter = `openalex:${ids.slice(at, at + MOST_VALUES).join('|')}`;
      for (const work of await worksOf({ filter, 'per-page': MOST_VALUES }, asking)) {
        const id = ownId(members(work).id);
        const found = foundOf(work);
        if (id !== undefined && found) known.set(id, found);
      }
    }
    return known;
  },

  async citing(identifier, limit, offset, asking) {
    const id = ownId((await workOf(identifier, 'id,referenced_works', asking))?.id);
    if (id === undefined) return undefined;
    const page = Math.floor(offset / limit) + 1;
    const works = await worksOf(
      { filter: `cites:${id}`, sort: 'cited_by_count:desc', 'per-page': limit, page },
      asking,
    );
    return works.map(foundOf).filter((found) => found !== undefined);
  },
};

/** So many values one filter can have. */
const MOST_VALUES = 50;

/** A work by an identifier; that of arXiv is asked for by its DOI. Undefined where OpenAlex does not have it. */
async function workOf({ kind, value }: Identifier, select: string, asking: Asking): Promise<Members | undefined> {
  const [scheme, id] = kind === 'arxiv' ? ['doi', `10.48550/arxiv.${value}`] : [kind, value];
  try {
    const path = kind === 'openalex' ? `/works/${value}` : `/works/${scheme}:${encodeURIComponent(id)}`;
    return members(await asking.json({ service: 'openalex', path, query: { select, ...key(asking) } }));
  } catch (error) {
    if (isFailure(error) && error.code === 'not-found') return undefined;
    throw error;
  }
}

async function worksOf(query: Readonly<Record<string, string | number>>, asking: Asking): Promise<readonly unknown[]> {
  const asked = { ...query, select: SELECT, ...key(asking) };
  return list(members(await asking.json({ service: 'openalex', path: '/works', query: asked })).results);
}

/** `W2741809807` of `https://openalex.org/W2741809807`. */
function ownId(url: unknown): string | undefined {
  return /^(?:https:\/\/openalex\.org\/)?(W\d{1,15})$/.exec(text(url) ?? '')?.[1];
}

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
    PMID: findPmid(text(ids.pmid) ?? ''),
    PMCID: findPmcid(text(ids.pmcid) ?? ''),
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
    freePage: webLink(members(work.open_access).oa_url),
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
