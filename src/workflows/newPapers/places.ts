import type { FeedPaper } from '../../online/feeds/feed';

/** Which pages and guids tell the papers of a feed from one another. */
export interface Places {
  /** Those that a paper alone has. */
  of(paper: FeedPaper): readonly string[];
  /** Those that several papers have: the issue in which they stand, say. */
  readonly shared: readonly string[];
}

/** The places of the papers that a feed has at a time, in steps. What is brought twice under one title is one paper. */
export function* lookingAtPlaces(papers: readonly FeedPaper[]): Generator<undefined, Places> {
  const titles = new Map<string, string | undefined>();
  const shared = new Set<string>();
  for (const paper of papers) {
    yield;
    const { title } = paper.item;
    for (const place of statedPlaces(paper)) {
      if (titles.has(place) && titles.get(place) !== title) shared.add(place);
      else titles.set(place, title);
    }
  }
  return { of: (paper) => statedPlaces(paper).filter((place) => !shared.has(place)), shared: [...shared] };
}

function statedPlaces({ url, guid }: FeedPaper): string[] {
  return [...new Set([url, guid])].filter((place) => place !== undefined && !isWholeSite(place)) as string[];
}

/** The address of a site is the page of whatever is new there. */
function isWholeSite(place: string): boolean {
  return /^https?:\/\/[^/?#]*\/?$/i.test(place);
}
