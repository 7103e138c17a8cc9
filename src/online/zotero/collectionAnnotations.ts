import type { LocalConnection } from './connection';
import { changedItems } from './changedItems';
import type { HeldItems } from './heldItems';
import { itemCount, itemKeys, itemPages, type ItemList, type ZoteroItem } from './items';
import { pathOfLibrary } from './library';
import { isAnnotationLine, type SnapshotHead } from './snapshot';

/**
 * The annotations of what is in a collection. The collection's own list has attachments and notes but no annotations
 * (`server_localAPI.js`), so those of the library are asked for. The object lives as long as a collection is followed: it remembers
 * those of other papers, of which the copy says nothing.
 */
export class CollectionAnnotations {
  readonly #zotero: LocalConnection;
  readonly #list: ItemList;
  /** Those of other papers by key, as they were last seen. */
  readonly #others = new Map<string, string>();
  /** How many there were when they were last counted. */
  #total: number | undefined;

  constructor(zotero: LocalConnection, library: string) {
    this.#zotero = zotero;
    this.#list = { path: `${pathOfLibrary(library)}/items`, query: { itemType: 'annotation' } };
  }

  /** Which of the library changed, or that some came or went; undefined where nothing did, `all` where that cannot be told. */
  async changes(before: SnapshotHead, signal: AbortSignal): Promise<readonly ZoteroItem[] | 'all' | undefined> {
    const isKnown = (item: ZoteroItem) => this.#others.get(item.key) === stateOf(item);
    const changed = await changedItems(this.#zotero, this.#list, before, signal, isKnown);
    if (changed === 'all') return 'all';
    const { total } = await itemCount(this.#zotero, this.#list, signal);
    const known = this.#total ?? before.annotations;
    return changed.items.length === 0 && (total ?? known) === known ? undefined : changed.items;
  }

  /** Takes all that belong to the attachments that are held. @returns how many the library has */
  async takeAll(held: HeldItems, signal: AbortSignal): Promise<number> {
    this.#others.clear();
    const keys = new Set<string>();
    const list = { ...this.#list, query: { ...this.#list.query, sort: 'dateAdded', direction: 'asc' } };
    for await (const { items } of itemPages(this.#zotero, list, signal)) {
      await this.#take(held, items);
      for (const { key } of items) keys.add(key);
    }
    return this.#settle(held, keys);
  }

  /** Takes those that changed, and lets go of those that are gone. @returns how many the library has */
  async takeChanges(held: HeldItems, changed: readonly ZoteroItem[], signal: AbortSignal): Promise<number> {
    // A file that is new may have annotations that are old.
    if (held.hasNewFiles) return this.takeAll(held, signal);
    await this.#take(held, changed);
    return this.#settle(held, new Set(await itemKeys(this.#zotero, this.#list, signal)));
  }

  async #take(held: HeldItems, items: readonly ZoteroItem[]): Promise<void> {
    await held.take(items.filter(({ parentItem = '' }) => held.lines.has(parentItem)));
    for (const item of items) if (!held.lines.has(item.key)) this.#others.set(item.key, stateOf(item));
  }

  /** Lets go of those that are no more, and of those whose papers have left. */
  #settle(held: HeldItems, keys: ReadonlySet<string>): number {
    for (const [key, line] of held.lines) {
      if (!isAnnotationLine(line)) continue;
      const { parentItem = '' } = JSON.parse(line) as ZoteroItem;
      if (!keys.has(key) || !held.lines.has(parentItem)) held.drop(key);
    }
    this.#total = keys.size;
    return keys.size;
  }
}

function stateOf({ version, dateModified }: ZoteroItem): string {
  return `${version} ${dateModified}`;
}
