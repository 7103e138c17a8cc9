import { arxivOf } from '../../base/identifiers/arxivId';
import { doiOf } from '../../base/identifiers/doi';
import { isFailure } from '../failure';
import type { Found, Identifier } from '../found';
import { list, members, number, text, webLink } from '../shape';
import type { Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

/** What is asked of a paper. */
export const PAPER_FIELDS =
  'title,abstract,authors,year,publicationDate,venue,journal,publicationTypes,externalIds,openAccessPdf,citationCount,url';
const GRAPH = '/graph/v1/paper';

/** Semantic Scholar (Academic Graph API: https://api.semanticscholar.org/api-docs/graph). */
export const semanticScholar: Client = {
  id: 'semanticscholar',
  kinds: ['doi', 'arxiv', 'pmid', 'pmcid', 'semanticscholar'],

  async byId(identifier, asking) {
    return semanticScholarPaper(
      await unlessUnknown(asking.json({ ...ASKED, path: pathOf(identifier), query: { fields: PAPER_FIELDS } })),
    );
  },

  async byDescription({ title }, asking) {
    const query = { query: plain(title), fields: PAPER_FIELDS };
    return several(await unlessUnknown(asking.json({ ...ASKED, path: `${GRAPH}/search/match`, query })));
  },

  async search(words, limit, offset, asking) {
    const query = { query: plain(words), limit, offset: offset || undefined, fields: PAPER_FIELDS };
    return several(await asking.json({ ...ASKED, path: `${GRAPH}/search`, query }));
  },

  async citedIds(identifier, asking) {
    const query = { fields: 'paperId', limit: MOST_CITED };
    const answer = await unlessUnknown(asking.json({ ...ASKED, path: `${pathOf(identifier)}/references`, query }));
    const ids = list(members(answer).data).map((each) => text(members(members(each).citedPaper).paperId));
    return answer === undefined ? undefined : ids.filter((id) => id !== undefined);
  },

  async byOwnIds(ids, asking) {
    const post = { ids };
    const answer = list(await asking.json({ ...ASKED, path: `${GRAPH}/batch`, query: { fields: PAPER_FIELDS }, post }));
    const known = ids.map((id, i) => [id, semanticScholarPaper(answer[i])] as const);
    return new Map(known.filter((each): each is readonly [string, Found] => each[1] !== undefined));
  },

  async citing(identifier, limit, offset, asking) {
    const query = { fields: PAPER_FIELDS, limit, offset: offset || undefined };
    const answer = await unlessUnknown(asking.json({ ...ASKED, path: `${pathOf(identifier)}/citations`, query }));
    const found = list(members(answer).data).map((each) => semanticScholarPaper(members(each).citingPaper));
    return answer === undefined ? undefined : found.filter((each) => each !== undefined);
  },
};

const ASKED = { service: 'semanticscholar' } as const;

/** So many of the works that a paper cites are given at once. */
const MOST_CITED = 1000;

const SCHEMES = {
  doi: 'DOI',
  arxiv: 'ARXIV',
  pmid: 'PMID',
  pmcid: 'PMCID',
  isbn: 'ISBN',
  openalex: 'OPENALEX',
} as const;

function pathOf({ kind, value }: Identifier): string {
  if (kind === 'semanticscholar') return `${GRAPH}/${value}`;
  return `${GRAPH}/${SCHEMES[kind]}:${encodeURIComponent(kind === 'pmcid' ? value.slice(3) : value)}`;
}

/** The answer, undefined where the service says that it has no such paper. */
async function unlessUnknown(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (isFailure(error) && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** "No special query syntax is supported. Hyphenated query terms yield no matches" (its documentation of `paper/search`). */
function plain(words: string): string {
  return words
    .replace(/[-\u2010-\u2015]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function several(answer: unknown): Found[] {
  return list(members(answer).data)
    .map(semanticScholarPaper)
    .filter((found) => found !== undefined);
}

/** A paper as Semantic Scholar writes it. */
export function semanticScholarPaper(value: unknown): Found | undefined {
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
