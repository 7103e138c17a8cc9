import { identifierOfPage } from './knownSites';

const PMID = /^\s*(?:pmid:?\s*)?0*([1-9]\d{0,8})\s*$/i;
const PMCID = /^\s*(?:pmcid:?\s*)?(?:PMC)?0*([1-9]\d{0,8})(?:\.\d+)?\s*$/i;

/** The PubMed number that a text is: bare, `PMID: …`, or a link to PubMed. */
export function findPmid(text: string): string | undefined {
  return text === '' ? undefined : (PMID.exec(text.slice(0, 500))?.[1] ?? ofPage(text, 'pmid'));
}

/** The PubMed Central number that a text is, with its letters: bare, with or without them, `PMCID: …`, or a link. */
export function findPmcid(text: string): string | undefined {
  const digits = text === '' ? undefined : PMCID.exec(text.slice(0, 500))?.[1];
  return digits === undefined ? ofPage(text, 'pmcid') : `PMC${digits}`;
}

function ofPage(text: string, kind: 'pmid' | 'pmcid'): string | undefined {
  const page = text.includes('/') ? identifierOfPage(text.slice(0, 500).trim()) : undefined;
  return page?.kind === kind ? page.value : undefined;
}
