import type { OffsetRange } from '../base/position';
import { applyEdits, type TextEdit } from '../base/textEdit';
import type { CitationToWrite, CiteItem, FoundCitation, Syntax } from './syntax';

/**
 * A citation in another syntax, with its form, prefixes, locators and suffixes as far as that has them. Between Markdown
 * and Typst this is Pandoc's own mapping: `[@k, p. 3]` and `@k[p.~3]`, `@k` and the form "prose", `[-@k]` and "year".
 */
export function convertCitation(citation: CitationToWrite, from: Syntax, to: Syntax, around?: Around): string {
  const { form, items } = citation;
  const converted = from.id === to.id ? citation : { form, items: items.map((item) => convertItem(item, from, to)) };
  return around && to.formatBetween ? to.formatBetween(around.before, around.after, converted) : to.format(converted);
}

/** What stands right before and behind a citation. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** What of a text stands around a range. */
export function around(text: string, { start, end }: OffsetRange): Around {
  return { before: text.slice(Math.max(0, start - NEAR), start), after: text.slice(end, end + NEAR) };
}

const NEAR = 100;

/** Those of the citations that another syntax has a form for: a link stays a link, a quotation one. */
export function convertible(found: readonly FoundCitation[]): FoundCitation[] {
  return found.filter(({ isLink, holdsMore }) => !isLink && !holdsMore);
}

/** The citations of a text in another syntax, each as it is written there, in order. */
export function convertedCitations(text: string, from: Syntax, to: Syntax): string[] {
  return convertible(from.find(text)).map((citation) =>
    convertCitation(citation, from, to, around(text, citation.range)),
  );
}

/** A text with its citations in another syntax; all else stays as it is. */
export function convertText(text: string, from: Syntax, to: Syntax): string {
  const edits: TextEdit[] = convertible(from.find(text)).map((citation) => ({
    ...citation.range,
    newText: convertCitation(citation, from, to, around(text, citation.range)),
  }));
  return applyEdits(text, edits);
}

function convertItem(item: CiteItem, from: Syntax, to: Syntax): CiteItem {
  const note = (text: string | undefined): string | undefined => text && to.notes.write(from.notes.plain(text));
  return {
    key: item.key,
    prefix: note(item.prefix),
    locator: note(item.locator),
    suffix: note(item.suffix),
    ...(item.between !== undefined && { between: item.between }),
    suppressAuthor: item.suppressAuthor,
  };
}
