import { SHOW_MORE } from './papersItem';
import { MoreNode } from './papersNode';
import type { PapersTree } from './papersTree';
import type { Command } from '../host/command';

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
