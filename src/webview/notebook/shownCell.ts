import { clusterKey } from '../../citations/preview/citedCells';
import type { CitationGroup } from '../../citations/preview/collected';
import type { ShownDocument } from '../../citations/preview/html';
import type { CellCitation, ToNotebook } from './messages';

/** What a cell shows for its citations; undefined where they stay as they are written. */
export function shownCell(told: ToNotebook | undefined, group: CitationGroup): ShownDocument | undefined {
  const text = unified(group.source);
  const cell = told?.cells.find((each) => unified(each.text) === text);
  if (!told || (!cell && !group.isListPlaced)) return undefined;
  const left = [...(cell?.citations ?? [])];
  const clusters = group.clusters.map((cluster) => taken(left, clusterKey(cluster))?.formatted);
  const { references, isNoteStyle, words, hasList, problem } = told;
  return {
    cluster: (index) => clusters[index],
    formatted: { clusters: clusters.filter((cluster) => cluster !== undefined), references, isNoteStyle },
    references: new Map(references.map(({ key, text: reference }) => [key, reference])),
    keys: group.clusters.map(({ items }) => items.map(({ key }) => key)),
    words,
    hasList: hasList && references.length > 0,
    ...(problem !== undefined && { problem }),
  };
}

/** The first of equal citations, each once. */
function taken(left: CellCitation[], cluster: string): CellCitation | undefined {
  const at = left.findIndex((citation) => citation.cluster === cluster);
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

/** With line ends as the renderer has them. */
function unified(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
