import { parseQuery } from '../search/query/parser';
import { relatedKey } from '../search/query/relatedQuery';
import { onlineWords } from './onlineWords';

/** What those who show the answer to a query want to know of the query. */
export interface QueryMeaning {
  /** The citekey of the paper to which it asks for related ones. */
  readonly relatedTo?: string;
  /** The words that services on the web can be asked for; empty where there are none. */
  readonly onlineWords: string;
}

/** What a query means. */
export function queryMeaning(query: string): QueryMeaning {
  return { relatedTo: relatedKey(parseQuery(query)), onlineWords: onlineWords(query) };
}
