import { readFileSync } from 'node:fs';
import type { CslItem, CslName } from '../../../src/library/model/csl';
import { parsePlainName } from '../../../src/library/model/names';
import type { Found } from '../../../src/online/found';
import { Random } from '../search/random';

/*
 * Synthetic answers of services to the question what was published of a preprint. Titles, authors, years and venues are of real papers;
 * the records made of them, and all decoys, are not: they show how well the matcher tells records apart, not what services hold.
 */

/** What is known of a paper. */
interface Facts {
  readonly title: string;
  readonly authors: readonly string[] | null;
  readonly year: number | null;
  readonly arxiv: string | null;
  readonly venue: string | null;
}

/** A preprint with what services answer about it, shuffled. */
export interface Case {
  readonly preprint: CslItem;
  readonly answers: readonly Found[];
  /** The DOI of the record that is its published version; left out where none of the answers is. */
  readonly published?: string;
}

/** The kinds of records that are not the published version, however near they come. */
const DECOYS = ['partTwo', 'erratum', 'namesake', 'next', 'review', 'otherServer', 'workshop', 'translation'] as const;

/** A case for each preprint with authors, from the same seed the same. */
export function syntheticCases(file: string, seed: number): Case[] {
  const facts = (JSON.parse(readFileSync(file, 'utf8')) as Facts[]).filter(
    ({ arxiv, authors, year }) => arxiv !== null && authors !== null && authors.length > 0 && year !== null,
  );
  const numbers = new Random(seed);
  const next = () => numbers.next();
  return facts.map((paper, i) =>
    caseOf(paper, facts[(i + 1 + Math.floor(next() * (facts.length - 1))) % facts.length], i, next),
  );
}

function caseOf(paper: Facts, other: Facts, i: number, next: () => number): Case {
  const authors = (paper.authors ?? []).map(parsePlainName);
  const year = paper.year ?? 2020;
  const preprint: CslItem = {
    type: 'article',
    title: paper.title,
    author: authors,
    issued: { 'date-parts': [[year]] },
    number: `arXiv:${paper.arxiv}`,
    DOI: `10.48550/arxiv.${paper.arxiv}`,
    publisher: 'arXiv',
  };
  const isPublished = isVenue(paper.venue) && next() < 0.9;
  const doi = `10.5555/synthetic.${i}`;
  const published = isPublished ? [publishedOf(paper, authors, doi, next)] : [];
  const decoys = DECOYS.filter(() => next() < 0.45).map((kind, n) =>
    decoy(kind, { paper, other, authors, doi: `${doi}.${n}` }, next),
  );
  const answers = [...published, ...decoys]
    .map((found) => ({ found, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ found }) => found);
  return { preprint, answers, ...(isPublished && { published: doi }) };
}

function isVenue(venue: string | null): boolean {
  return venue !== null && !/arxiv|preprint|corr\b/i.test(venue);
}

/** A record as publishers register it: sometimes with another title, abbreviated names, an author more or less, a later year. */
function publishedOf(
  { title, venue, year }: Facts,
  authors: readonly CslName[],
  DOI: string,
  next: () => number,
): Found {
  const kind = next();
  const registered =
    kind < 0.6
      ? title
      : kind < 0.7
        ? withoutSubtitle(title)
        : kind < 0.8
          ? title.toUpperCase()
          : kind < 0.9
            ? reworded(title, next)
            : `${title}.`;
  const names = next() < 0.3 ? authors.map(initialed) : authors;
  const listed = next() < 0.1 && names.length > 2 ? names.slice(0, -1) : names;
  return crossref({
    title: registered,
    author: [...listed],
    issued: { 'date-parts': [[(year ?? 2020) + Math.floor(next() * 3)]] },
    'container-title': venue ?? '',
    DOI,
  });
}

interface DecoyParts {
  readonly paper: Facts;
  readonly other: Facts;
  readonly authors: readonly CslName[];
  readonly doi: string;
}

function decoy(kind: (typeof DECOYS)[number], { paper, other, authors, doi }: DecoyParts, next: () => number): Found {
  const year = paper.year ?? 2020;
  const base = {
    author: [...authors],
    issued: { 'date-parts': [[year + 1]] },
    'container-title': 'Synthetic Letters',
    DOI: doi,
  };
  const strangers = (other.authors ?? []).map(parsePlainName);
  switch (kind) {
    case 'partTwo':
      return crossref({ ...base, title: `${paper.title}${next() < 0.5 ? ', Part II' : ' 2'}` });
    case 'erratum':
      return crossref({ ...base, title: `${next() < 0.5 ? 'Erratum' : 'Correction to'}: ${paper.title}` });
    case 'namesake':
      return crossref({ ...base, title: next() < 0.5 ? paper.title : withoutSubtitle(paper.title), author: strangers });
    case 'next':
      return crossref({ ...base, title: nextTitle(paper.title, other.title, next) });
    case 'review':
      return crossref({ ...base, title: `Review of “${paper.title}”`, author: strangers.slice(0, 1) });
    case 'otherServer':
      return crossref({
        ...base,
        type: 'article',
        title: paper.title,
        'container-title': 'Research Square',
        DOI: `10.21203/rs.3.rs-${doi.replace(/\D/g, '')}`,
      });
    case 'workshop':
      return crossref({
        ...base,
        title: `Workshop on ${paper.title}`,
        author: [...authors.slice(0, 1), ...strangers.slice(0, 2)],
      });
    case 'translation':
      return crossref({ ...base, title: `${other.title}`, author: strangers, issued: { 'date-parts': [[year]] } });
  }
}

/** The same authors' next paper: half of the words stay, or the name of the system stays before another subtitle. */
function nextTitle(title: string, other: string, next: () => number): string {
  const [head, ...rest] = title.split(': ');
  if (rest.length > 0 && next() < 0.5) return `${head}: ${other.split(': ').at(-1)}`;
  const words = title.split(' ');
  const others = other.split(' ');
  return [...words.slice(0, Math.ceil(words.length / 2)), ...others.slice(Math.floor(others.length / 2))].join(' ');
}

function crossref(item: CslItem): Found {
  return { service: 'crossref', url: `https://doi.org/${item.DOI}`, item: { type: 'article-journal', ...item } };
}

function withoutSubtitle(title: string): string {
  return title.split(': ')[0];
}

/** One word of the title is another in print. */
function reworded(title: string, next: () => number): string {
  const words = title.split(' ');
  const at = Math.floor(next() * words.length);
  return words.map((word, i) => (i === at ? 'Improved' : word)).join(' ');
}

function initialed(name: CslName): CslName {
  return name.given === undefined ? name : { ...name, given: `${name.given[0]}.` };
}
