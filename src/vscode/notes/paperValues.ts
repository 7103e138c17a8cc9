import { syntaxFor } from '../../citations/syntaxes';
import { formatReference } from '../../citations/reference';
import { isWritable } from '../../citations/writableKeys';
import { toCsl } from '../../library/formats/toCsl';
import { displayAuthors, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { type NoteOccasion, type NoteValues, noteValues, type RelatedPaper } from '../../notes/values';
import type { SearchService } from '../../search/contract';
import { paperLinks } from '../../workflows/links';

/** How many related papers a template is given. */
const MOST_RELATED = 10;

/** Finds the papers that are about the same as one. */
export type FindRelated = (entry: Entry) => Promise<readonly RelatedPaper[]>;

/** Finds related papers by the search. */
export function relatedBySearch(
  search: Pick<SearchService, 'related'>,
  library: { get(citekey: string): Entry | undefined },
): FindRelated {
  return async ({ citekey }) => {
    const found = await search.related(citekey, MOST_RELATED);
    const papers = found.map(({ id }) => library.get(id)).filter((paper) => paper !== undefined);
    return papers.map((paper) => ({
      citekey: paper.citekey,
      title: displayTitle(paper),
      year: paper.year,
      authorString: displayAuthors(paper),
    }));
  };
}

/** The values of a paper that cost next to nothing: all that the built-in template says. */
export function plainValues(entry: Entry, occasion: NoteOccasion): NoteValues {
  const syntax = syntaxFor('markdown');
  // A key that cannot be written would cite another paper.
  const citation = isWritable(entry.citekey, syntax) ? syntax.format({ items: [{ key: entry.citekey }] }) : undefined;
  const links = paperLinks(entry).map(({ label, url }) => ({ label, url }));
  return noteValues(entry, { citation, links, ...occasion });
}

/** All values of a paper that a template asks for: CSL's fields and the reference always, related papers where it names them. */
export async function allValues(
  entry: Entry,
  occasion: NoteOccasion,
  template: string,
  findRelated: FindRelated | undefined,
): Promise<NoteValues> {
  const csl = toCsl(entry);
  const related = /\brelated\b/.test(template) ? await findRelated?.(entry) : undefined;
  return plainValues(entry, { ...occasion, csl, reference: formatReference(csl), related });
}
