import type { SearchedPaper } from '../../workflows/adding/searchedPapers';
import { OnlineNode } from '../papers/papersNode';

/** The papers of the web whose rows a command was given. */
export function onlinePapersOf(args: readonly unknown[]): SearchedPaper[] {
  const [first, second] = args;
  // A menu passes the row it was opened on and all selected rows; the row counts alone if it is not one of these.
  const given = Array.isArray(second) && second.includes(first) ? (second as unknown[]) : first;
  const values: unknown[] = Array.isArray(given) ? given : [given];
  const papers = values.map((value) => (value instanceof OnlineNode ? value.paper : undefined));
  return papers.filter((paper) => paper !== undefined);
}
