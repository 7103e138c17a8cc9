import { arxivOf, doiOf } from '../../base/identifiers';
import { isFailure } from '../failure';
import type { Found } from '../found';
import { list, members, number, text, webLink } from '../shape';
import type { Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

const FIELDS =
  'title,abstract,authors,year,publicationDate,venue,journal,publicationTypes,externalIds,openAccessPdf,citationCount,url';
const GRAPH = '/graph/v1/paper';

/** Semantic Scholar (Academic Graph API: https://api.semanticscholar.org/api-docs/graph). */
export const semanticScholar: Client = {
  id: 'semanticscholar',
  kinds: ['doi', 'arxiv', 'pmid', 'pmcid'],

  async byId({ kind, value }, asking) {
    try {
      const id = { doi: 'DOI', arxiv: 'ARXIV', pmid: 'PMID', pmcid: 'PMCID', isbn: 'ISBN' }[kind];
      const path = `${GRAPH}/${id}:${encodeURIComponent(kind === 'pmcid' ? value.slice(3) : value)}`;
      return foundOf(await asking.json({ service: 'semanticscholar', path, query: { fields: FIELDS } }));
    } catch (error) {
      if (isFailure(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  },

  async byDescription({ title }, asking) {
    try {
      const query = { query: plain(title), fields: FIELDS };
      return several(await asking.json({ service: 'semanticscholar', path: `${GRAPH}/search/match`, query }));
    } catch (error) {
      if (isFailure(error) && error.code === 'not-found') return [];
      throw error;
    }
  },

  async search(words, limit, offset, asking) {
    const query = { query: plain(words), limit, offset: offset || undefined, fields: FIELDS };
    return several(await asking.json({ service: 'semanticscholar', path: `${GRAPH}/search`, query }));
  },
};

/** "No special query syntax is supported. Hyphenated query terms yield no matches" (its documentation of `paper/search`). */
function plain(words: string): string {
  return words
    .replace(/[-\u2010-\u2015]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function several(answer: unknown): Found[] {
  return list(members(answer).data)
    .map(foundOf)
    .filter((found) => found !== undefined);
}

function foundOf(value: unknown): Found | undefined {
  const paper = members(value);
  const ids = members(paper.externalIds);
  const journal = members(paper.journal);
  const doi = doiOf(text(ids.DOI) ?? '');
  const arxiv = arxivOf(text(ids.ArXiv) ?? '');
  const types = list(paper.publicationTypes);
  const venue = text(paper.venue) ?? text(journal.name);
  const isPreprint = venue === undefined || /^arxiv/i.test(venue);
  const kind = types.includes('Conference') ? 'paper-conference' : types.includes('Book') ? 'book' : 'article-journal';
  const item = itemOf({
    type: isPreprint ? 'article' : kind,
    title: text(paper.title),
    author: list(paper.authors)
      .map((author) => nameOf(text(members(author).name)))
      .filter((name) => name !== undefined),
    issued: dateOf(text(paper.publicationDate) ?? text(paper.year)),
    'container-title': isPreprint ? undefined : venue,
    volume: isPreprint ? undefined : text(journal.volume),
    page: isPreprint ? undefined : text(journal.pages)?.replace(/\s+/g, ''),
    abstract: text(paper.abstract),
    publisher: isPreprint && arxiv !== undefined ? 'arXiv' : undefined,
    number: arxiv && `arXiv:${arxiv}`,
    PMID: text(ids.PubMed),
    PMCID: text(ids.PubMedCentral) && `PMC${text(ids.PubMedCentral)?.replace(/^PMC/i, '')}`,
    DOI: doi,
    URL: doi !== undefined ? `https://doi.org/${doi}` : arxiv && `https://arxiv.org/abs/${arxiv}`,
  });
  if (!item) return undefined;
  return {
    item,
    service: 'semanticscholar',
    url: webLink(paper.url),
    pdf: webLink(members(paper.openAccessPdf).url),
    citedBy: number(paper.citationCount),
  };
}
