import type { EditableField } from '../../library/writing/editableField';
import type { TextPart } from './mathParts';

/** What names a paper elsewhere, with its web page where it has one. */
export interface Identifier {
  readonly kind: 'doi' | 'arxiv' | 'url' | 'pmid' | 'pmcid' | 'isbn';
  readonly text: string;
  /** `http` or `https`. */
  readonly url?: string;
}

/** A value with the query that finds the papers that have it too. */
export interface Searchable {
  readonly text: string;
  readonly query: string;
}

/** What the details of a paper say at once, as plain data. What takes longer, such as who cites it, follows. */
export interface PaperDetails {
  readonly citekey: string;
  readonly title: readonly TextPart[];
  readonly authors: readonly Searchable[];
  /** Whether the list says that there are more authors than it names. */
  readonly moreAuthors: boolean;
  readonly year?: Searchable;
  readonly venue?: Searchable;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  /** Paragraphs. */
  readonly abstract: readonly (readonly TextPart[])[];
  /** Whether the abstract is a summary by us, as of the papers of the sample library. */
  readonly isSummary: boolean;
  readonly keywords: readonly Searchable[];
  readonly identifiers: readonly Identifier[];
  readonly files: readonly DetailsFile[];
  /** The CSL type, and what the list calls it: `article-journal`, `@article`. */
  readonly type: Searchable & { readonly stated?: string };
  readonly language?: string;
  readonly added?: string;
  /** Where it stands: the name of the list, and its line counted from 1. */
  readonly place: { readonly file: string; readonly line: number };
  readonly retraction?: DetailsRetraction;
  readonly note?: DetailsNote;
  /** How far it is read, as its note or the state file says. */
  readonly status?: string;
  /** What the status can be set to. */
  readonly statuses: readonly string[];
  /** The services that know it, of a paper that the library does not have. */
  readonly online?: string;
  /** The fields that can be changed in its list; none where that is not written. */
  readonly editable: readonly EditableField[];
}

export interface DetailsRetraction {
  readonly sentence: string;
  /** The page of the notice. */
  readonly notice?: string;
}

export interface DetailsFile {
  readonly name: string;
  /** As stated. */
  readonly path: string;
  readonly isPdf: boolean;
  /** Of a file in the web. */
  readonly url?: string;
}

export interface DetailsNote {
  readonly rating?: number;
  readonly tags: readonly Searchable[];
  readonly lines: string;
}
