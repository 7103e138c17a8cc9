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
    /** Whether it was cited before, which the engine finds out. */
    readonly position?: number;
    /** Of ours: items are sorted among those of their stretch alone. */
    readonly stretch?: number;
  }

  export interface CiteprocCitation {
    readonly citationID: string;
    readonly citationItems: CiteprocItem[];
    readonly properties: {
      readonly noteIndex: number;
      /** `author-only` is the engine's own, while it prints the first half of a composite one. */
      readonly mode?: 'composite' | 'author-only';
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
      /** By which the items of a citation are sorted. */
      readonly srt: { compareCompositeKeys(a: CiteprocSortedItem, b: CiteprocSortedItem): number };
    };
    /** What is kept of a range of dates until its beginning is printed. */
    readonly dateput: {
      readonly queue: unknown;
      string(engine: CiteprocEngine, queue: unknown): unknown;
      openLevel(token: CiteprocToken): void;
    };
    readonly tmp: { date_token?: CiteprocToken };
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
      | false
      | [{ readonly entry_ids: string[][]; readonly hangingindent?: boolean | number }, string[]];
    /** An option of the locale. */
    getOpt(name: 'punctuation-in-quote'): boolean;
    getTerm(term: string, form?: string, plural?: boolean | number): string;
  }

  /** An element of a style as the engine runs it. */
  export interface CiteprocToken {
    readonly tokentype: number;
    readonly strings: { delimiter?: string };
    readonly execs: ((engine: CiteprocEngine) => void)[];
  }

  const CSL: {
    /** The type of tokens for the end of an element. */
    readonly END: number;
    readonly Token: new (name: string, type: number) => CiteprocToken;
    readonly Node: { readonly date: { build: (this: CiteprocToken, engine: CiteprocEngine, target: unknown) => void } };
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
