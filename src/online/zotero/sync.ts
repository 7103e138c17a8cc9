import { hash53 } from '../../base/hash';
import type { BetterBibtex } from './betterBibtex';
import type { LocalConnection } from './connection';
import { LocalFailure } from './failure';
import type { FollowedLibrary } from './followed';
import { itemCount, itemKeys, itemPage, PAGE, type ItemPage, type ZoteroItem } from './items';
import { collectionsOf, pathOfItems, pathOfLibrary, zoteroLibraries } from './library';
import { lineOf, Snapshot, type SnapshotHead } from './snapshot';

/** What following a library takes. */
export interface SyncParts {
  readonly zotero: LocalConnection;
  readonly followed: FollowedLibrary;
  readonly betterBibtex: BetterBibtex;
  /** The time of day. */
  readonly today: () => Date;
  /** Told how many of how many items have come. */
  readonly progress?: (done: number, all: number) => void;
}

/** So many items are asked for by name at a time (Zotero Web API v3). */
const NAMED_AT_ONCE = 50;
/** How many items an older Zotero is asked for to see what was changed last. */
const LATEST = 25;

const decoder = new TextDecoder();

/** The whole of what is followed, in pages. */
export async function loadAll(parts: SyncParts, signal: AbortSignal): Promise<Snapshot> {
  const path = pathOfItems(parts.followed);
  const lines = new Map<string, string>();
  let first: ItemPage | undefined;
  const latest = new LatestChange();
  for (let start = 0; ;) {
    // In an order that nothing changes that happens meanwhile.
    const query = { start, sort: 'dateAdded', direction: 'asc' };
    const page = await itemPage(parts.zotero, path, query, signal);
    first ??= page;
    if (page.serverId !== first.serverId) throw new LocalFailure('other-server');
    for (const item of await withCitekeys(parts, page.items, signal)) {
      lines.set(item.key, lineOf(item));
      latest.take(item);
    }
    start += page.count;
    parts.progress?.(start, page.total);
    if (page.count < PAGE || start >= page.total) break;
  }
  const { serverId, version } = first;
  const collections = await collectionPaths(parts, signal);
  const head = headFor(parts, { serverId, version, collections, latest }, lines);
  const loaded = new Snapshot(head, lines);
  // What came and went between two pages.
  return (await reconciled(parts, loaded, signal)) ?? loaded;
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
  const path = pathOfItems(parts.followed);
  const { zotero } = parts;
  const changed = await changedItems(parts, path, before, signal);
  // Versions of another database, or of one that was restored, say nothing.
  if (changed === 'all') return loadAll(parts, signal);
  const { total, version } = await itemCount(zotero, path, signal);
  if (version < before.version) return loadAll(parts, signal);
  const isNumbered = before.serverId !== undefined;
  const collections =
    isNumbered && version === before.version ? before.collections : await collectionPaths(parts, signal);
  const areSame = JSON.stringify(collections) === JSON.stringify(before.collections);
  // What leaves a collection is not told of there, and a saved search finds others without that an item changes.
  const { search, collection } = parts.followed;
  const keys = (search ?? collection) === undefined ? undefined : await itemKeys(zotero, path, signal);
  const isKeyed = keys === undefined || keysOf(keys) === before.keys;
  if (changed.items.length === 0 && areSame && isKeyed && (total ?? before.count) === before.count) return undefined;
  const snapshot = await Snapshot.read(decoder.decode(await read()));
  if (!snapshot || snapshot.head.version !== before.version) return loadAll(parts, signal);
  const latest = new LatestChange(snapshot.head);
  for (const item of await withCitekeys(parts, changed.items, signal)) {
    if (item.deleted) snapshot.lines.delete(item.key);
    else snapshot.lines.set(item.key, lineOf(item));
    latest.take(item);
  }
  const known = { serverId: before.serverId, version: changed.version, collections, latest };
  const next = new Snapshot(headFor(parts, known, snapshot.lines), snapshot.lines);
  return (await reconciled(parts, next, signal, { total, keys })) ?? next;
}

/** The items that changed since a snapshot; `all` where that cannot be told. */
async function changedItems(
  { zotero }: SyncParts,
  path: string,
  before: SnapshotHead,
  signal: AbortSignal,
): Promise<{ items: readonly ZoteroItem[]; version: number } | 'all'> {
  const items = new Map<string, ZoteroItem>();
  let { version } = before;
  for (let start = 0; ;) {
    const page = await itemPage(zotero, path, { since: before.version, start }, signal);
    if (page.serverId !== before.serverId || page.version < before.version) return 'all';
    // What changes while pages are read has a later version than the first page states, and is asked for again.
    if (start === 0) version = page.version;
    for (const item of page.items) items.set(item.key, item);
    start += page.count;
    if (page.count < PAGE || start >= page.total) break;
  }
  // Before Zotero 10 a change has no version of its own until it is synchronised, but a date.
  if (before.serverId === undefined) {
    for (const item of await latestItems(zotero, path, before, signal)) items.set(item.key, item);
  }
  return { items: [...items.values()], version };
}

