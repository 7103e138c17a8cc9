import type { GroupNode, PapersNode } from './papersNode';

/** The level above all groups. */
export const ROOT = '';

/** The rows of one level, as VS Code was given them. */
interface Level {
  readonly parent: GroupNode | undefined;
  readonly rows: readonly PapersNode[];
  /** Whether a row of it unfolds: VS Code then leaves room for the arrow before all icons, as it drew them. */
  readonly unfolds: boolean;
}

/** The rows that VS Code was given, so that after a change only those are repainted that look different. */
export class ShownRows {
  readonly #levels = new Map<string, Level>();
  readonly #unfolds: (row: PapersNode) => boolean;

  /** @param unfolds whether there are rows under a row, as of now */
  constructor(unfolds: (row: PapersNode) => boolean) {
    this.#unfolds = unfolds;
  }

  /** Remembers the rows of a level; one that is there already stays the same object. */
  keep(parent: GroupNode | undefined, rows: readonly PapersNode[]): PapersNode[] {
    const known = new Map(this.#levels.get(levelOf(parent))?.rows.map((row) => [row.id, row]));
    const kept = rows.map((row) => {
      const before = known.get(row.id);
      return before !== undefined && takeOver(before, row) ? before : row;
    });
    this.#levels.set(levelOf(parent), { parent, rows: kept, unfolds: kept.some(this.#unfolds) });
    return kept;
  }

  /**
   * The rows to repaint where the levels now have other rows. A level with the same rows in the same order gives those of them
   * that look different; any other level is told as its group, or as `undefined` for the root, which repaints all. So is one whose
   * first row came to unfold, or whose last row no longer does: there all icons move.
   * @param rowsOf the rows that a level has now; undefined where it is no longer there
   * @param isTouched whether a paper's row may look different though its paper is the same
   */
  async repainted(
    rowsOf: (parent: GroupNode | undefined) => Promise<readonly PapersNode[]>,
    isTouched: (citekey: string) => boolean,
  ): Promise<PapersNode[] | undefined> {
    const repainted: PapersNode[] = [];
    for (const { parent, rows, unfolds } of this.#rootFirst()) {
      // A group that is gone was told with its level.
      if (parent && !this.#holds(parent)) continue;
      const now = await rowsOf(parent);
      if (!sameRows(rows, now) || now.some(this.#unfolds) !== unfolds) {
        if (!parent) return undefined;
        repainted.push(parent);
        continue;
      }
      for (const [i, row] of rows.entries()) {
        if (looksDifferent(row, now[i], isTouched)) repainted.push(row);
        takeOver(row, now[i]);
      }
    }
    return repainted;
  }

  /** Forgets all: VS Code asks for everything anew. */
  clear(): void {
    this.#levels.clear();
  }

  #rootFirst(): Level[] {
    return [...this.#levels.values()].sort((a, b) => Number(a.parent !== undefined) - Number(b.parent !== undefined));
  }

  #holds(group: GroupNode): boolean {
    return this.#levels.get(ROOT)?.rows.includes(group) ?? false;
  }
}

function levelOf(parent: GroupNode | undefined): string {
  return parent?.id ?? ROOT;
}

function sameRows(before: readonly PapersNode[], now: readonly PapersNode[]): boolean {
  return before.length === now.length && before.every((row, i) => row.id === now[i].id);
}

/** Brings a row up to date; false where it cannot become the other one. */
function takeOver(row: PapersNode, now: PapersNode): boolean {
  if (row.kind === 'paper' && now.kind === 'paper') row.entry = now.entry;
  else if (row.kind === 'group' && now.kind === 'group') row.group = now.group;
  else if (row.kind === 'more' && now.kind === 'more') row.left = now.left;
  else return false;
  return true;
}

function looksDifferent(row: PapersNode, now: PapersNode, isTouched: (citekey: string) => boolean): boolean {
  if (row.kind === 'paper' && now.kind === 'paper') return row.entry !== now.entry || isTouched(row.entry.citekey);
  // What a group shows of itself; its rows are a level of their own.
  if (row.kind === 'group' && now.kind === 'group') return row.group.entries.length !== now.group.entries.length;
  return row.kind === 'more' && now.kind === 'more' && row.left !== now.left;
}
