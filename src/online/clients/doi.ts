import { checkCslItem } from '../../library/formats/cslItem';
import { isFailure } from '../failure';
import type { Client } from './client';
import { itemOf } from './item';

/** Any registration agency through doi.org (content negotiation: https://citation.doi.org/docs.html). */
export const doi: Client = {
  id: 'doi',
  kinds: ['doi'],

  async byId({ value }, asking) {
    try {
      // The slash stays: it is no part of what has to be escaped in a DOI's address.
      const path = `/${value.split('/').map(encodeURIComponent).join('/')}`;
      const answer = await asking.json({ service: 'doi', path, accept: 'application/vnd.citationstyles.csl+json' });
      const fields = checkCslItem(answer)?.item ?? {};
      const known = Object.fromEntries(Object.entries(fields).filter(([name]) => KEPT.has(name)));
      const item = itemOf({ ...known, DOI: value, URL: `https://doi.org/${value}` });
      return item && { item, service: 'doi', url: `https://doi.org/${value}` };
    } catch (error) {
      // An agency without this form sends a page, or refuses with 406.
      const isNothing =
        isFailure(error) && (error.code === 'not-found' || error.status === 406 || error.code === 'web-page');
      if (isNothing) return undefined;
      throw error;
    }
  },
};

/** Agencies send much of their own beside CSL's variables. */
const KEPT = new Set(
  (
    'type title title-short author editor translator issued container-title container-title-short collection-title publisher ' +
    'publisher-place volume issue page number abstract ISBN ISSN PMID PMCID language version event-title event-place edition'
  ).split(' '),
);
