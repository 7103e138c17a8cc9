import type { Entry } from '../../library/model/entry';
import { paperLinks } from '../links';
import type { Identifier } from './shape';

/** All identifiers of a paper: those with a web page first. */
export function identifiersOf(entry: Entry): Identifier[] {
  const { pmid, pmcid, isbn } = entry;
  const links = paperLinks(entry).map(({ kind, label, url }): Identifier => ({ kind, text: label, url }));
  if (pmid) links.push({ kind: 'pmid', text: pmid, url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` });
  if (pmcid) links.push({ kind: 'pmcid', text: pmcid, url: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/` });
  if (isbn) links.push({ kind: 'isbn', text: isbn });
  return links;
}
