import { LineIndex } from '../../base/lineIndex';
import { isRepositoryPage } from '../check';
import type { FoundCitation, Syntax } from '../syntax';
import type { CitedPlace, CitingFile } from './citedPlace';
import { headingAbove, headingsIn } from './headings';
import { sentenceAround } from './sentence';
import { wikiLinksIn } from './wikiLinks';

/** The syntaxes whose documents link to notes by `[[name]]`. */
const WITH_WIKI_LINKS = ['pandoc', 'myst', 'multimarkdown', 'jekyll'];

/** A cited key of a document, by the citation it is in. */
export interface CitedItem {
  readonly citation: FoundCitation;
  readonly index: number;
}

/**
 * The items of a document that cite papers: not those that refer to what the document itself defines (`\bibitem`, labels), nor
 * cross-references and links to notes.
 */
export function citedItems(text: string, syntax: Syntax, fileName: string): CitedItem[] {
  const citations = syntax.find(text);
  if (citations.length === 0) return [];
  const defined = new Set([...(syntax.ownKeys?.(text) ?? []), ...(syntax.labels?.in(text) ?? [])]);
  const own = !isRepositoryPage(fileName);
  return citations.flatMap((citation) =>
    citation.items.flatMap((item, index) => {
      const isCited = !defined.has(item.key) && (syntax.isSurelyCited?.(text, citation, item, own) ?? true);
      return isCited ? [{ citation, index }] : [];
    }),
  );
}

/** What a document says of papers; undefined where that is nothing. */
export function readCitingFile(text: string, syntax: Syntax, fileName: string): CitingFile | undefined {
  const items = citedItems(text, syntax, fileName);
  const links = WITH_WIKI_LINKS.includes(syntax.id) ? wikiLinksIn(text) : [];
  const labels = syntax.labels?.in(text) ?? [];
  if (items.length + links.length + labels.length === 0) return undefined;
  const lines = new LineIndex(text);
  const headings = items.length > 0 ? headingsIn(text, syntax.id) : [];
  const places = items.map(({ citation, index }): CitedPlace => {
    const { key, keyRange, locator } = citation.items[index];
    return {
      key: key.normalize('NFC'),
      range: lines.range(keyRange),
      sentence: sentenceAround(text, citation.range),
      heading: headingAbove(headings, citation.range.start),
      locator,
    };
  });
  const wikiLinks = links.map(({ name, range }) => ({ name, range: lines.range(range) }));
  // Parts of a text hold on to all of it; copied, they do not.
  return JSON.parse(JSON.stringify({ syntax: syntax.id, labels, places, wikiLinks })) as CitingFile;
}
