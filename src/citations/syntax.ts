import type { OffsetRange } from '../base/position';
import type { TextEdit } from '../base/textEdit';

/** The syntaxes by name; each is one file of `syntaxes/`. */
export type SyntaxId = 'pandoc' | 'myst' | 'latex' | 'typst' | 'org' | 'rst' | 'asciidoc';

/**
 * How a cite item is meant to read. `parenthetical` (Smith 2020), `narrative` Smith (2020), `year` (2020), `author` Smith,
 * `nocite` nothing.
 */
export type CitationForm = 'parenthetical' | 'narrative' | 'year' | 'author' | 'nocite' | 'footnote';

/** One cited key with what stands around it. */
export interface CiteItem {
  readonly key: string;
  readonly prefix?: string;
  /** As written: `pp. 33-35`. */
  readonly locator?: string;
  readonly suffix?: string;
  /** Only this item is to read without its author; the form `year` says so of all. */
  readonly suppressAuthor?: boolean;
}

/** A cite item as found in a text. The range of the key is the key alone, without `@` or braces. */
export interface FoundItem extends CiteItem {
  readonly range: OffsetRange;
  readonly keyRange: OffsetRange;
  readonly prefixRange?: OffsetRange;
  readonly locatorRange?: OffsetRange;
  readonly suffixRange?: OffsetRange;
}

/** A place in a document that cites: one or more items, in the order of the text. */
export interface FoundCitation {
  readonly range: OffsetRange;
  readonly form: CitationForm;
  /** The command where the syntax has several: `parencite`, `cite/t`. */
  readonly command?: string;
  readonly items: readonly FoundItem[];
}

/** A citation to be written. */
export interface CitationToWrite {
  readonly form?: CitationForm;
  readonly command?: string;
  readonly items: readonly CiteItem[];
}

/**
 * So many items a finder finds in one text; it stops where it has them. No document cites that much, and a text made to
 * hold a citation in every third character would else cost a second.
 */
export const MOST_ITEMS = 20_000;

/** How one document language writes citations. Finders scan a text once, in linear time, and never throw. */
export interface Syntax {
  readonly id: SyntaxId;
  find(text: string): FoundCitation[];
  /** The text of a citation. A key that the syntax cannot hold plainly is quoted the way the syntax has for it. */
  format(citation: CitationToWrite): string;
  /** A citation as `format` writes it, for a place in a text: some forms depend on what stands around them. */
  formatAt?(text: string, offset: number, citation: CitationToWrite): string;
  /** The edits that add keys to a found citation, in order, leaving out those already there. */
  addKeys(text: string, citation: FoundCitation, keys: readonly string[]): TextEdit[];
  /** The edits that take the key of the item with this index out; a citation without items goes altogether. */
  removeItem(text: string, citation: FoundCitation, index: number): TextEdit[];
  /** The edit that replaces the key of the item with this index, keeping prefix, locator and suffix. */
  replaceKey(text: string, citation: FoundCitation, index: number, key: string): TextEdit[];
}
