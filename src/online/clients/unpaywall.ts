import { isFailure } from '../failure';
import { members, webLink } from '../shape';
import type { Asking } from './client';

/**
 * Where the text of a paper can be had for nothing (Unpaywall, https://unpaywall.org/products/api). It wants an e-mail address:
 * without one it is not asked. Undefined where it knows of no free text.
 */
export async function openPdf(doi: string, asking: Asking): Promise<string | undefined> {
  if (asking.email === '') return undefined;
  try {
    const path = `/v2/${encodeURIComponent(doi)}`;
    const answer = members(await asking.json({ service: 'unpaywall', path, query: { email: asking.email } }));
    return webLink(members(answer.best_oa_location).url_for_pdf);
  } catch (error) {
    if (isFailure(error) && error.code === 'not-found') return undefined;
    throw error;
  }
}
