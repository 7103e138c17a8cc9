import { arxivOf } from '../../base/identifiers/arxivId';
import type { CslItem } from '../../library/model/csl';
import { familyName } from '../../library/model/display';
import type { FeedPaper } from '../../online/feeds/feed';
import { titleWords } from '../../online/matching/titles';

/** A paper with what can name it. */
export interface Nameable extends Pick<FeedPaper, 'item' | 'url'> {
  /** Guids, and pages with their dates, that it alone has in its feed (`lookingAtPlaces`). */
  readonly places?: readonly string[];
}

/** By what a paper is known. */
export interface PaperNames {
  /** What it is remembered by, the strongest first. Never empty. */
  readonly own: readonly string[];
  /** It has been seen where one of these is remembered. */
  readonly asked: readonly string[];
}

/** A title of so many words is that of one paper. */
const OWN_WORDS = 6;
/** A title of fewer words is that of many papers (`Editorial`). */
const TELLING_WORDS = 3;
/** So many authors are looked at: those that come first. */
const MOST_AUTHORS = 5;

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
  const strong = [...identifiers, ...titles.own];
  // An identifier stays: where there is one, nothing is gained by the page.
  const own = identifiers.length > 0 ? strong : [...strong, ...pages];
  if (own.length === 0) own.push(`title ${words.join(' ')}${url === undefined ? '' : ` at ${url}`}`);
  return { own, asked: [...new Set([...identifiers, ...titles.asked, ...pages, ...own.slice(0, 1)])] };
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

/**
 * A long title tells a paper. Several papers may have a shorter one: they are one where they share an author, or where one of them names
 * none. One of a word or two tells nothing without an author.
 */
function titleNames(words: readonly string[], { author = [] }: CslItem): PaperNames {
  const title = `title ${words.join(' ')}`;
  if (words.length >= OWN_WORDS) return { own: [title], asked: [title] };
  const authors = author.map((name) => titleWords(familyName(name)).join(' ')).filter(Boolean);
  const bySomebody = `${title} |`;
  const byEach = [...new Set(authors)].slice(0, MOST_AUTHORS).map((name) => `${bySomebody} ${name}`);
  if (words.length < TELLING_WORDS) return words.length === 0 ? NO_NAMES : { own: byEach, asked: byEach };
  if (byEach.length === 0) return { own: [title], asked: [title, bySomebody] };
  return { own: [...byEach, bySomebody], asked: [...byEach, title] };
}

const NO_NAMES: PaperNames = { own: [], asked: [] };

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
