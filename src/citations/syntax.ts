import type { OffsetRange } from '../base/position';
import type { TextEdit } from '../base/textEdit';
import type { CiteItem } from './citeItem';
import type { FoundItem } from './foundItem';
import type { Stretches } from './syntaxes/shared/stretches';

export type { CiteItem };

/**
 * How a cite item is meant to read. `parenthetical` (Smith 2020), `narrative` Smith (2020), `year` (2020), `author` Smith,
 * `nocite` nothing.
 */
export type CitationForm = 'parenthetical' | 'narrative' | 'year' | 'author' | 'nocite' | 'footnote';

/** A place in a document that cites: one or more items, in the order of the text. */
export interface FoundCitation {
  readonly range: OffsetRange;
  readonly form: CitationForm;
  /** The command where the syntax has several: `parencite`, `cite/t`. */
  readonly command?: string;
  readonly items: readonly FoundItem[];
  /** Whether it is a link that leads to its paper's DOI: it stays as it is, whatever is done to citations. */
  readonly isLink?: true;
  /** Whether it is only a part of what its command does, as of a quotation with its source: it is not converted. */
  readonly holdsMore?: true;
  /** Whether it stands in a note of the citation before it, or of one further up. Such notes are what citations nest in. */
  readonly isInner?: true;
}

