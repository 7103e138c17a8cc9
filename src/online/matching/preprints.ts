import { arxivOf } from '../../base/identifiers/arxivId';
import type { CslItem } from '../../library/model/csl';

/** The arXiv identifier that an item states. */
export function arxivOfItem({ DOI, number, URL }: CslItem): string | undefined {
  return [DOI, number, URL]
    .map((place) => (typeof place === 'string' ? arxivOf(place) : undefined))
    .find((id) => id !== undefined);
}

/** Places where papers stand before, or without, being published elsewhere. */
const SERVERS =
  /\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|ssrn|preprints?(?:\.org)?|corr|research square|techrxiv|openreview)\b/i;

/** DOIs that such servers give. */
const SERVER_DOIS = /^10\.(?:48550|1101|26434|31234|31235|2139|20944|21203|36227)\//;

/** Whether an item says of itself that it is a preprint, not what was published of it. */
export function isPreprint(item: CslItem): boolean {
  if (item.DOI !== undefined && SERVER_DOIS.test(item.DOI)) return true;
  const place = item['container-title'] ?? item.publisher ?? '';
  if (place !== '') return SERVERS.test(place);
  return item.type === 'article' || arxivOfItem(item) !== undefined;
}
