import { shownLine } from '../base/shownLine';
import { displayTitle, familyName } from '../library/model/display';
import type { Entry } from '../library/model/entry';
import type { Grouping } from './arrangement';

/** How the row of a paper is laid out (the setting `literatureNotes.papers.row`). */
export const ROW_LAYOUTS = ['authorYearTitle', 'titleAuthorYear', 'title'] as const;
export type RowLayout = (typeof ROW_LAYOUTS)[number];

/** The texts of a row: the label, where the title begins in it, and what stands behind it in the colour of descriptions. */
export interface PaperRow {
  readonly label: string;
  readonly titleAt: number;
  readonly description: string;
}

/** Parts author and year from the title: wider than the space between words. */
const GAP = '\u2003';

/**
 * The row of a paper: `Weston 2014  Memory Networks`. What the paper lacks is left out; a paper without author and year shows
 * its title alone. What has no title but is a set of others (biblatex's `@set`) names their citekeys.
 * @param under what the rows are grouped by: under its author a paper is told by the year first, under its year without it
 */
export function paperRow(
  entry: Pick<Entry, 'title' | 'citekey' | 'venue' | 'authors' | 'moreAuthors' | 'year' | 'relations'>,
  layout: RowLayout,
  under: Grouping = 'none',
): PaperRow {
  const title = displayTitle(entry);
  const year = under === 'year' ? '' : (entry.year?.toString() ?? '');
  const parts = under === 'author' ? [year, rowAuthors(entry)] : [rowAuthors(entry), year];
  const who = parts.filter((part) => part !== '').join(' ');
  const members = entry.title ? '' : namedMembers(entry);
  switch (layout) {
    case 'title':
      return { label: title, titleAt: 0, description: members };
    case 'titleAuthorYear':
      return { label: title, titleAt: 0, description: who || members };
    case 'authorYearTitle': {
      const before = who === '' ? '' : who + GAP;
      return { label: before + title, titleAt: before.length, description: members };
    }
  }
}

/** A paper in the one line of a list to pick from, which is cut at its end: what tells papers apart leads, whatever the title. */
export function paperLine(entry: Parameters<typeof paperRow>[0]): string {
  const { label, description } = paperRow(entry, 'authorYearTitle');
  return [label, description].filter((part) => part !== '').join(GAP);
}

/** The citekeys of the papers that are one by biblatex's `@set`, as it lists them. */
function namedMembers({ relations = [] }: Pick<Entry, 'relations'>): string {
  return shownLine(
    relations
      .filter(({ kind }) => kind === 'entryset')
      .map(({ to }) => to)
      .join(', '),
  );
}

/** Who wrote a paper and when, in as few letters as tell it: `Weston 2014`. */
export function whoAndWhen(entry: Pick<Entry, 'authors' | 'moreAuthors' | 'year'>): string {
  return [rowAuthors(entry), entry.year?.toString() ?? ''].filter((part) => part !== '').join(' ');
}

/** The authors in as few letters as tell them: `Weston`, `Smith & Jones`, `Vaswani+`. */
function rowAuthors({ authors, moreAuthors }: Pick<Entry, 'authors' | 'moreAuthors'>): string {
  const [first, second] = authors;
  if (first === undefined) return '';
  if (authors.length > 2 || moreAuthors) return `${familyName(first)}+`;
  return second === undefined ? familyName(first) : `${familyName(first)} & ${familyName(second)}`;
}
