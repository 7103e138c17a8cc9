import { arxivOf } from '../../base/identifiers';
import type { CslItem } from '../../library/model/csl';
import { familyName } from '../../library/model/display';
import type { FeedPaper } from '../../online/feeds/feed';
import { titleWords } from '../../online/matching/titles';

/** A paper with what can name it. */
export interface Nameable extends Pick<FeedPaper, 'item' | 'url'> {
  /** Pages and guids that it alone has in its feed (`placesOf`). */
  readonly places?: readonly string[];
}

/** By what a paper is known. */
export interface PaperNames {
  /** What it is remembered by, the strongest first. Never empty. */
  readonly own: readonly string[];
  /** It has been seen where one of these is remembered. */
  readonly asked: readonly string[];
}

/** A title of fewer words is that of many papers (`Editorial`). */
const TELLING_WORDS = 3;

/**
 * What tells that two feeds, or two days, mean one paper: its arXiv identifier without version, its DOI, its title without case, accents
 * and punctuation, the page or the guid that it alone has in its feed.
 */
export function namesOf(paper: Nameable): PaperNames {
  const { item, url, places } = paper;
  const known = knownNames.get(item);
  if (known && known.url === url && known.places === places) return known.names;
  const names = statedNames(paper);
  knownNames.set(item, { url, places, names });
  return names;
}

const knownNames = new WeakMap<CslItem, Omit<Nameable, 'item'> & { readonly names: PaperNames }>();

/** Whether two papers are one. */
export function isSame(a: Nameable, b: Nameable): boolean {
  const own = new Set(namesOf(b).own);
  return namesOf(a).asked.some((name) => own.has(name));
}

function statedNames({ item, url, places = [] }: Nameable): PaperNames {
  const identifiers = identifierNames({ item, url });
  const words = titleWords(item.title ?? '');
  const titles = titleNames(words, item);
  const pages = places.map((place) => `url ${place}`);
  const strong = [...identifiers, ...titles];
  // An identifier stays: where there is one, nothing is gained by the page.
  const own = identifiers.length > 0 ? strong : [...strong, ...pages];
  if (own.length === 0) own.push(`title ${words.join(' ')}${url === undefined ? '' : ` at ${url}`}`);
  return { own, asked: [...new Set([...own, ...pages])] };
}

function identifierNames({ item, url }: Nameable): string[] {
  const doi = item.DOI?.toLowerCase();
  const arxiv = [doi, textOf(item.number), item.URL, url].map((place) => arxivOf(place ?? '')).find(Boolean);
  const isArxivDoi = doi !== undefined && arxivOf(doi) !== undefined;
  return [
    arxiv === undefined ? '' : `arxiv ${arxiv.toLowerCase()}`,
    doi === undefined || isArxivDoi ? '' : `doi ${doi}`,
  ].filter(Boolean);
}

function titleNames(words: readonly string[], { author }: CslItem): string[] {
  if (words.length >= TELLING_WORDS) return [`title ${words.join(' ')}`];
  const first = author?.[0] && titleWords(familyName(author[0])).join(' ');
  return words.length > 0 && first ? [`title ${[...words, first].join(' ')}`] : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
