import type { LocalConnection } from './connection';
import { itemPage, itemPages, type ItemList, type ZoteroItem } from './items';
import type { SnapshotHead } from './snapshot';

/** How many items an older Zotero is asked for to see what was changed last. */
const LATEST = 25;

/** What changed in a list of items. */
export interface ChangedItems {
  readonly items: readonly ZoteroItem[];
  /** The version of the library up to which these are all. */
  readonly version: number;
}

/**
 * The items of a list that changed since a snapshot; `all` where that cannot be told.
 * @param isKnown whether an item was seen as it is now, and so were all that were changed before it
 */
export async function changedItems(
  zotero: LocalConnection,
  list: ItemList,
  before: SnapshotHead,
  signal: AbortSignal,
  isKnown: (item: ZoteroItem) => boolean = () => false,
): Promise<ChangedItems | 'all'> {
  const items = new Map<string, ZoteroItem>();
  let version: number | undefined;
  // A version of 0, before the first synchronisation, limits nothing.
  if (before.version > 0 || before.serverId !== undefined) {
    const since = { path: list.path, query: { ...list.query, since: before.version } };
    for await (const page of itemPages(zotero, since, signal)) {
      if (page.serverId !== before.serverId || page.version < before.version) return 'all';
      // What changes while pages are read has a later version than the first page states, and is asked for again.
      version ??= page.version;
      for (const item of page.items) items.set(item.key, item);
    }
  }
  // Before Zotero 10 a change has no version of its own until it is synchronised, but a date.
  if (before.serverId === undefined) {
    const latest = await latestItems(zotero, list, before, signal, isKnown);
    if (latest === 'all') return 'all';
    for (const item of latest) items.set(item.key, item);
  }
  return { items: [...items.values()].filter((item) => !isKnown(item)), version: version ?? before.version };
}

/** The items that were changed since the latest change that a snapshot knows. */
async function latestItems(
  zotero: LocalConnection,
  { path, query: own }: ItemList,
  before: SnapshotHead,
  signal: AbortSignal,
  isKnown: (item: ZoteroItem) => boolean,
): Promise<ZoteroItem[] | 'all'> {
  const found: ZoteroItem[] = [];
  for (let start = 0; ; start += LATEST) {
    const query = { ...own, sort: 'dateModified', direction: 'desc', start, limit: LATEST };
    const { items, version, serverId } = await itemPage(zotero, path, query, signal);
    // Synchronised for the first time, or updated: what came by that may have been changed long ago.
    if (serverId !== undefined || (before.version === 0 && version > 0)) return 'all';
    for (const item of items) {
      const date = item.dateModified ?? '';
      if (date < before.latest || isKnown(item)) return found;
      if (date > before.latest || before.latestItems[item.key] !== item.version) found.push(item);
    }
    // Thousands of items can have been changed by one command at one moment.
    if (items.length < LATEST || found.length < start + items.length) return found;
  }
}
