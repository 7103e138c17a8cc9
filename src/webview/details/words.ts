import type { EditableField } from '../../library/writing/editableField';
import type { Identifier } from '../../workflows/details/shape';

/** The words of the page in the user's language. `{0}` stands for a number or a name. */
export interface DetailsWords {
  readonly fields: Readonly<Record<EditableField, string>>;
  readonly identifiers: Readonly<Record<Identifier['kind'], string>>;
  readonly nothing: string;
  readonly back: string;
  readonly cite: string;
  readonly add: string;
  readonly addAndCite: string;
  readonly addAndNote: string;
  readonly openPage: string;
  readonly notInLibrary: string;
  readonly openNote: string;
  readonly createNote: string;
  readonly openPdf: string;
  readonly notice: string;
  readonly copy: string;
  readonly copyCitekey: string;
  readonly copyBibtex: string;
  readonly copyReference: string;
  readonly searchFor: string;
  readonly filterBy: string;
  readonly moreAuthors: string;
  readonly showMore: string;
  readonly showLess: string;
  readonly summary: string;
  readonly note: string;
  readonly status: string;
  readonly noStatus: string;
  readonly rating: string;
  readonly rate: string;
  readonly tags: string;
  readonly addTag: string;
  readonly removeTag: string;
  readonly details: string;
  readonly citekey: string;
  readonly type: string;
  readonly language: string;
  readonly added: string;
  readonly files: string;
  readonly source: string;
  readonly reference: string;
  readonly formatting: string;
  readonly citedIn: string;
  readonly citedNowhere: string;
  readonly morePlaces: string;
  readonly related: string;
  readonly relatedNone: string;
  readonly inCommon: string;
  readonly problems: string;
  readonly edit: string;
  readonly addField: string;
  readonly save: string;
  readonly cancel: string;
  readonly latex: string;
  readonly oneALine: string;
}

/** A text with `{0}` filled in. */
export function filled(text: string, value: string | number): string {
  return text.replace('{0}', () => String(value));
}
