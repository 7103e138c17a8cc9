import { mapCooperatively } from '../../base/cooperate';
import { nextTurn } from '../../base/nextTurn';
import { members } from '../shape';
import type { LocalAnswer, LocalConnection } from './connection';
import { LocalFailure } from './failure';
import { pathOfLibrary } from './library';

/** An item as Zotero has it: its `data` without what is empty, the key first, and where its file lies. */
export interface ZoteroItem {
  readonly key: string;
  readonly version: number;
  readonly itemType: string;
  readonly parentItem?: string;
  readonly citationKey?: string;
  readonly dateModified?: string;
  readonly [member: string]: unknown;
}

/** Some items of a list, and what Zotero says about the whole of it. */
export interface ItemPage {
  readonly items: readonly ZoteroItem[];
  /** How many items the answer had, also those that could not be read. */
  readonly count: number;
  /** How long the answer was, in characters. */
  readonly length: number;
  /** How many the list has. */
  readonly total: number;
  /** The version of the library. */
  readonly version: number;
  /** Which database answers; undefined before Zotero 10, whose versions are those of its last synchronisation. */
  readonly serverId: string | undefined;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** Where a list of items is, and what of it is asked for. */
export interface ItemList {
  readonly path: string;
  readonly query?: Query;
}

/** So many items are asked for by name at a time (Zotero Web API v3). */
const NAMED_AT_ONCE = 50;

/** So many items are asked for first: what they come to tells how many fill a page. */
export const PAGE = 250;

/** So long a page may be, in characters: it is parsed without holding up anybody. */
const LONGEST_PAGE = 1_500_000;
/** A page has at most so many times the items of the one before, of which most may have been short, and so many at least. */
const GROWTH = 4;
const SMALLEST_PAGE = 25;
/** An answer that is parsed in no time, in characters. */
const SHORT = 100_000;

/** One page of a list of items; an empty one where nothing changed since the version that the query names. */
export async function itemPage(
  zotero: LocalConnection,
  path: string,
  query: Query,
  signal: AbortSignal,
): Promise<ItemPage> {
  const { since } = query;
  const headers = since === undefined ? undefined : { 'If-Modified-Since-Version': String(since) };
  const request = { path, query: { format: 'json', limit: PAGE, ...query }, headers, accepts: [304] };
  const answer = await zotero.ask(request, signal);
  // Another database may have a version of the same number.
  if (answer.status === 304) {
    return { items: [], count: 0, length: 0, total: 0, version: Number(since), serverId: serverOf(answer) };
  }
  // The answer was put together in this turn, and is parsed in one.
  if (answer.text.length > SHORT) await nextTurn();
  const value = answer.json();
  if (!Array.isArray(value)) throw new LocalFailure('unreadable');
  const items = (await mapCooperatively(value, itemOf)).filter((item) => item !== undefined);
  // What has another shape than all that is known is not taken for an empty library.
  if (value.length > 0 && items.length === 0) throw new LocalFailure('unreadable');
  return {
    items,
    count: value.length,
    length: answer.text.length,
    total: countOf(answer, value.length),
    version: versionOf(answer),
    serverId: serverOf(answer),
  };
}

/** All pages of a list of items, one after the other: each as long as can be, so that few are asked for. */
export async function* itemPages(
  zotero: LocalConnection,
  { path, query }: ItemList,
  signal: AbortSignal,
): AsyncGenerator<ItemPage> {
  for (let [start, limit] = [0, PAGE]; ;) {
    const page = await itemPage(zotero, path, { ...query, start, limit }, signal);
    yield page;
    start += page.count;
    // Whoever answers may give fewer than were asked for.
    if (page.count === 0 || start >= page.total) return;
    limit = nextLimit(limit, page);
  }
}

/** How many items are asked for after a page. */
function nextLimit(limit: number, { count, length }: ItemPage): number {
  const fitting = Math.floor((LONGEST_PAGE * count) / length);
  return Math.max(SMALLEST_PAGE, Math.min(fitting, limit * GROWTH));
}

/** The items of a library that have these keys, as far as there are any. */
export async function* namedItems(
  zotero: LocalConnection,
  library: string,
  keys: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly ZoteroItem[]> {
  const path = `${pathOfLibrary(library)}/items`;
  for (let at = 0; at < keys.length; at += NAMED_AT_ONCE) {
    const named = new Set(keys.slice(at, at + NAMED_AT_ONCE));
    const list = { path, query: { itemKey: [...named].join(',') } };
    // What lies below them comes along.
    for await (const { items } of itemPages(zotero, list, signal)) yield items.filter(({ key }) => named.has(key));
  }
}

/** How many items a list has, and the library's version. */
export async function itemCount(
  zotero: LocalConnection,
  { path, query }: ItemList,
  signal: AbortSignal,
): Promise<{ total: number | undefined; version: number }> {
  const answer = await zotero.ask({ path, query: { ...query, format: 'keys', limit: 1 } }, signal);
  const stated = answer.header('total-results');
  return { total: stated === undefined ? undefined : Number(stated), version: versionOf(answer) };
}

/** The keys of all items of a list. */
export async function itemKeys(
  zotero: LocalConnection,
  { path, query }: ItemList,
  signal: AbortSignal,
): Promise<string[]> {
  const { text } = await zotero.ask({ path, query: { ...query, format: 'keys' } }, signal);
  return text.split(/\s+/).filter((key) => /^[A-Za-z0-9]+$/.test(key));
}

/** The item of a member of an answer: `{key, version, data, links}`, or the data alone. */
export function itemOf(value: unknown): ZoteroItem | undefined {
  const outer = members(value);
  const data = members(outer.data ?? value);
  const key = outer.key ?? data.key;
  if (typeof key !== 'string' || !/^[A-Za-z0-9]+$/.test(key) || typeof data.itemType !== 'string') return undefined;
  const version = Number(outer.version ?? data.version ?? 0);
  const { href } = members(members(outer.links).enclosure);
  const item: Record<string, unknown> & Pick<ZoteroItem, 'key' | 'version' | 'itemType'> = {
    key,
    version: Number.isFinite(version) ? version : 0,
    itemType: data.itemType,
  };
  for (const name of Object.keys(data)) {
    if (!SHOWN_BEFORE.has(name) && saysSomething(data[name])) item[name] = data[name];
  }
  if (typeof href === 'string' && href.startsWith('file:')) item.file = href;
  return item;
}

const SHOWN_BEFORE = new Set([
  'key',
  'version',
  'itemType',
  'relations',
  'annotationPosition',
  'md5',
  'mtime',
  '__proto__',
]);

function saysSomething(value: unknown): boolean {
  if (value === '' || value === null || value === undefined) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

export function serverOf({ header }: LocalAnswer): string | undefined {
  return header('zotero-server-id');
}

function versionOf({ header }: LocalAnswer): number {
  const version = Number(header('last-modified-version') ?? 0);
  return Number.isFinite(version) ? version : 0;
}

function countOf({ header }: LocalAnswer, atLeast: number): number {
  const total = Number(header('total-results') ?? NaN);
  return Number.isFinite(total) ? total : atLeast;
}
