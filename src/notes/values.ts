import { linkTarget } from '../base/markdown';
import { shownLine } from '../base/shownLine';
import type { CslItem } from '../library/model/csl';
import { authorNames, displayTitle, familyName } from '../library/model/display';
import type { Entry } from '../library/model/entry';
import type { FieldNames, NoteField } from './fieldNames';
import { FrontMatterFields } from './templateValue';
import type { FieldValue } from './yamlText';

/** What a note template can say about a paper. What is unknown is left out. */
export interface NoteValues {
  readonly citekey: string;
  readonly title: string;
  /** Names as people write them, given name first. */
  readonly authors: readonly string[];
  /** The family name of the first author. */
  readonly firstAuthor?: string;
  readonly year?: number;
  readonly venue?: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly url?: string;
  readonly abstract?: string;
  /** The paper list's own. */
  readonly keywords: readonly string[];
  /** The tags that the new note begins with. */
  readonly tags: readonly string[];
  /** CSL type. */
  readonly type: string;
  /** The day on which the note is made, where the user is: `2025-03-04`. */
  readonly created: string;
  /** A citation in Markdown: `[@vaswani2017attention]`. */
  readonly citation?: string;
  /** A written-out reference in one line of plain text. */
  readonly reference?: string;
  /** Web pages of the paper. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** All that is known of the paper, in CSL's words. */
  readonly csl?: CslItem;
  /** The text that was selected when the note was asked for. */
  readonly selection?: string;
  /** Papers that are about the same, the nearest first. */
  readonly related?: readonly RelatedPaper[];
}

/** A paper that a note can point to. */
export interface RelatedPaper {
  readonly citekey: string;
  readonly title: string;
  readonly year?: number;
  readonly authorString: string;
}

/** A note need not name the thousands of authors that some papers of physics have. */
const MAX_NAMED = 100;

/** What an entry does not know of itself, but its note wants to say. */
export type NoteOccasion = Pick<NoteValues, 'created'> &
  Partial<Pick<NoteValues, 'citation' | 'reference' | 'links' | 'tags' | 'csl' | 'selection' | 'related'>>;

/** The values of a paper's note. */
export function noteValues(entry: Entry, occasion: NoteOccasion): NoteValues {
  const { citekey, year, venue, doi, arxiv, url, abstract, keywords, type } = entry;
  const [first] = entry.authors;
  const lines = { venue: venue && shownLine(venue), keywords: keywords.map(shownLine) };
  const known = { citekey, year, doi, arxiv, url, abstract, type, ...lines };
  const names = { authors: authorNames(entry), firstAuthor: first && familyName(first) };
  return { ...known, ...names, title: displayTitle(entry), links: [], tags: [], ...occasion };
}

/** The fields that a new note states, by our names, in the order in which they are written. */
export function noteFields(values: NoteValues) {
  const { citekey, title, year, doi, arxiv, tags, created } = values;
  const authors = values.authors.length > 0 ? namedAuthors(values.authors) : undefined;
  return { citekey, title, authors, year, doi, arxiv, tags, status: 'unread', created };
}

/** The authors that a note names. */
export function namedAuthors(authors: readonly string[]): readonly string[] {
  return authors.length > MAX_NAMED ? [...authors.slice(0, MAX_NAMED), 'et al.'] : authors;
}

/**
 * The values as a template sees them: with `authorString` (the authors in one text), `date` (the same as `created`), `aliases`
 * (other names of the note: the title and the citekey as it is cited),
 * `frontMatter` (the fields of our own as YAML, without the dashes around them), the fields of CSL under their own names and,
 * where these have hyphens, also as `containerTitle`; and only links that can be written.
 */
export function templateScope(values: NoteValues, names: FieldNames): object {
  return {
    ...cslScope(values.csl),
    ...values,
    authorString: namedAuthors(values.authors).join(', '),
    date: values.created,
    aliases: [values.title, `@${values.citekey}`],
    frontMatter: new FrontMatterFields(named(noteFields(values), names)),
    links: values.links.flatMap(({ label, url }) => {
      const target = linkTarget(url);
      return target === undefined ? [] : [{ label, url: target }];
    }),
  };
}

/** Fields by the properties that hold them. */
function named(fields: ReturnType<typeof noteFields>, names: FieldNames): Record<string, FieldValue | undefined> {
  const entries: [string, FieldValue | undefined][] = Object.entries(fields);
  return Object.fromEntries(entries.map(([field, value]) => [names[field as NoteField], value]));
}

/** Fields of CSL that may have paragraphs. */
const TEXTS: ReadonlySet<string> = new Set(['abstract', 'annote', 'note']);

function isLine(field: string, value: unknown): value is string {
  return typeof value === 'string' && !TEXTS.has(field);
}

function cslScope(item: CslItem | undefined): object {
  const fields: [string, unknown][] = Object.entries(item ?? {});
  const camelCase = (field: string) => field.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const lines = fields.map(([field, value]) => [field, isLine(field, value) ? shownLine(value) : value] as const);
  return Object.fromEntries([...lines.map(([field, value]) => [camelCase(field), value] as const), ...lines]);
}
