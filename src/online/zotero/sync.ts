import { mapCooperatively } from '../../base/cooperate';
import type { BetterBibtex } from './betterBibtex';
import { changedItems } from './changedItems';
import { CollectionAnnotations } from './collectionAnnotations';
import type { CollectionInsides } from './collectionInsides';
import { changedCollections, insideOf, knownCollections, type KnownCollections, movedItems } from './collectionMembers';
import type { LocalConnection } from './connection';
import { LocalFailure } from './failure';
import type { FollowedLibrary } from './followed';
import type { GivenCitekeys } from './givenCitekeys';
import { HeldItems, keysText } from './heldItems';
import { itemCount, itemKeys, itemPages, namedItems, type ItemPage, type ZoteroItem } from './items';
import { pathOfItems, type ZoteroLibrary, zoteroLibraries } from './library';
import { isAnnotationLine, Snapshot, type SnapshotHead } from './snapshot';

/** What following a library takes. */
export interface SyncParts {
  readonly zotero: LocalConnection;
  readonly followed: FollowedLibrary;
  readonly betterBibtex: BetterBibtex;
  /** What is known of annotations of other papers than those of the collection that is followed. */
  readonly annotations?: CollectionAnnotations;
  /** What was seen in collections, where no version tells of that. */
  readonly insides?: CollectionInsides;
  /** What is known of the citekeys that Better BibTeX gives. */
  readonly citekeys?: GivenCitekeys;
  /** Whether what changes without a trace is asked for also where nothing else changed. */
  readonly isThorough?: boolean;
  /** The time of day. */
  readonly today: () => Date;
  /** Told how many of how many items have come. */
  readonly progress?: (done: number, all: number) => void;
}

/** An order that nothing changes that happens meanwhile. */
const IN_ORDER = { sort: 'dateAdded', direction: 'asc' };

/** The whole of what is followed, in pages. */
export async function loadAll(parts: SyncParts, signal: AbortSignal): Promise<Snapshot> {
  const held = new HeldItems();
  // Before the items: who is put into a collection meanwhile is counted the next time.
  const known = await collectionsNow(parts, true, signal);
  let first: ItemPage | undefined;
  let done = 0;
  const list = { path: pathOfItems(parts.followed), query: IN_ORDER };
  for await (const page of itemPages(parts.zotero, list, signal)) {
    first ??= page;
    if (page.serverId !== first.serverId) throw new LocalFailure('other-server');
    await held.take(await withCitekeys(parts, page.items, signal));
    done += page.count;
    parts.progress?.(done, page.total);
  }
  const { serverId, version } = first!;
  await parts.citekeys?.probe(parts.betterBibtex, signal);
  // What came and went between two pages.
  await reconcile(parts, held, signal);
  const annotations = await annotationsFor(parts)?.takeAll(held, signal);
  const { collections, members } = known;
  const isNumbered = serverId !== undefined;
  const inside = { collections, ...(!isNumbered && { members }) };
  return snapshotOf(parts, { serverId, version, ...inside, annotations }, held);
}

/**
 * What is followed as it is now, after only what changed was asked for.
 * @param before the head of the last snapshot
 * @param read the last snapshot, which is needed only where something changed
 * @returns undefined where nothing did
 */
export async function loadChanges(
  parts: SyncParts,
  before: SnapshotHead,
  read: () => Promise<Uint8Array>,
  signal: AbortSignal,
): Promise<Snapshot | undefined> {
  const list = { path: pathOfItems(parts.followed) };
  const { zotero, isThorough = false } = parts;
  const beside = annotationsFor(parts);
  const changed = await changedItems(zotero, list, before, signal);
  const marked = await beside?.changes(before, signal);
  // Versions of another database, or of one that was restored, say nothing.
  if (changed === 'all' || marked === 'all') return loadAll(parts, signal);
  const { total, version } = await itemCount(zotero, list, signal);
  if (version < before.version) return loadAll(parts, signal);
  const isNumbered = before.serverId !== undefined;
  const isUnchanged = isNumbered && version === before.version;
  const known: KnownCollections = isUnchanged ? before : await collectionsNow(parts, !isNumbered, signal);
  const areSame = saidOf(known) === saidOf(before);
  // What leaves a collection is not told of there, and a saved search finds others without that an item changes.
  const keys = isPart(parts.followed) ? await itemKeys(zotero, list, signal) : undefined;
  const isKeyed = keys === undefined ? (total ?? before.count) === before.count : keysText(keys) === before.keys;
  const looked = isThorough && !isNumbered ? await lookInto(parts, before, known, signal) : undefined;
  const isInside = !looked?.changed.size;
  const isSame = changed.items.length === 0 && marked === undefined && areSame && isKeyed && isInside;
  if (isSame && !isThorough) return undefined;
  let copy: Promise<Snapshot | undefined> | undefined;
  const readOnce = () => (copy ??= read().then((bytes) => Snapshot.read(bytes)));
  const library = () => libraryOf(parts, signal);
  const asked = { betterBibtex: parts.betterBibtex, library, head: before, read: readOnce, isThorough };
  const renamed = await parts.citekeys?.changed(asked, signal);
  if (isSame && !renamed?.keys.length) return undefined;
  const snapshot = await readOnce();
  if (!snapshot || snapshot.head.version !== before.version) return loadAll(parts, signal);
  const held = new HeldItems(snapshot);
  await held.take(await withCitekeys(parts, changed.items, signal));
  const others = changedCollections(before, known);
  const insides = await insideOf(zotero, parts.followed.library, others, signal);
  const moved = await movedItems(held, new Map([...(looked?.changed ?? []), ...insides]));
  await takeNamed(parts, held, [...new Set([...(renamed?.keys ?? []), ...moved])], signal);
  await reconcile(parts, held, signal, { total, keys });
  const annotations = await beside?.takeChanges(held, marked ?? [], signal);
  renamed?.settle();
  looked?.settle();
  if (!held.isChanged && areSame) return undefined;
  const { serverId } = before;
  const { collections, members } = known;
  return snapshotOf(parts, { serverId, version: changed.version, collections, members, annotations }, held);
}