/** A heading as found in a text; its range has the marks that make it one, also those below it. */
export interface FoundHeading extends OffsetRange {
  /** Without marks. */
  readonly title: string;
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

/** Stands for the key in a probe: every syntax takes it as (part of) a key. */
export const PROBE = 'x';

/** Where a key is being written in a document. */
export interface CompletionRules {
  /** What starts a citation; without any of these in the lines before the cursor nothing needs to be scanned. */
  readonly starts: readonly string[];
  /**
   * What is put at the cursor to see whether a key belongs there, in this order: `PROBE` alone, then with what an
   * unfinished citation still lacks, then as an item of its own.
   */
  readonly probes: readonly string[];
  /** The characters behind which a key may follow. A blank counts only behind a separator. */
  readonly triggers: readonly string[];
  /** A mark right before a key that joins it to the one before. */
  readonly joins?: string;
  /** Whether blanks stand between keys, so that each word is a key of its own. */
  readonly blankParts?: boolean;
  /**
   * Whether a citation that a probe, put in at `offset`, made of the text is meant as one. Left out: where the probe is
   * an item of its own, it must stand where an item is due.
   */
  accepts?(probed: string, offset: number, probe: string, citation: FoundCitation): boolean;
}

/** How a document says which bibliography it has. */
export interface BibliographyRules {
  /** Whether a document names its bibliography, so that all its keys are meant to be found there. */
  isNamed(text: string): boolean;
  /** The paths of the bibliography files that a document names, as written, each once. */
  paths(text: string): string[];
  /** Whether a document lists all entries of its bibliography, cited or not; left out where its language has no way to say so. */
  listsAll?(text: string): boolean;
}

/** How a document is put together of several files. */
export interface PartRules {
  /** The paths of the files that a text takes in, as written, with their extension. */
  taken(text: string): string[];
  /** The path of the document that a text says it is a part of. */
  whole?(text: string): string | undefined;
  /** The extensions, in lower case, of further files that documents take in. */
  readonly alsoIn?: readonly string[];
  /** What a text defines that may make commands that cite, as plain texts; files of one document build on one another's. */
  definitions?(text: string): string[];
  /** The commands that cite among those that are defined, as `withCommands` takes them. @param named those that the user says cite */
  commands?(definitions: readonly string[], named: readonly string[]): string[];
}

/** A path as a document has it, with what stands behind `#` or `?`. */
export interface WrittenPath extends OffsetRange {
  /** Whether the extension of a file can be left out. */
  readonly isBare?: true;
}

/** How prefixes, locators and suffixes are written. */
export interface NoteRules {
  /** A note as plain text: marks for ties, dashes and escaped characters become what they stand for; other markup stays. */
  plain(note: string): string;
  /** Plain text as a note. */
  write(text: string): string;
  /** Whether a note can cite, as in `\cite[see \cite{b}]{a}`. */
  readonly cite?: true;
}

/** What documents define that is referred to in the form of a citation, such as figures and sections. */
export interface LabelRules {
  /** The extensions, in lower case, of the files whose labels can be referred to. */
  readonly extensions: readonly string[];
  /** The labels that a text defines. */
  in(text: string): string[];
}

/** How one document language writes citations. Finders scan a text once, in linear time, and never throw. */
export interface Syntax {
  readonly id: string;
  /** VS Code's language ids, also those that only other extensions contribute. */
  readonly languages: readonly string[];
  /** File name extensions, in lower case, for documents whose language VS Code does not know. */
  readonly extensions: readonly string[];
  /**
   * The extensions that complete citations on their own, by VS Code's id in lower case, with the languages in which they
   * do, each as its manifest and its providers name them.
   */
  readonly completedBy: Readonly<Record<string, readonly string[]>>;
  readonly completion: CompletionRules;
  readonly bibliography: BibliographyRules;
  /** Left out where a document is one file. */
  readonly parts?: PartRules;
  readonly notes: NoteRules;
  /** Whether a citation in the text is its number alone in styles of numbers; left out where the author stands before it. */
  readonly numbersStandAlone?: true;
  /** Whether all that is cited in its text is shown: it has no form `nocite` there. */
  readonly showsAllCited?: true;
  /** Whether the labels of its locators are English whatever the language; left out where they are of the language. */
  readonly hasEnglishLabels?: true;
  /**
   * What in a document, whatever its language, says that it is of this syntax; left out where language and extension
   * decide. Only documents that would else be `insteadOf` are asked.
   */
  readonly sign?: { readonly insteadOf: string; in(text: string): boolean };
  /** In the order of the text; those in the notes of another come behind that. */
  find(text: string): FoundCitation[];
  /** The text of a citation. A key that the syntax cannot hold plainly is quoted the way the syntax has for it. */
  format(citation: CitationToWrite): string;
  /** A citation as `format` writes it, for a place in a text: some forms depend on what stands around them. */
  formatAt?(text: string, offset: number, citation: CitationToWrite): string;
  /** A citation as `format` writes it, so that what stands before and behind it does not change what is cited. */
  formatBetween?(before: string, after: string, citation: CitationToWrite): string;
  /**
   * The edits that add keys to a found citation, in order, leaving out those already there.
   * @param at an offset in it, near which they go where each item has its own mark
   */
  addKeys(text: string, citation: FoundCitation, keys: readonly string[], at?: number): TextEdit[];
  /** The edits that take the key of the item with this index out; a citation without items goes altogether. */
  removeItem(text: string, citation: FoundCitation, index: number): TextEdit[];
  /** The edit that replaces the key of the item with this index, keeping prefix, locator and suffix. */
  replaceKey(text: string, citation: FoundCitation, index: number, key: string): TextEdit[];
  /** The stretches of a text that are none of it for its readers, such as code and comments: in rising order, apart from one another. */
  skipped(text: string): OffsetRange[];
  /**
   * The headings of a text in their order; some of them may begin in what is skipped, and are none.
   * @param skipped what the text has of that
   */
  headings(text: string, skipped: Stretches): FoundHeading[];
  /** The paths by which a document links to other files, or takes them in, in their order; none of what is skipped. Left out where it has no such. */
  paths?(text: string): WrittenPath[];
  /** What is a comment up to the end of its line, which may stand between the words of a sentence; matches all. */
  readonly comments?: RegExp;
  /** The keys that a document defines itself, so that they need no paper: its own references, targets of links. */
  ownKeys?(text: string): ReadonlySet<string>;
  /** What a document defines that it and others can refer to in the form of a citation. */
  readonly labels?: LabelRules;
  /**
   * Whether an unknown key is surely meant to cite; left out where every key is.
   * @param own whether the document or its project names a bibliography
   */
  isSurelyCited?(text: string, citation: FoundCitation, item: FoundItem, own: boolean): boolean;
  /** The same syntax with further commands that cite, by name without the backslash; `name=other` cites as another command does. */
  withCommands?(commands: readonly string[]): Syntax;
}
