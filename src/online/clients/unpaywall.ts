import { isFailure } from '../failure';
import type { Found } from '../found';
import { members, webLink } from '../shape';
import type { Asking } from './client';

/**
 * Where the text of a paper can be had for nothing (Unpaywall, https://unpaywall.org/products/api). It wants an e-mail address:
 * without one it is not asked. Undefined where it knows of no free text.
 */
export async function freeTextAt(doi: string, asking: Asking): Promise<Pick<Found, 'pdf' | 'freePage'> | undefined> {
  if (asking.email === '') return undefined;
  try {
    const path = `/v2/${encodeURIComponent(doi)}`;
    const answer = members(await asking.json({ service: 'unpaywall', path, query: { email: asking.email } }));
    const { url_for_pdf, url } = members(answer.best_oa_location);
    const [pdf, freePage] = [webLink(url_for_pdf), webLink(url)];
    return pdf === undefined && freePage === undefined ? undefined : { pdf, freePage };
  } catch (error) {
    if (isFailure(error) && error.code === 'not-found') return undefined;
    throw error;
  }
}