/** Makes the items the very ones that there are now: what is gone is left out, what is missing asked for by name. */
async function reconcile(
  parts: SyncParts,
  held: HeldItems,
  signal: AbortSignal,
  known: { readonly total?: number; readonly keys?: readonly string[] } = {},
): Promise<void> {
  const { zotero, followed } = parts;
  const list = { path: pathOfItems(followed) };
  if (known.keys === undefined) {
    const total = known.total ?? (await itemCount(zotero, list, signal)).total;
    if ((total ?? held.lines.size) === held.lines.size) return;
  }
  const keys = new Set(known.keys ?? (await itemKeys(zotero, list, signal)));
  const areBeside = annotationsFor(parts) !== undefined;
  for (const [key, line] of held.lines) {
    if (!keys.has(key) && !(areBeside && isAnnotationLine(line))) held.drop(key);
  }
  const missing = [...keys].filter((key) => !held.lines.has(key));
  await takeNamed(parts, held, missing, signal);
}

/** Takes items by their keys as they are now. */
async function takeNamed(
  parts: SyncParts,
  held: HeldItems,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for await (const items of namedItems(parts.zotero, parts.followed.library, keys, signal)) {
    await held.take(await withCitekeys(parts, items, signal));
  }
}

/** Whether only some of a library's items are followed. */
function isPart({ search, collection }: FollowedLibrary): boolean {
  return (search ?? collection) !== undefined;
}

/** Who knows of annotations where the list that is followed lacks them. */
function annotationsFor({ followed, zotero, annotations }: SyncParts): CollectionAnnotations | undefined {
  if (followed.collection === undefined) return undefined;
  return annotations ?? new CollectionAnnotations(zotero, followed.library);
}

/** The items, with citekeys of Better BibTeX where Zotero has none of its own. */
async function withCitekeys(
  parts: SyncParts,
  items: readonly ZoteroItem[],
  signal: AbortSignal,
): Promise<readonly ZoteroItem[]> {
  const { betterBibtex } = parts;
  const lacking = items.filter((item) => isRegular(item) && item.citationKey === undefined);
  if (lacking.length === 0 || (await betterBibtex.version(signal)) === undefined) return items;
  const citekeys = await betterBibtex.citekeys(
    await libraryOf(parts, signal),
    lacking.map(({ key }) => key),
    signal,
  );
  return mapCooperatively(items, (item) => {
    const citationKey = item.citationKey ?? citekeys.get(item.key);
    return citationKey === undefined ? item : { ...item, citationKey };
  });
}

/** The library that is followed, with the name by which Better BibTeX may know it. */
async function libraryOf(
  { zotero, followed: { library: id } }: SyncParts,
  signal: AbortSignal,
): Promise<ZoteroLibrary> {
  const libraries = id === 'user' ? [] : await zoteroLibraries(zotero, signal);
  return libraries.find((each) => each.id === id) ?? { id };
}

function isRegular({ itemType }: ZoteroItem): boolean {
  return itemType !== 'attachment' && itemType !== 'note' && itemType !== 'annotation';
}

/** Looks into the collections that there are now. */
async function lookInto(
  { zotero, followed: { library }, insides }: SyncParts,
  head: SnapshotHead,
  { collections }: KnownCollections,
  signal: AbortSignal,
) {
  return insides?.look({ zotero, library, head }, Object.keys(collections).sort(), signal);
}

function collectionsNow({ zotero, followed }: SyncParts, areCounted: boolean, signal: AbortSignal) {
  return knownCollections(zotero, followed.library, areCounted, signal);
}

/** Tells what is known of collections from other such. */
function saidOf({ collections, members }: KnownCollections): string {
  return JSON.stringify([collections, members]);
}

function snapshotOf(
  { followed, today }: SyncParts,
  known: Pick<SnapshotHead, 'serverId' | 'version' | 'collections' | 'members' | 'annotations'>,
  held: HeldItems,
): Snapshot {
  const head: SnapshotHead = {
    form: 2,
    place: followed.library === 'user' ? 'library' : `groups/${followed.library}`,
    serverId: known.serverId,
    version: known.version,
    ...held.latest,
    count: held.lines.size,
    // Of a whole library the count tells, and what changed.
    keys: isPart(followed) ? held.keysText(known.annotations === undefined) : '',
    ...(known.annotations !== undefined && { annotations: known.annotations }),
    ...(known.members !== undefined && { members: known.members }),
    collections: known.collections,
    asOf: today().toISOString(),
  };
  return new Snapshot(head, held.lines);
}
