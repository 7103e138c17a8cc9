import type { LocalConnection } from '../connection';
import { itemPage, namedItems, type ZoteroItem } from '../items';
import { pathOfLibrary } from '../library';

/** What of a paper its items are looked for by. */
interface LookedFor {
  readonly citekey: string;
  readonly title: string;
  readonly doi?: string;
  readonly origin?: string;
}

/** So many items are looked at that a search finds. */
const FOUND = 50;
/** So many words of a title are looked for, the longest: short ones are in most titles. */
const WORDS = 5;

/**
 * The items of a library that papers may be, as they are now: those that papers were read from, and what Zotero's quick search finds
 * by citekey, DOI and title. Which of them a paper is, is for the caller to see.
 */
export async function likeItems(
  zotero: LocalConnection,
  library: string,
  papers: readonly LookedFor[],
  signal: AbortSignal,
): Promise<ZoteroItem[]> {
  const path = `${pathOfLibrary(library)}/items`;
  const found = new Map<string, ZoteroItem>();
  const take = (items: readonly ZoteroItem[]) => items.forEach((item) => found.set(item.key, item));
  const place = library === 'user' ? 'library' : `groups/${library}`;
  const isHere = ({ origin }: LookedFor) => origin?.startsWith(`zotero://select/${place}/items/`) === true;
  const keys = papers.filter(isHere).map(({ origin }) => origin!.slice(origin!.lastIndexOf('/') + 1));
  for await (const items of namedItems(zotero, library, keys, signal)) take(items);
  for (const paper of papers) {
    if (isHere(paper) && found.has(paper.origin!.slice(paper.origin!.lastIndexOf('/') + 1))) continue;
    for (const q of searchesFor(paper)) {
      take((await itemPage(zotero, path, { q, qmode: 'everything', limit: FOUND }, signal)).items);
    }
  }
  return [...found.values()];
}

function searchesFor({ citekey, doi, title }: LookedFor): string[] {
  const words = title.split(/[^\p{L}\p{N}]+/u).sort((a, b) => b.length - a.length);
  return [citekey, doi ?? '', words.slice(0, WORDS).join(' ')].map((each) => each.trim()).filter(Boolean);
}
