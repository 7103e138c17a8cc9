import type { EditableField, EditedText } from '../../library/writing/editableField';
import type { PaperDetails } from '../../workflows/details/shape';
import type { DetailsParts, FromDetails } from './messages';
import type { DetailsWords } from './words';

type WithoutKey<T> = T extends unknown ? Omit<T, 'citekey'> : never;

/** A field that is being edited. */
export interface Editing {
  readonly field: EditableField;
  readonly stated: EditedText;
  /** What is typed so far. */
  text: string;
  /** Why it could not be saved. */
  refusal?: string;
  isSaving?: boolean;
}

/** What the sections of the page are drawn from, and what they can do. */
export interface DetailsView {
  readonly words: DetailsWords;
  readonly paper: PaperDetails;
  readonly back?: { readonly citekey: string; readonly title: string };
  readonly parts: DetailsParts;
  readonly editing?: Editing;
  /** Tells the extension something about this paper. */
  readonly send: (message: WithoutKey<FromDetails>) => void;
  /** Whether more than the beginning of something long is shown. */
  readonly isUnfolded: (list: string) => boolean;
  readonly toggle: (list: string) => void;
  /** How often more of a long list was asked for. */
  readonly stepsOf: (list: string) => number;
  readonly unfold: (list: string) => void;
  readonly cancelEditing: () => void;
  readonly save: (text: string) => void;
  readonly say: (sentence: string) => void;
}

/** One section of the page. */
export interface Section {
  readonly id: string;
  /** What it shows: it is drawn anew where that is not the same any more. */
  shows(view: DetailsView): unknown;
  /** Undefined where there is nothing to show. */
  draw(view: DetailsView): HTMLElement | undefined;
}
