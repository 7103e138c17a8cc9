import type { FeedPaper } from '../../online/feeds/feed';

/** Which pages and guids tell the papers of a feed from one another. */
export interface Places {
  /** Those that a paper alone has. A page comes with the date that its feed states: another day it may show another paper. */
  of(paper: FeedPaper): readonly string[];
  /** Those that several papers have: the issue in which they stand, say. */
  readonly shared: readonly string[];
}

/**
 * The places of the papers that a feed has at a time, in steps. What is brought twice under one title is one paper.
 * @param wasShared whether several papers had a page or a guid before
 */
export function* lookingAtPlaces(
  papers: readonly FeedPaper[],
  wasShared: (place: string) => boolean,
): Generator<undefined, Places> {
  const titles = new Map<string, string | undefined>();
  const shared = new Set<string>();
  let isOne = true;
  for (const paper of papers) {
    yield;
    const { title } = paper.item;
    if (title !== papers[0].item.title) isOne = false;
    for (const place of [paper.url, paper.guid]) {
      if (place === undefined) continue;
      if (titles.has(place) && titles.get(place) !== title) shared.add(place);
      else titles.set(place, title);
    }
  }
  const tells = (place: string | undefined): place is string =>
    place !== undefined && !isWholeSite(place) && !shared.has(place) && !wasShared(place);
  return {
    of: ({ url, guid, dated }) => {
      const places = tells(guid) ? [guid] : [];
      if (tells(url) && dated !== undefined) places.push(`${url} ${dated}`);
      // A feed that shows one paper at a time may do so on one page for ever.
      else if (tells(url) && guid === undefined && !isOne) places.push(url);
      return places;
    },
    shared: [...shared],
  };
}

/** The address of a site is the page of whatever is new there. */
function isWholeSite(place: string): boolean {
  return /^https?:\/\/[^/?#]*\/?$/i.test(place);
}
