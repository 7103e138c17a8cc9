/** What the search box tells the extension, once it has said that it is ready. */
export type FromSearchBox =
  { readonly type: 'query'; readonly text: string } | { readonly type: 'toResults' | 'help' | 'again' };

/** What the extension tells the search box. */
export type ToSearchBox =
  | {
      readonly type: 'state';
      /** The text of the box; left as it is when undefined, so that typing is not disturbed. */
      readonly query?: string;
      /** The number of matches as a sentence. */
      readonly status: string;
      /** What is wrong with the query, as sentences. */
      readonly problems: readonly string[];
      /** Whether the query has no answer, so that it can be asked again. */
      readonly failed: boolean;
    }
  | { readonly type: 'focus' };

/** A message of the search box, or undefined if it is not one. */
export function parseFromSearchBox(message: unknown): FromSearchBox | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'toResults':
    case 'help':
    case 'again':
      return { type: message.type };
    case 'query':
      return 'text' in message && typeof message.text === 'string' ? { type: 'query', text: message.text } : undefined;
    default:
      return undefined;
  }
}
