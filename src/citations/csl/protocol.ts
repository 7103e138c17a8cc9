import type { CslItem } from '../../library/model/csl';
import type { StyleRefusal } from './styleRefused';
import type { DocumentToFormat, FormattedDocument, FormattedReference, Formatting, StyleInfo } from './contract';

/** What a style made, or why none was made by it. */
export type Answer<T> = { readonly made: T } | { readonly refusal: StyleRefusal };

/** What is asked of the thread that formats. */
export type CslCalls = {
  /** The styles that are shipped. */
  styles: { request: null; reply: readonly StyleInfo[] };
  /** References of the items by key, in the style's order. */
  references: {
    request: Formatting & { readonly items: Readonly<Record<string, CslItem>> };
    reply: Answer<readonly FormattedReference[]>;
  };
  /** All citations of a document and its list. */
  document: { request: Formatting & { readonly document: DocumentToFormat }; reply: Answer<FormattedDocument> };
};
