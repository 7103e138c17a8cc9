import { list, members, text } from '../shape';
import type { LocalConnection } from './connection';
import { LocalFailure } from './failure';
import type { FollowedLibrary } from './followed';

/** A library of Zotero: the user's own, or a group's. */
export interface ZoteroLibrary {
  /** `user`, or the number of the group. */
  readonly id: string;
  /** Undefined for the user's own, which Zotero names in its own language. */
  readonly name?: string;
}

/** A collection or a saved search. */
export interface ZoteroPart {
  readonly key: string;
  /** With the names of the collections that it lies in: `Robots / Maps`. */
  readonly name: string;
}

/** Between the names of a collection's path. */
const BETWEEN = ' / ';
const DEEPEST = 50;

/** Where the local API has a library. */
export function pathOfLibrary(library: string): string {
  return library === 'user' ? '/api/users/0' : `/api/groups/${encodeURIComponent(library)}`;
}

/** Where the items of what is followed are. */
export function pathOfItems({ library, collection, search }: FollowedLibrary): string {
  const base = pathOfLibrary(library);
  if (search !== undefined) return `${base}/searches/${search}/items`;
  return collection === undefined ? `${base}/items` : `${base}/collections/${collection}/items`;
}

/** The user's own library, and those of groups. */
export async function zoteroLibraries(zotero: LocalConnection, signal: AbortSignal): Promise<ZoteroLibrary[]> {
  const answer = (await zotero.ask({ path: '/api/users/0/groups' }, signal)).json();
  const groups = list(answer).flatMap((group) => {
    const { id, data } = members(group);
    const number = text(id) ?? text(members(data).id);
    return number !== undefined && /^\d+$/.test(number)
      ? [{ id: number, name: text(members(data).name) ?? number }]
      : [];
  });
  return [{ id: 'user' }, ...groups];
}

/** The collections of a library, by name. */
export async function zoteroCollections(
  zotero: LocalConnection,
  library: string,
  signal: AbortSignal,
): Promise<ZoteroPart[]> {
  const answer = (await zotero.ask({ path: `${pathOfLibrary(library)}/collections` }, signal)).json();
  return collectionsOf(answer);
}

/** The saved searches of a library, by name. */
export async function zoteroSearches(
  zotero: LocalConnection,
  library: string,
  signal: AbortSignal,
): Promise<ZoteroPart[]> {
  const answer = (await zotero.ask({ path: `${pathOfLibrary(library)}/searches` }, signal)).json();
  return byName(
    list(answer).flatMap((each) => {
      const { key, data } = members(each);
      const known = text(key) ?? text(members(data).key);
      return known === undefined ? [] : [{ key: known, name: text(members(data).name) ?? known }];
    }),
  );
}

/** The collections of an answer but those in the trash, with the path of each. Throws a failure for what is no list. */
export function collectionsOf(answer: unknown): ZoteroPart[] {
  if (!Array.isArray(answer)) throw new LocalFailure('unreadable');
  const known = new Map<string, { name: string; parent: string | undefined }>();
  for (const each of answer as unknown[]) {
    const data = members(members(each).data);
    const key = text(members(each).key) ?? text(data.key);
    if (key !== undefined && !data.deleted)
      known.set(key, { name: text(data.name) ?? key, parent: text(data.parentCollection) });
  }
  const path = (key: string, depth: number): string[] => {
    const { name, parent } = known.get(key) ?? {};
    if (name === undefined || depth > DEEPEST) return [];
    return [...(parent === undefined ? [] : path(parent, depth + 1)), name];
  };
  return byName([...known.keys()].map((key) => ({ key, name: path(key, 0).join(BETWEEN) })));
}

function byName(parts: ZoteroPart[]): ZoteroPart[] {
  return parts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
