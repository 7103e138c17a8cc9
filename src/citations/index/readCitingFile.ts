import { LineIndex } from '../../base/lineIndex';
import type { Mutable } from '../../base/mutable';
import type { OffsetRange } from '../../base/position';
import type { FoundCitation, FoundHeading, Syntax } from '../syntax';
import { citedItems } from './citedItems';
import type { CitedPlace, CitingFile, NoteLink } from './citedPlace';
import { headingAbove, headingsIn } from './headings';
import { sentenceAround, withoutComments } from './sentence';
import { linkNameOf, pathLinksIn } from './pathLinks';
import { wikiLinksIn } from './wikiLinks';

/** The syntaxes of Markdown, whose documents link to notes by `[[name]]`. */
const MARKDOWN = ['pandoc', 'myst', 'multimarkdown', 'jekyll'];

/** Whether documents of a syntax link to notes by name. */
export function linksByName({ id }: Syntax): boolean {
  return MARKDOWN.includes(id);
}

/** What a document says of papers; undefined where that is nothing. */
export function readCitingFile(text: string, syntax: Syntax, fileName: string): CitingFile | undefined {
  const labels = syntax.labels?.in(text) ?? [];
  const items = citedItems(text, syntax, fileName, labels);
  const links = noteLinksIn(text, syntax);
  if (items.length + links.length + labels.length === 0) return undefined;
  const words = items.length > 0 && syntax.comments ? withoutComments(text, syntax.comments) : text;
  const lines = new LineIndex(text);
  const headings = items.length > 0 ? headingsIn(text, syntax) : [];
  /** The citation that was last looked at: its items follow one another. */
  let last: FoundCitation | undefined;
  let above: FoundHeading | undefined;
  let sentence = '';
  const places = items.map(({ citation, index }) => {
    if (citation !== last) {
      above = headingAbove(headings, citation.range.start);
      const floor = above && above.end <= citation.range.start ? above.end : 0;
      sentence = sentenceAround(words, citation.range, floor);
      last = citation;
    }
    const { key, keyRange, locator } = citation.items[index];
    const place: Mutable<CitedPlace> = { key: key.normalize('NFC'), range: lines.range(keyRange), sentence };
    if (above !== undefined) place.heading = above.title;
    if (locator !== undefined) place.locator = locator;
    return place;
  });
  const noteLinks = links.map(({ name, path, range }) => ({
    name,
    ...(path !== undefined && { path }),
    range: lines.range(range),
    sentence: sentenceAround(text, range),
  }));
  return { syntax: syntax.id, labels, places, noteLinks };
}

/** The links to notes, by name and by path. */
function noteLinksIn(
  text: string,
  syntax: Syntax,
): (Pick<NoteLink, 'name' | 'path'> & { readonly range: OffsetRange })[] {
  const byPath = pathLinksIn(text, syntax);
  return [
    ...(linksByName(syntax) ? wikiLinksIn(text) : []),
    ...byPath.map((link) => ({ ...link, name: linkNameOf(link.path) })),
  ];
}
