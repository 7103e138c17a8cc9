import { keysText } from './heldItems';
import { insideOf, type Insides } from './collectionMembers';
import type { LocalConnection } from './connection';
import type { SnapshotHead } from './snapshot';

/** So many collections are looked into at a time, each with a request: those of a large library by turns. */
const AT_A_TIME = 20;

/** What is followed, and what its last snapshot says of itself. */
interface Asked {
  readonly zotero: LocalConnection;
  readonly library: string;
  readonly head: SnapshotHead;
}

/** What was seen in collections. */
interface SeenInsides {
  /** The collections in which other items lie than were seen since the snapshot, or that were not looked into since. */
  readonly changed: Insides;
  /** Those were compared with the snapshot, which is as they say. */
  settle(): void;
}

/**
 * Which items lie in the collections of a library, as was last seen: the count that a collection states tells nothing where one item was
 * put in and another taken out. The object lives as long as a library is followed.
 */
export class CollectionInsides {
  readonly #known = new Map<string, string>();
  /** The snapshot that is as they were seen. */
  #of: SnapshotHead | undefined;
  #next = 0;

  /** Looks into collections. */
  async look(
    { zotero, library, head }: Asked,
    collections: readonly string[],
    signal: AbortSignal,
  ): Promise<SeenInsides> {
    if (this.#of !== head) this.#known.clear();
    this.#of = head;
    const inside = await insideOf(zotero, library, this.#turn(collections), signal);
    const changed = new Map([...inside].filter(([key, items]) => this.#known.get(key) !== keysText(items)));
    const settle = () => {
      for (const [key, items] of changed) this.#known.set(key, keysText(items));
    };
    return { changed, settle };
  }

  /** The collections whose turn it is. */
  #turn(collections: readonly string[]): string[] {
    if (collections.length <= AT_A_TIME) return [...collections];
    const start = this.#next % collections.length;
    this.#next = start + AT_A_TIME;
    return [...collections, ...collections].slice(start, start + AT_A_TIME);
  }
}
