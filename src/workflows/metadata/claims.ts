import type { Entry } from '../../library/model/entry';
import { familyName } from '../../library/model/display';
import type { Identifier } from '../../online/found';
import type { Sought } from '../../online/gathering';
import type { Claim } from '../../online/verifying/judgement';

/** What an entry claims, for checking. */
export function claimOf({ title, authors, moreAuthors, year, venue, doi, arxiv }: Entry): Claim {
  // What stands there as a DOI and is arXiv's own says the same as its number.
  return { title, authors, moreAuthors, year, venue, doi, arxiv };
}

/** By what services are asked for an entry: its identifiers, then title and family names. The year only tells their answers apart. */
export function soughtOf(entry: Entry): Sought {
  const { title, authors, year } = entry;
  return {
    identifiers: identifiersOf(entry),
    ...(title !== '' && { description: { title, authors: authors.slice(0, 3).map(familyName), year } }),
  };
}

function identifiersOf({ doi, arxiv, isbn, pmid, pmcid }: Entry): Identifier[] {
  const isArxivDoi = doi !== undefined && /^10\.48550\//.test(doi);
  const first: Identifier[] = [
    ...(doi === undefined ? [] : [{ kind: 'doi', value: doi } as const]),
    ...(arxiv === undefined || isArxivDoi ? [] : [{ kind: 'arxiv', value: arxiv } as const]),
  ];
  if (first.length > 0) return first;
  if (pmid !== undefined) return [{ kind: 'pmid', value: pmid }];
  if (pmcid !== undefined) return [{ kind: 'pmcid', value: pmcid }];
  return isbn === undefined ? [] : [{ kind: 'isbn', value: isbn }];
}
