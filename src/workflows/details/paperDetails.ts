import { fullName, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { isPdf } from '../../library/model/paperFile';
import { hasOwnSummary } from '../../library/formats/ownSummary';
import { venueDetails } from '../../library/formats/venueDetails';
import { EDITABLE_FIELDS } from '../../library/writing/editableField';
import type { Note } from '../../notes/note';
import { fileNameOf } from '../../workspace/uri';
import { fileName } from './filePlaces';
import { firstLines } from './firstLines';
import { identifiersOf } from './identifiersOf';
import { mathParts } from './mathParts';
import { searchable } from './searchTerms';
import type { DetailsNote, DetailsRetraction, PaperDetails } from './shape';

/** What the details depend on beside the paper. */
export interface DetailsContext {
  readonly note: Note | undefined;
  /** How far it is read. */
  readonly status?: string;
  readonly statuses: readonly string[];
  /** What is known of its retraction. */
  readonly retraction?: DetailsRetraction;
  readonly isWritable: boolean;
  /** The services that know a paper that the library does not have. */
  readonly online?: string;
}

/** Enough for every author list and abstract that means something; more is not shown. */
const MOST_AUTHORS = 5000;
const LONGEST_ABSTRACT = 300_000;
const MOST_KEYWORDS = 500;
const NOTE = { lines: 6, characters: 600 };

/** The details of a paper. */
export function paperDetails(entry: Entry, context: DetailsContext): PaperDetails {
  const { authors, year, venue, abstract = '', keywords, language, added, source } = entry;
  return {
    citekey: entry.citekey,
    title: mathParts(displayTitle(entry)),
    authors: authors.slice(0, MOST_AUTHORS).map((name) => searchable('author', fullName(name))),
    moreAuthors: entry.moreAuthors === true || authors.length > MOST_AUTHORS,
    year: year === undefined ? undefined : { text: String(year), query: `year:${year}` },
    venue: venue === undefined ? undefined : searchable('venue', venue),
    ...venueDetails(entry),
    abstract: paragraphs(abstract.slice(0, LONGEST_ABSTRACT)).map(mathParts),
    isSummary: hasOwnSummary(entry),
    keywords: keywords.slice(0, MOST_KEYWORDS).map((word) => searchable('keyword', word)),
    identifiers: identifiersOf(entry),
    files: (entry.files ?? []).map((file) => ({
      name: fileName(file),
      path: file.path,
      isPdf: isPdf(file),
      url: /^https?:\/\//i.test(file.path) ? file.path : undefined,
    })),
    type: { text: entry.type, query: `type:${entry.type}`, stated: statedType(entry) },
    language,
    added,
    place: { file: fileNameOf(source.uri), line: source.range.start.line + 1 },
    note: context.note && noteDetails(context.note),
    ...(context.status !== undefined && { status: context.status }),
    statuses: context.statuses,
    ...(context.retraction && { retraction: context.retraction }),
    ...(context.online !== undefined && { online: context.online }),
    editable: context.isWritable ? EDITABLE_FIELDS : [],
  };
}

function noteDetails({ rating, tags, text }: Note): DetailsNote {
  return { rating, tags: tags.map((tag) => searchable('tag', tag)), lines: firstLines(text, NOTE) };
}

/** Empty lines part paragraphs; other line breaks are those of the file. */
function paragraphs(text: string): string[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function statedType({ record }: Entry): string | undefined {
  if (record.format === 'bibtex') return `@${record.type}`;
  return record.format === 'ris' ? record.tags.find(([tag]) => tag === 'TY')?.[1] : undefined;
}
