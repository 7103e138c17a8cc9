import { authorNames, displayTitle } from '../library/model/display';
import type { Entry } from '../library/model/entry';
import { linkTarget } from '../base/markdown';
import type { FieldNames } from './fieldNames';
import { fieldsToYaml } from './yamlText';

/** What a note template can say about a paper. What is unknown is left out. */
export interface NoteValues {
  readonly citekey: string;
  readonly title: string;
  /** Names as people write them, given name first. */
  readonly authors: readonly string[];
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
  /** The day on which the note is made: `2025-03-04`. */
  readonly created: string;
  /** A citation in Markdown: `[@vaswani2017attention]`. */
  readonly citation?: string;
  /** Web pages of the paper. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A note need not name the thousands of authors that some papers of physics have. */
const MAX_NAMED = 100;

/** What an entry does not know of itself, but its note wants to say. */
export type NoteOccasion = Pick<NoteValues, 'created'> & Partial<Pick<NoteValues, 'citation' | 'links' | 'tags'>>;

/** The values of a paper's note. */
export function noteValues(entry: Entry, occasion: NoteOccasion): NoteValues {
  const { citekey, year, venue, doi, arxiv, url, abstract, keywords, type } = entry;
  const known = { citekey, year, venue, doi, arxiv, url, abstract, keywords, type };
  return { ...known, title: displayTitle(entry), authors: authorNames(entry), links: [], tags: [], ...occasion };
}

/**
 * The values as a template sees them: with `authorString` (the authors in one text), `date` (the same as `created`),
 * `frontMatter` (the fields of our own as YAML, without the dashes around them), and only links that can be written.
 */
export function templateScope(values: NoteValues, names: FieldNames): object {
  const { authors } = values;
  const named = authors.length > MAX_NAMED ? [...authors.slice(0, MAX_NAMED), 'et al.'] : authors;
  return {
    ...values,
    authorString: named.join(', '),
    date: values.created,
    frontMatter: noteFields({ ...values, authors: named }, names),
    links: values.links.flatMap(({ label, url }) => {
      const target = linkTarget(url);
      return target === undefined ? [] : [{ label, url: target }];
    }),
  };
}

function noteFields(values: NoteValues, names: FieldNames): string {
  const { citekey, title, authors, year, doi, arxiv, tags, created } = values;
  const known = authors.length > 0 ? authors : undefined;
  const fields = { citekey, title, authors: known, year, doi, arxiv, tags, status: 'unread', created };
  const named = Object.entries(fields).map(([field, value]) => [names[field as keyof typeof fields], value] as const);
  return fieldsToYaml(Object.fromEntries(named));
}
