import type { CitationForm, CiteItem } from '../syntax';
import type { CslItem } from '../../library/model/csl';

/** What a formatted text is written in. */
export type OutputFormat = 'text' | 'html' | 'markdown' | 'latex' | 'typst' | 'org' | 'rst' | 'asciidoc';

/**
 * A style: one that is shipped, by its name, or any other by the text of its `.csl` file, with that of the style that it points to,
 * where it has no rules of its own and that is at hand.
 */
export type StyleChoice =
  | { readonly name: string }
  | { readonly name: string; readonly csl: string; readonly parent?: string };

/** How texts are to be formatted. */
export interface Formatting {
  readonly style: StyleChoice;
  /** A language such as `de-DE`; the style's own, else English, where it is left out. */
  readonly locale?: string;
  readonly format: OutputFormat;
}

/** A reference of the list, in the style's order. */
export interface FormattedReference {
  readonly key: string;
  readonly text: string;
}

/** How a citation stands in a note of the document's own. */
export interface PlaceInNote {
  /** Whether the note begins with it, and is one paragraph: it is as in a note of the citation's own. */
  readonly begins: boolean;
  /** Whether a sentence ends with it. */
  readonly endsSentence: boolean;
}

/** A citation of a document: what it cites, and how it is meant to read. */
export interface Cluster {
  readonly form: CitationForm;
  readonly items: readonly CiteItem[];
  /** How it stands in a note of the document's own, so that a style of notes makes none of it. */
  readonly inNote?: PlaceInNote;
  /** How many notes of the document's own begin before it; that in which it stands is one of them. */
  readonly ownNotes?: number;
  /** Whether its locators have English labels in every language, where else they have those of the language alone. */
  readonly isEnglish?: boolean;
  /** Whether it names no author in the text where the style has numbers. */
  readonly numberAlone?: boolean;
}

/** A document to be formatted: its citations in order, and the items of the keys that are known. */
export interface DocumentToFormat {
  readonly items: Readonly<Record<string, CslItem>>;
  readonly clusters: readonly Cluster[];
}

/** A citation as it reads. */
export interface FormattedCluster {
  /** In the text; in a style of notes what stands there beside the mark of the note. */
  readonly text: string;
  /** The same text in pieces, each with the key that it cites; left out where it cannot be divided so. */
  readonly parts?: readonly { readonly text: string; readonly key?: string }[];
  /** What a note says, in a style of notes; its number counts all notes of the document from 1. */
  readonly note?: { readonly number: number; readonly text: string };
  /** Keys without an item. */
  readonly unknown: readonly string[];
}

/** A document as it reads. */
export interface FormattedDocument {
  readonly clusters: readonly FormattedCluster[];
  readonly references: readonly FormattedReference[];
  readonly isNoteStyle: boolean;
}

/** What a style says of itself. */
export interface StyleInfo {
  readonly name: string;
  readonly title: string;
  /** Who wrote it. */
  readonly authors: readonly string[];
  readonly rights: string;
  readonly kind: 'author-date' | 'author' | 'numeric' | 'note' | 'other';
}
