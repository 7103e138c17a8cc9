import { Cooperation } from '../../base/cooperate';
import { members } from '../shape';
import type { LocalConnection } from './connection';
import { LocalFailure } from './failure';
import type { HeldItems } from './heldItems';
import { itemKeys } from './items';
import { collectionsOf, pathOfLibrary } from './library';

/** The collections of a library. */
export interface KnownCollections {
  /** Their names with those that they lie in, by their keys. */
  readonly collections: Readonly<Record<string, string>>;
  /** How many items lie in each, by their keys; undefined where that tells nothing that versions do not tell. */
  readonly members?: Readonly<Record<string, number>>;
}

/**
 * The collections of a library as they are now.
 * @param areCounted whether it is to be told how many items are in each: before Zotero 10 an item that is put into a collection keeps its
 * version and its date until it is synchronised (`Zotero.Collection.addItems`), but the collection counts it at once
 */
export async function knownCollections(
  zotero: LocalConnection,
  library: string,
  areCounted: boolean,
  signal: AbortSignal,
): Promise<KnownCollections> {
  const answer = (await zotero.ask({ path: `${pathOfLibrary(library)}/collections` }, signal)).json();
  const collections = Object.fromEntries(collectionsOf(answer).map(({ key, name }) => [key, name]));
  if (!areCounted) return { collections };
  const counts = (answer as unknown[]).map(members).map(({ key, meta }) => [key, members(meta).numItems] as const);
  const known = counts.filter(
    (each): each is [string, number] => String(each[0]) in collections && typeof each[1] === 'number',
  );
  return { collections, members: Object.fromEntries(known) };
}

/** The collections in which more or fewer items lie than before. */
export function changedCollections(before: KnownCollections, now: KnownCollections): string[] {
  if (now.members === undefined) return [];
  const keys = new Set([...Object.keys(now.members), ...Object.keys(before.members ?? {})]);
  // What is gone has let go of its items.
  return [...keys].filter((key) => (before.members ?? {})[key] !== now.members?.[key] && key in now.collections);
}

/** The keys of the items that lie in collections, by the keys of those. */
export type Insides = ReadonlyMap<string, readonly string[]>;

/** The items that lie in collections now; without those collections that are gone meanwhile. */
export async function insideOf(
  zotero: LocalConnection,
  library: string,
  collections: readonly string[],
  signal: AbortSignal,
): Promise<Insides> {
  const insides = new Map<string, readonly string[]>();
  for (const collection of collections) {
    const path = `${pathOfLibrary(library)}/collections/${collection}/items/top`;
    try {
      insides.set(collection, await itemKeys(zotero, { path }, signal));
    } catch (error) {
      if (!(error instanceof LocalFailure && error.code === 'not-found')) throw error;
    }
  }
  return insides;
}

/** The items that are held and lie in, or out of, a collection without saying so. */
export async function movedItems(held: HeldItems, insides: Insides): Promise<string[]> {
  const cooperation = new Cooperation();
  const moved = new Set<string>();
  for (const [collection, keys] of insides) {
    const inside = new Set(keys);
    for (const [key, line] of held.lines) {
      await cooperation.yieldIfDue();
      if (inside.has(key) !== saysCollection(line, collection)) moved.add(key);
    }
  }
  return [...moved];
}

/** What stands within a text has its quotes escaped. */
const COLLECTIONS = /,"collections":\[([^\]]*)\]/;

function saysCollection(line: string, collection: string): boolean {
  return line.includes(collection) && COLLECTIONS.exec(line)?.[1].includes(`"${collection}"`) === true;
}
