import { SHOW_MORE } from '../sidebar/papersItem';
import { MoreNode } from '../sidebar/papersNode';
import type { PapersTree } from '../sidebar/papersTree';
import type { Command } from './command';

/** Shows one more page of a long level; the command of its last row. */
export class ShowMore implements Command {
  readonly id = SHOW_MORE;
  readonly #tree: PapersTree;

  constructor(tree: PapersTree) {
    this.#tree = tree;
  }

  execute(node: unknown): void {
    if (node instanceof MoreNode) this.#tree.showMore(node);
  }
}
