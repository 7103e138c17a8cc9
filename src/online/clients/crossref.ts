import type { CslItem, CslName } from '../../library/model/csl';
import { doiOf } from '../../base/identifiers/doi';
import { isFailure } from '../failure';
import type { Found } from '../found';
import { firstText, list, members, number, text, webLink } from '../shape';
import type { Asking, Client } from './client';
import { itemOf } from './item';

/** What of a work is asked for where many are listed. Crossref answers with 400 to what it does not let be selected, such as `language`. */
const SELECT =
  'DOI,type,title,subtitle,author,editor,translator,issued,container-title,short-container-title,publisher,volume,issue,page,' +
  'article-number,abstract,ISBN,ISSN,URL,relation,updated-by,is-referenced-by-count';

/** Crossref (REST API: https://api.crossref.org/swagger-ui/). */
export const crossref: Client = {
  id: 'crossref',
  kinds: ['doi', 'isbn'],

  async byId({ kind, value }, asking) {
    if (kind === 'isbn') {
      const [first] = await works({ filter: `isbn:${value}`, rows: 1 }, asking);
      return first;
    }
    try {
      const path = `/works/${encodeURIComponent(value)}`;
      return foundOf(members(await asking.json({ service: 'crossref', path, query: polite(asking) })).message);
    } catch (error) {
      if (isFailure(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  },

  /** Fields of their own find far better than `query.bibliographic`, where a title is known. */
  byDescription: ({ title, authors = [] }, asking) =>
    works({ 'query.title': title, 'query.author': authors.slice(0, 3).join(' ') || undefined, rows: 5 }, asking),

  search: (words, limit, offset, asking) =>
    works({ 'query.bibliographic': words, rows: limit, offset: offset || undefined }, asking),
};

async function works(query: Record<string, string | number | undefined>, asking: Asking): Promise<Found[]> {
  const answer = await asking.json({
    service: 'crossref',
    path: '/works',
    query: { ...query, select: SELECT, ...polite(asking) },
  });
  const { items } = members(members(answer).message);
  return list(items)
    .map(foundOf)
    .filter((found) => found !== undefined);
}

/** With an address to write to, requests go to the pool that is served better. */
function polite({ email }: Asking): { mailto?: string } {
  return email === '' ? {} : { mailto: email };
}

function foundOf(value: unknown): Found | undefined {
  const work = members(value);
  const title = firstText(work.title);
  const doi = doiOf(text(work.DOI) ?? '');
  const item = itemOf({
    type: text(work.type),
    title: withSubtitle(title, firstText(work.subtitle)),
    author: names(work.author),
    editor: names(work.editor),
    translator: names(work.translator),
    issued: work.issued as CslItem['issued'],
    'container-title': firstText(work['container-title']),
    'container-title-short': firstText(work['short-container-title']),
    publisher: text(work.publisher),
    volume: text(work.volume),
    issue: text(work.issue),
    page: text(work.page),
    number: text(work['article-number']),
    abstract: text(work.abstract),
    ISBN: firstText(work.ISBN),
    ISSN: firstText(work.ISSN),
    language: text(work.language),
    DOI: doi,
    URL: doi === undefined ? webLink(work.URL) : `https://doi.org/${doi}`,
  });
  if (!item) return undefined;
  return {
    item,
    service: 'crossref',
    url: doi && `https://doi.org/${doi}`,
    isRetracted: list(work['updated-by']).some((update) =>
      /^(?:retraction|removal|withdrawal)$/i.test(text(members(update).type) ?? ''),
    ),
    citedBy: number(work['is-referenced-by-count']),
    published: list(members(work.relation)['is-preprint-of'])
      .map((other) => doiOf(text(members(other).id) ?? ''))
      .filter((each) => each !== undefined),
  };
}

function withSubtitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined || subtitle === undefined) return title;
  return title.toLowerCase().includes(subtitle.toLowerCase()) ? title : `${title.replace(/\s*:$/, '')}: ${subtitle}`;
}

function names(value: unknown): CslName[] | undefined {
  const all = list(value).map((each): CslName => {
    const { family, given, name, suffix } = members(each);
    const literal = text(name);
    if (literal !== undefined) return { literal };
    return text(family) === undefined
      ? { literal: text(given) }
      : { family: text(family), given: text(given), suffix: text(suffix) };
  });
  return all.length > 0 ? all : undefined;
}
