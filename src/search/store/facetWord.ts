import { foldWord } from '../text/fold';

/** The status of a paper that states none. */
export const UNREAD = 'unread';

/** The form in which words of facets are compared: `To-Read`, `to_read` and `to read` are the same. */
export function facetWord(text: string): string {
  return foldWord(text)
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
