/** A button under the box: a filter that is switched on and off, or a saved search. */
export interface BandButton {
  /** The term of the filter, or the saved search's query. */
  readonly query: string;
  readonly label: string;
  /** What it finds, as a sentence. */
  readonly tip: string;
  readonly isOn: boolean;
}

/** One thing that can be put into the query. */
export interface Suggestion {
  readonly insert: string;
  readonly label: string;
  /** Behind the label, in a quieter colour. */
  readonly detail: string;
}

/** What the search box tells the extension, once it has said that it is ready. */
export type FromSearchBox =
  | { readonly type: 'query'; readonly text: string }
  | { readonly type: 'toResults' | 'help' | 'again' | 'moreFilters' | 'saveSearch' | 'searches' | 'online' }
  /** A filter was pressed. */
  | { readonly type: 'filter'; readonly term: string }
  /** A saved search was pressed. */
  | { readonly type: 'search'; readonly query: string }
  /** What can be put at the cursor? */
  | { readonly type: 'complete'; readonly text: string; readonly cursor: number };

/** What the extension tells the search box. */
export type ToSearchBox =
  | {
      readonly type: 'state';
      /** The text of the box; left as it is when undefined, so that typing is not disturbed. */
      readonly query?: string;
      /** The number of matches as a sentence. */
      readonly status: string;
      /** Whether the number is to be seen here; else it stands above the papers, and is only read out here. */
      readonly showsStatus: boolean;
      /** What is wrong with the query, as sentences. */
      readonly problems: readonly string[];
      /** Whether the query has no answer, so that it can be asked again. */
      readonly failed: boolean;
      readonly filters: readonly BandButton[];
      readonly searches: readonly BandButton[];
      /** Whether there is a query that is not saved. */
      readonly canSave: boolean;
    }
  /** What can be put in the place of the text from `start` to `end`, for the box as it was with this text and cursor. */
  | {
      readonly type: 'suggestions';
      readonly text: string;
      readonly cursor: number;
      readonly start: number;
      readonly end: number;
      readonly items: readonly Suggestion[];
    }
  /** The box gets the focus: its text is selected, or left as it was. */
  | { readonly type: 'focus' | 'back' };

/** A message of the search box, or undefined if it is not one. */
export function parseFromSearchBox(message: unknown): FromSearchBox | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, text, term, query, cursor } = message as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'toResults':
    case 'help':
    case 'again':
    case 'moreFilters':
    case 'saveSearch':
    case 'searches':
    case 'online':
      return { type };
    case 'query':
      return typeof text === 'string' ? { type, text } : undefined;
    case 'filter':
      return typeof term === 'string' ? { type, term } : undefined;
    case 'search':
      return typeof query === 'string' ? { type, query } : undefined;
    case 'complete':
      return typeof text === 'string' && typeof cursor === 'number' && cursor >= 0 && cursor <= text.length
        ? { type, text, cursor }
        : undefined;
    default:
      return undefined;
  }
}
