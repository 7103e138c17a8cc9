import type { CslItem } from '../../library/model/csl';
import type { DocumentToFormat, FormattedDocument, FormattedReference, Formatting, StyleInfo } from './contract';

/** What is asked of the thread that formats. */
export type CslCalls = {
  /** The styles that are shipped. */
  styles: { request: null; reply: readonly StyleInfo[] };
  /** References of the items by key, in the style's order. */
  references: {
    request: Formatting & { readonly items: Readonly<Record<string, CslItem>> };
    reply: readonly FormattedReference[];
  };
  /** All citations of a document and its list. */
  document: { request: Formatting & { readonly document: DocumentToFormat }; reply: FormattedDocument };
};
