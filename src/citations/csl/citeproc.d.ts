/* What we use of citeproc-js, which has no types of its own (https://citeproc-js.readthedocs.io). */
declare module 'citeproc' {
  export interface CiteprocItem {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly 'suppress-author'?: boolean;
    readonly 'author-only'?: boolean;
  }

  export interface CiteprocCitation {
    readonly citationID: string;
    readonly citationItems: CiteprocItem[];
    readonly properties: {
      readonly noteIndex: number;
      /** `author-only` is the engine's own, while it prints the first half of a composite one. */
      readonly mode?: 'composite' | 'author-only';
      readonly unsorted?: true;
    };
  }

  /** An item of the list, and how a citation cites it. */
  export type CiteprocSortedItem = readonly [item: { readonly id: string }, cite: CiteprocItem];

  export interface CiteprocSystem {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }

  export interface CiteprocEngine {
    readonly opt: { xclass?: string; class?: string; development_extensions: Record<string, unknown> };
    readonly citation: {
      readonly opt: { layout_prefix?: string; layout_suffix?: string; layout_delimiter?: string };
    };
    readonly registry: {
      readonly citationreg: {
        /** Items of a citation in the order in which they are printed. */
        readonly citationById: Readonly<Record<string, { readonly sortedItems: readonly CiteprocSortedItem[] }>>;
      };
    };
    setOutputFormat(format: 'html'): void;
    updateItems(ids: readonly string[], noSort?: boolean): void;
    updateUncitedItems(ids: readonly string[]): void;
    /** Formats all citations anew: [id, note number, text] each. */
    rebuildProcessorState(citations: readonly CiteprocCitation[], format: 'html'): [string, number, string][];
    /**
     * Formats a citation in place of the one with its id, those before and behind it given by [id, note number]; tells which
     * texts have changed, [index, text, id] each.
     */
    processCitationCluster(
      citation: CiteprocCitation,
      before: readonly (readonly [string, number])[],
      after: readonly (readonly [string, number])[],
    ): [{ readonly bibchange: boolean }, [number, string, string][]];
    /** Formats a citation that is of no document. */
    makeCitationCluster(items: readonly CiteprocItem[]): string;
    makeBibliography():
      false | [{ readonly entry_ids: string[][]; readonly hangingindent?: boolean | number }, string[]];
    getTerm(term: string, form?: string, plural?: boolean): string;
  }

  const CSL: {
    readonly Engine: new (
      system: CiteprocSystem,
      style: string,
      language: string,
      forceLanguage: boolean,
    ) => CiteprocEngine;
    /** Prints the items of a citation; it may write on what it is given. */
    getCitationCluster: (
      this: CiteprocEngine,
      items: readonly CiteprocSortedItem[],
      citation: CiteprocCitation | undefined,
    ) => string;
  };
  export default CSL;
}

/** The styles and locales that are shipped: CSL texts by name (build/cslData.mjs). */
declare module 'csl:data' {
  const data: { readonly styles: Readonly<Record<string, string>>; readonly locales: Readonly<Record<string, string>> };
  export default data;
}
