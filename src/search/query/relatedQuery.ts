import type { ParsedQuery } from './ast';

/** What a key may look like that needs no quotes in a query. */
const PLAIN_KEY = /^[\p{L}\p{N}_][^\s"“”„()]*$/u;

/** The query for the papers related to the one with a citekey. */
export function relatedQuery(key: string): string {
  return `related:${PLAIN_KEY.test(key) ? key : `"${key}"`}`;
}

/** The citekey of the paper that a query asks for what is related to; undefined for any other query. */
export function relatedKey({ parts }: Pick<ParsedQuery, 'parts'>): string | undefined {
  for (const { presence, node } of parts) {
    if (presence !== 'not' && node.kind === 'filter' && node.filter.kind === 'related') return node.filter.value;
  }
  return undefined;
}
