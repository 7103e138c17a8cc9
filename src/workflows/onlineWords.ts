import { parseQuery } from '../search/query/parser';
import type { Node, Part } from '../search/query/ast';

/** Longer questions are put to no service. */
const LONGEST = 300;

/** What only the library can tell of a paper: nobody else is asked for it. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['note', 'noteTags', 'citekey']);

/**
 * What of a query services on the web can be asked for: its words, without what the papers must not have, and without filters and fields
 * that only the library knows. Empty where nothing is left.
 */
export function onlineWords(query: string): string {
  const { parts } = parseQuery(query);
  const stretches: Stretch[] = [];
  collect(parts, query, stretches);
  const words = stretches.sort((a, b) => a.start - b.start).map(({ text }) => text);
  return [...new Set(words)].join(' ').slice(0, LONGEST).trim();
}

interface Stretch {
  readonly start: number;
  readonly text: string;
}

function collect(parts: readonly Part[], query: string, into: Stretch[]): void {
  for (const { presence, node } of parts) if (presence !== 'not') collectNode(node, query, into);
}

function collectNode(node: Node, query: string, into: Stretch[]): void {
  switch (node.kind) {
    case 'word':
      if (node.fields?.every((field) => OWN_FIELDS.has(field))) return;
      into.push({ start: node.start, text: plain(query.slice(node.start, node.end)) });
      return;
    case 'phrase':
      for (const word of node.words) collectNode(word, query, into);
      return;
    case 'filter':
      // A pasted identifier, which services know too.
      if (node.filter.kind === 'doi' || node.filter.kind === 'arxiv') {
        into.push({ start: into.length, text: node.filter.value });
      }
      return;
    case 'and':
      collect(node.parts, query, into);
      return;
    case 'or':
      for (const each of node.nodes) collectNode(each, query, into);
  }
}

/** A word without the marks that are for our own search: `attent*`, `nueral~2`, `memory^3`. */
function plain(word: string): string {
  return word.replace(/[~^][\d.]*$/, '').replace(/[*?]/g, '');
}