/** The items that were changed since the latest change that a snapshot knows. */
async function latestItems(
  zotero: LocalConnection,
  path: string,
  before: SnapshotHead,
  signal: AbortSignal,
): Promise<ZoteroItem[]> {
  const found: ZoteroItem[] = [];
  for (let start = 0; ; start += LATEST) {
    const query = { sort: 'dateModified', direction: 'desc', start, limit: LATEST };
    const page = await itemPage(zotero, path, query, signal);
    const { items } = page;
    for (const item of items) {
      const date = item.dateModified ?? '';
      if (date < before.latest) return found;
      if (date > before.latest || before.latestItems[item.key] !== item.version) found.push(item);
    }
    // Thousands of items can have been changed by one command at one moment.
    if (items.length < LATEST || found.length < start + items.length) return found;
  }
}

/** The snapshot with the very items that there are now: what is gone left out, what is missing asked for by name. */
async function reconciled(
  parts: SyncParts,
  snapshot: Snapshot,
  signal: AbortSignal,
  known: { readonly total?: number; readonly keys?: readonly string[] } = {},
): Promise<Snapshot | undefined> {
  const path = pathOfItems(parts.followed);
  const { lines, head } = snapshot;
  const total = known.total ?? (await itemCount(parts.zotero, path, signal)).total;
  if (known.keys === undefined && (total ?? lines.size) === lines.size) return undefined;
  const keys = new Set(known.keys ?? (await itemKeys(parts.zotero, path, signal)));
  const gone = [...lines.keys()].filter((key) => !keys.has(key));
  const missing = [...keys].filter((key) => !lines.has(key));
  if (gone.length === 0 && missing.length === 0) return undefined;
  for (const key of gone) lines.delete(key);
  const latest = new LatestChange(head);
  for (let at = 0; at < missing.length; at += NAMED_AT_ONCE) {
    const itemKey = missing.slice(at, at + NAMED_AT_ONCE).join(',');
    const page = await itemPage(parts.zotero, `${pathOfLibrary(parts.followed.library)}/items`, { itemKey }, signal);
    for (const item of await withCitekeys(parts, page.items, signal)) {
      lines.set(item.key, lineOf(item));
      latest.take(item);
    }
  }
  return new Snapshot(headFor(parts, { ...head, latest }, lines), lines);
}

/** The items, with citekeys of Better BibTeX where Zotero has none of its own. */
async function withCitekeys(
  { zotero, betterBibtex, followed }: SyncParts,
  items: readonly ZoteroItem[],
  signal: AbortSignal,
): Promise<readonly ZoteroItem[]> {
  const lacking = items.filter((item) => isRegular(item) && item.citationKey === undefined);
  if (lacking.length === 0 || (await betterBibtex.version(signal)) === undefined) return items;
  const { library: id } = followed;
  const libraries = id === 'user' ? [] : await zoteroLibraries(zotero, signal);
  const library = libraries.find((each) => each.id === id) ?? { id };
  const citekeys = await betterBibtex.citekeys(
    library,
    lacking.map(({ key }) => key),
    signal,
  );
  return items.map((item) => {
    const citationKey = item.citationKey ?? citekeys.get(item.key);
    return citationKey === undefined ? item : { ...item, citationKey };
  });
}

function isRegular({ itemType }: ZoteroItem): boolean {
  return itemType !== 'attachment' && itemType !== 'note' && itemType !== 'annotation';
}

async function collectionPaths({ zotero, followed }: SyncParts, signal: AbortSignal): Promise<Record<string, string>> {
  const path = `${pathOfLibrary(followed.library)}/collections`;
  const answer = (await zotero.ask({ path }, signal)).json();
  return Object.fromEntries(collectionsOf(answer).map(({ key, name }) => [key, name]));
}

/** When items were changed last, and which. */
class LatestChange {
  latest: string;
  latestItems: Record<string, number>;

  constructor(known: Pick<SnapshotHead, 'latest' | 'latestItems'> = { latest: '', latestItems: {} }) {
    this.latest = known.latest;
    this.latestItems = { ...known.latestItems };
  }

  take({ key, version, dateModified = '' }: ZoteroItem): void {
    if (dateModified > this.latest) {
      this.latest = dateModified;
      this.latestItems = {};
    }
    if (dateModified === this.latest) this.latestItems[key] = version;
  }
}

interface Known extends Pick<SnapshotHead, 'serverId' | 'version' | 'collections'> {
  readonly latest: Pick<SnapshotHead, 'latest' | 'latestItems'>;
}

function headFor(
  { followed, today }: SyncParts,
  { serverId, version, collections, latest }: Known,
  lines: ReadonlyMap<string, string>,
): SnapshotHead {
  return {
    form: 1,
    place: followed.library === 'user' ? 'library' : `groups/${followed.library}`,
    serverId,
    version,
    latest: latest.latest,
    latestItems: latest.latestItems,
    count: lines.size,
    keys: keysOf([...lines.keys()]),
    collections,
    asOf: today().toISOString(),
  };
}

/** Tells sets of keys apart, in whatever order they come. */
function keysOf(keys: readonly string[]): string {
  let sum = 0;
  for (const key of keys) sum = (sum + hash53(key)) % Number.MAX_SAFE_INTEGER;
  return `${keys.length}-${sum.toString(36)}`;
}
