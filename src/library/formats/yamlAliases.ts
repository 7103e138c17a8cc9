import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';

/** Whether a member may stay whose aliases stand for so many characters; infinitely many where one names nothing that has ended. */
export type Keep = (member: Pair, weight: number) => boolean;

/** A node as it can be made data. */
export interface Settled {
  /** Undefined where an alias names nothing. */
  readonly node: unknown;
  /** Characters that its aliases stand for. */
  readonly weight: number;
}

const KEEP_ALL: Keep = () => true;

/**
 * Puts what the aliases of a YAML text name in their place: the library would look through the whole text for each. The nodes
 * are to be given in the order of the text. What is named is shared, not copied, so that a bomb takes memory only as data.
 */
export class YamlAliases {
  readonly #named = new Map<string, Node>();
  /** Characters of the nodes that have a name and have ended, with those that their aliases stand for. */
  readonly #sizes = new Map<Node, number>();

  /** Settles a node, and leaves out members of a map: those that are not to be kept, and those whose key is a list or map. */
  settle(node: unknown, keep = KEEP_ALL): Settled {
    if (isAlias(node)) {
      const named = this.#named.get(node.source);
      const size = named && this.#sizes.get(named);
      return size === undefined ? { node: undefined, weight: Infinity } : { node: named, weight: size };
    }
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#named.set(anchor, node as Node);
    const weight = this.#settleParts(node, keep);
    if (anchor !== undefined) this.#sizes.set(node as Node, charactersOf(node) + weight);
    return { node, weight };
  }

  #settleParts(node: unknown, keep: Keep): number {
    let sum = 0;
    const settle = (part: unknown) => {
      const { node: settled, weight } = this.settle(part);
      sum += weight;
      return settled;
    };
    if (isPair(node)) {
      node.key = settle(node.key);
      node.value = settle(node.value);
    } else if (isSeq(node)) {
      node.items = node.items.map(settle);
    } else if (isMap(node)) {
      node.items = node.items.filter((pair) => {
        const before = sum;
        settle(pair);
        if (isScalar(pair.key) && (sum === before || keep(pair, sum - before))) return true;
        sum = before;
        return false;
      });
    }
    return sum;
  }
}

function charactersOf(node: unknown): number {
  return isNode(node) && node.range ? node.range[1] - node.range[0] : 0;
}
