import { clusterOf } from '../csl/clusterOf';
import type { Cluster } from '../csl/contract';
import { syntaxFor } from '../syntaxes';
import type { CitationGroup } from './collected';
import { namesListPlace } from './listPlace';

/** The Markdown cells of a notebook as one document. */
export interface CitedCells {
  /** The citations of all cells in their order. */
  readonly group: CitationGroup;
  /** For each cell which of them are its own. */
  readonly cells: readonly { readonly text: string; readonly citations: readonly number[] }[];
}

/** The citations of cells with these texts. What a document says of itself stands in the first one. */
export function citedCells(texts: readonly string[]): CitedCells {
  const found = texts.map((text) => {
    const syntax = syntaxFor('markdown', '', () => text);
    return { text, syntax, citations: syntax.find(text) };
  });
  let next = 0;
  return {
    group: {
      clusters: found.flatMap(({ text, syntax, citations }) => citations.map((each) => clusterOf(text, each, syntax))),
      source: texts[0] ?? '',
      syntax: found[0]?.syntax ?? syntaxFor('markdown'),
      places: found.flatMap(({ text, citations }) => citations.map((citation) => ({ citation, paragraph: text }))),
      isListPlaced: texts.some(namesListPlace),
    },
    cells: found.map(({ text, citations }) => ({ text, citations: citations.map(() => next++) })),
  };
}

/** By which a citation that markdown-it found is known as one of a cell's. */
export function clusterKey({ form, items }: Cluster): string {
  return JSON.stringify({ form, items });
}
