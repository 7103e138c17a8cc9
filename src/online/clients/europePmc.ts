import type { CslName } from '../../library/model/csl';
import { doiOf } from '../../base/identifiers/doi';
import type { Found } from '../found';
import { list, members, number, text, webLink } from '../shape';
import type { Asking, Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

/** Europe PMC (RESTful web service: https://europepmc.org/RestfulWebService): PubMed and more. */
export const europePmc: Client = {
  id: 'europepmc',
  kinds: ['pmid', 'pmcid', 'doi'],

  async byId({ kind, value }, asking) {
    const query = { pmid: `EXT_ID:${value} AND SRC:MED`, pmcid: `PMCID:${value}`, doi: `DOI:"${value}"` };
    const [first] = await search(kind in query ? query[kind as keyof typeof query] : value, 1, asking);
    return first;
  },

  byDescription: ({ title, authors = [] }, asking) => {
    const author = authors.length > 0 ? ` AND AUTH:"${plain(authors[0])}"` : '';
    return search(`TITLE:"${plain(title)}"${author}`, 5, asking);
  },

  // Its pages go by a mark that only the answer before has: one page is enough here.
  search: async (words, limit, offset, asking) => (offset > 0 ? [] : search(plain(words), limit, asking)),
};

function plain(words: string): string {
  return words
    .replace(/[^\p{L}\p{N}\s.'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

async function search(query: string, pageSize: number, asking: Asking): Promise<Found[]> {
  const answer = await asking.json({
    service: 'europepmc',
    path: '/europepmc/webservices/rest/search',
    query: { query, format: 'json', resultType: 'core', pageSize },
  });
  return list(members(members(answer).resultList).result)
    .map(foundOf)
    .filter((found) => found !== undefined);
}

function foundOf(value: unknown): Found | undefined {
  const paper = members(value);
  const journalInfo = members(paper.journalInfo);
  const journal = members(journalInfo.journal);
  const book = members(paper.bookOrReportDetails);
  const doi = doiOf(text(paper.doi) ?? '');
  const source = text(paper.source);
  const types = list(members(paper.pubTypeList).pubType).map((type) => text(type)?.toLowerCase());
  const isPreprint = source === 'PPR' || types.includes('preprint');
  const item = itemOf({
    type: isPreprint ? 'article' : book.publisher !== undefined ? 'book' : 'article-journal',
    title: text(paper.title)?.replace(/(?<!\.)\.$/, ''),
    author: list(members(paper.authorList).author)
      .map(nameOfAuthor)
      .filter((name) => name !== undefined),
    issued: dateOf(text(journalInfo.printPublicationDate) ?? text(paper.firstPublicationDate) ?? text(paper.pubYear)),
    'container-title': text(journal.title),
    'container-title-short': text(journal.isoabbreviation),
    publisher: text(book.publisher),
    volume: text(journalInfo.volume),
    issue: text(journalInfo.issue),
    page: text(paper.pageInfo),
    ISBN: text(book.isbn13) ?? text(book.isbn10),
    ISSN: text(journal.issn) ?? text(journal.essn),
    abstract: text(paper.abstractText),
    PMID: text(paper.pmid),
    PMCID: text(paper.pmcid),
    DOI: doi,
    URL: doi && `https://doi.org/${doi}`,
  });
  if (!item) return undefined;
  const id = text(paper.id);
  return {
    item,
    service: 'europepmc',
    url:
      source && id
        ? `https://europepmc.org/article/${encodeURIComponent(source)}/${encodeURIComponent(id)}`
        : undefined,
    ...freeTexts(members(paper.fullTextUrlList).fullTextUrl),
    isRetracted: types.includes('retracted publication'),
    citedBy: number(paper.citedByCount),
  };
}

/** What of the places of the text costs nothing: open access, or free (`OA`, `F`). */
function freeTexts(places: unknown): Pick<Found, 'pdf' | 'freePage'> {
  const free = list(places)
    .map(members)
    .filter(({ availabilityCode }) => /^(?:OA|F)$/.test(text(availabilityCode) ?? ''));
  const at = (style: string) => webLink(free.find(({ documentStyle }) => text(documentStyle) === style)?.url);
  return { pdf: at('pdf'), freePage: at('html') };
}

function nameOfAuthor(author: unknown): CslName | undefined {
  const { lastName, firstName, initials, collectiveName, fullName } = members(author);
  const body = text(collectiveName);
  if (body !== undefined) return { literal: body };
  const family = text(lastName);
  return family === undefined ? nameOf(text(fullName)) : { family, given: text(firstName) ?? text(initials) };
}
