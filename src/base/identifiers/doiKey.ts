import { doiOf } from './doi';

/** What a key that is a DOI begins with: bare, with its scheme, or as a link (mystmd's guide, "Citations"; Manubot's manual). */
const DOI_KEY = /^(?:doi:|https?:\/\/(?:dx\.|www\.)?doi\.org\/)?10\.\d/i;
const ESCAPED = /^10\.[\d.]+%2f/i;

/** The DOI that a cited key is, in lower case; undefined for other keys. */
export function doiOfKey(key: string): string | undefined {
  if (!DOI_KEY.test(key)) return undefined;
  return doiOf(ESCAPED.test(key) ? `https://doi.org/${key}` : key);
}
