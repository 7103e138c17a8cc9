import { applyEdits, type TextEdit } from '../base/textEdit';
import type { CitationToWrite, CiteItem, FoundCitation, Syntax } from './syntax';

/**
 * A citation in another syntax, with its form, prefixes, locators and suffixes as far as that has them. Between Markdown
 * and Typst this is Pandoc's own mapping: `[@k, p. 3]` and `@k[p.~3]`, `@k` and the form "prose", `[-@k]` and "year".
 */
export function convertCitation(citation: CitationToWrite, from: Syntax, to: Syntax): string {
  if (from.id === to.id) return to.format(citation);
  const items = citation.items.map((item) => convertItem(item, from, to));
  return to.format({ form: citation.form, items });
}

/** The citations of a text in another syntax, each as it is written there, in order. */
export function convertedCitations(text: string, from: Syntax, to: Syntax): string[] {
  return from.find(text).map((citation) => convertCitation(citation, from, to));
}

/** A text with its citations in another syntax; all else stays as it is. */
export function convertText(text: string, from: Syntax, to: Syntax): string {
  const edits: TextEdit[] = from.find(text).map((citation: FoundCitation) => ({
    ...citation.range,
    newText: convertCitation(citation, from, to),
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
    suppressAuthor: item.suppressAuthor,
  };
}
