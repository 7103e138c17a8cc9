import type { FormattedCluster, FormattedReference } from '../../citations/csl/contract';
import type { PreviewWords } from '../../citations/preview/html';

/** How a citation of a cell reads. */
export interface CellCitation {
  /** By which it is known again (`clusterKey`). */
  readonly cluster: string;
  /** Undefined where it stays as it is written. */
  readonly formatted: FormattedCluster | undefined;
}

/** How the citations of a cell with a text read. */
export interface NotebookCell {
  readonly text: string;
  readonly citations: readonly CellCitation[];
}

/** What the extension tells the renderer of a notebook's Markdown cells. */
export interface ToNotebook {
  readonly type: 'citations';
  readonly cells: readonly NotebookCell[];
  readonly references: readonly FormattedReference[];
  readonly isNoteStyle: boolean;
  readonly words: PreviewWords;
  /** Whether one of the cells shows the list. */
  readonly hasList: boolean;
  /** Why nothing is formatted. */
  readonly problem?: string;
}

/** What the renderer tells the extension: it can take what is formatted. */
export interface FromNotebook {
  readonly type: 'ready';
}
