import { displayTitle, fullName } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { venueDetails } from '../../library/formats/venueDetails';
import type { Note } from '../../notes/note';
import { mathParts, type TextPart } from './mathParts';

/** What papers are compared by, in the order of the rows. */
export const COMPARED = [
  'authors',
  'year',
  'venue',
  'volume',
  'issue',
  'pages',
  'type',
  'doi',
  'keywords',
  'status',
  'rating',
  'tags',
  'abstract',
  'note',
] as const;
export type Compared = (typeof COMPARED)[number];

/** What each of the papers says of one thing, as paragraphs. */
export interface Comparison {
  readonly what: Compared;
  readonly cells: readonly (readonly (readonly TextPart[])[])[];
  /** Whether all say the same. */
  readonly isSame: boolean;
}

const MOST_AUTHORS = 20;
const LONGEST = 20_000;

/** A paper with what is said of it elsewhere. */
export interface ComparedPaper {
  readonly entry: Entry;
  readonly note: Note | undefined;
  /** How far it is read, as its note or the state file says. */
  readonly status: string | undefined;
}

/** Papers with their notes beside each other. What none of them says is left out. */
export function comparisons(papers: readonly ComparedPaper[]): Comparison[] {
  const columns = papers.map(said);
  return COMPARED.flatMap((what) => {
    const texts = columns.map((column) => (column[what] ?? '').slice(0, LONGEST));
    if (texts.every((text) => text === '')) return [];
    return [{ what, cells: texts.map(paragraphs), isSame: new Set(texts).size === 1 }];
  });
}

function said({ entry, note, status }: ComparedPaper): Partial<Record<Compared, string>> {
  const { authors, moreAuthors, year, venue, type, doi, keywords, abstract } = entry;
  const isCut = moreAuthors === true || authors.length > MOST_AUTHORS;
  const names = authors.slice(0, MOST_AUTHORS).map(fullName);
  return {
    ...venueDetails(entry),
    authors: [...names, ...(isCut ? ['…'] : [])].join(', '),
    year: year?.toString(),
    venue: venue === displayTitle(entry) ? undefined : venue,
    type,
    doi,
    keywords: keywords.join(', '),
    abstract,
    status,
    rating: note?.rating?.toString(),
    tags: note?.tags.map((tag) => `#${tag}`).join(' '),
    note: note?.text.trim(),
  };
}

function paragraphs(text: string): TextPart[][] {
  const parts = text.split(/\n[ \t]*\n/).map((paragraph) => mathParts(paragraph.trim()));
  return parts.filter((paragraph) => paragraph.length > 0);
}
