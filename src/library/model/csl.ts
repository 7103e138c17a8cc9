/** A person or body as CSL-JSON writes it: family and given names, or one literal. Members that are not named here (`ORCID`) are kept as read. */
export interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  suffix?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
  /** Whether a comma stands before the suffix. */
  'comma-suffix'?: boolean;
  /** Whether the family name always comes first. */
  'static-ordering'?: boolean;
}

/** A part of a name that is text. */
export type CslNamePart = Exclude<keyof CslName, 'comma-suffix' | 'static-ordering'>;

/** All of them. */
export const NAME_PARTS = [
  'family',
  'given',
  'non-dropping-particle',
  'dropping-particle',
  'suffix',
  'literal',
] as const satisfies readonly CslNamePart[];

/** A CSL date: `date-parts` `[[year, month?, day?], [end…]?]`, or a text in `literal`, `raw` or `edtf`. */
export interface CslDate {
  'date-parts'?: (number | string)[][];
  literal?: string;
  raw?: string;
  edtf?: string;
  season?: number | string;
  circa?: boolean | number | string;
}

/** A CSL-JSON item (citation style language 1.0.2, csl-data.json). Fields that are not named here are kept as read. */
export interface CslItem {
  id?: string;
  type?: string;
  title?: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: CslDate;
  abstract?: string;
  keyword?: string;
  'container-title'?: string;
  publisher?: string;
  DOI?: string;
  URL?: string;
  language?: string;
  'citation-key'?: string;
  [field: string]: unknown;
}
