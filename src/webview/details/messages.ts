import type { EditableField, EditedText } from '../../library/writing/editableField';
import type { PaperDetails } from '../../workflows/details/shape';
import type { DetailsWords } from './words';

/** A place that cites the paper. */
export interface CitedAt {
  readonly file: string;
  readonly heading?: string;
  readonly sentence: string;
  readonly locator?: string;
}

/** A paper about the same, with what the two have in common. */
export interface RelatedTo {
  readonly citekey: string;
  /** `Weston 2014`. */
  readonly who: string;
  readonly title: string;
  /** `attention, memory, and recall`; empty where nothing is. */
  readonly shared: string;
}

/** Something that is wrong with the entry or its note. */
export interface DetailsProblem {
  readonly sentence: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** What would put it right. */
  readonly fixes: readonly string[];
}

/** What takes longer to find out. */
export interface DetailsParts {
  readonly reference?: { readonly html: string; readonly text: string };
  /** The first places, and how many there are. */
  readonly cited?: { readonly places: readonly CitedAt[]; readonly total: number };
  readonly related?: readonly RelatedTo[];
  readonly problems?: readonly DetailsProblem[];
}

/** What the extension tells the page. */
export type ToDetails =
  | {
      readonly type: 'paper';
      readonly words: DetailsWords;
      /** Undefined while none is chosen. */
      readonly paper?: PaperDetails;
      /** The paper that one came from. */
      readonly back?: { readonly citekey: string; readonly title: string };
    }
  /** One more part of the paper with this citekey. */
  | { readonly type: 'part'; readonly citekey: string; readonly part: DetailsParts }
  /** A field can be edited; or, in a sentence, why not. */
  | { readonly type: 'edit'; readonly citekey: string; readonly field: EditableField; readonly stated: EditedText }
  | { readonly type: 'refused'; readonly citekey: string; readonly field: EditableField; readonly sentence: string }
  /** A field was changed, or is as it was. */
  | { readonly type: 'edited'; readonly citekey: string; readonly field: EditableField }
  /** Something to be read out. */
  | { readonly type: 'say'; readonly sentence: string };

/** What a button does with the paper. */
export const ACTIONS = ['cite', 'note', 'pdf', 'source', 'citekey', 'bibtex', 'copied', 'add', 'open'] as const;
export type DetailsAction = (typeof ACTIONS)[number];

/** What the page tells the extension, once it has said that it is ready. All of it is about the paper with the citekey. */
export type FromDetails = { readonly citekey: string } & (
  | { readonly type: 'action'; readonly action: DetailsAction }
  /** Search for what a value stands for, or add it to the search as a filter. */
  | { readonly type: 'search' | 'filter'; readonly query: string }
  /** Go to a file, a citing place or a problem, by its place in its list. */
  | { readonly type: 'file' | 'cited' | 'problem'; readonly index: number }
  /** Tell so many of the citing places. */
  | { readonly type: 'places'; readonly many: number }
  | { readonly type: 'fix'; readonly index: number; readonly fix: number }
  /** Show another paper. */
  | { readonly type: 'show' | 'back'; readonly other: string }
  | { readonly type: 'edit'; readonly field: EditableField }
  | { readonly type: 'save'; readonly field: EditableField; readonly text: string }
  | { readonly type: 'status'; readonly status: string }
  | { readonly type: 'rating'; readonly rating: number }
  | { readonly type: 'tag'; readonly tag: string; readonly isOn: boolean }
);
