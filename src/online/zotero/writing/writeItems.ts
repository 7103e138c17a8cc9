import { members, number, text } from '../../shape';
import type { LocalAnswer, LocalConnection } from '../connection';
import { LocalFailure } from '../failure';
import { pathOfLibrary } from '../library';
import type { ItemData } from './newItem';
import type { WritePermission } from './permission';

/** What became of items that were sent, by their places in what was sent. */
export interface WrittenItems {
  /** Those that Zotero has now, with their keys; also those that it had like that before. */
  readonly done: ReadonlyMap<number, string>;
  /** Those that it refused. */
  readonly refused: ReadonlyMap<number, ItemRefusal>;
  /** Why it took no more; the items that are in neither list were not sent, or nothing is known of them. */
  readonly stopped?: LocalFailure;
}

/** Why Zotero did not take one item. */
export interface ItemRefusal {
  /** As statuses of HTTP: 412 where it was changed there meanwhile, 413 where it is too large. */
  readonly code: number;
  /** In Zotero's own words. */
  readonly message: string;
}

/** What writing to a database takes. */
export interface WriteParts {
  readonly zotero: LocalConnection;
  /** The id of the database that is meant; another one takes nothing. */
  readonly serverId: string;
  readonly permission: WritePermission;
  /** Makes a token that no other write has. */
  readonly token: () => string;
}

/** So many items go at a time (Zotero Web API v3, "Write Requests"). */
const AT_ONCE = 50;

/** Writes items into a library: new ones, and keyed ones with the version that they had. Never rejects for what Zotero answers. */
export async function writeItems(
  parts: WriteParts,
  library: string,
  items: readonly ItemData[],
  signal: AbortSignal,
): Promise<WrittenItems> {
  const done = new Map<number, string>();
  const refused = new Map<number, ItemRefusal>();
  const waiting: { at: number; items: readonly ItemData[] }[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) waiting.push({ at, items: items.slice(at, at + AT_ONCE) });
  try {
    for (let some = waiting.shift(); some; some = waiting.shift()) {
      const { at } = some;
      const answer = await send(parts, `${pathOfLibrary(library)}/items`, some.items, signal);
      if (answer !== 'too-large') take(answer, some, done, refused);
      else if (some.items.length === 1) refused.set(at, { code: 413, message: '' });
      else {
        const half = Math.ceil(some.items.length / 2);
        waiting.unshift({ at, items: some.items.slice(0, half) }, { at: at + half, items: some.items.slice(half) });
      }
    }
    return { done, refused };
  } catch (error) {
    if (!(error instanceof LocalFailure)) throw error;
    return { done, refused, stopped: error };
  }
}

/** Sends some items once, or twice with one token where the first answer was lost; a permission that holds no more is asked for anew. */
async function send(
  { zotero, serverId, permission, token }: WriteParts,
  path: string,
  items: readonly ItemData[],
  signal: AbortSignal,
): Promise<LocalAnswer | 'too-large'> {
  const own = token();
  let isAllowedAnew = false;
  let isRepeated = false;
  for (;;) {
    const headers = {
      'Zotero-Server-ID': serverId,
      'Zotero-API-Key': await permission.key(signal),
      'Zotero-Write-Token': own,
    };
    try {
      return await zotero.ask({ method: 'POST', path, headers, json: items }, signal);
    } catch (error) {
      const code = error instanceof LocalFailure ? error.code : undefined;
      if (code === 'too-large') return 'too-large';
      if (code === 'key-refused' && !isAllowedAnew) {
        isAllowedAnew = true;
        await permission.forget();
      } else if ((code === 'cut-off' || code === 'timed-out') && !isRepeated) isRepeated = true;
      else throw error;
    }
  }
}

/** A success of the whole may hold failures of items. */
function take(
  answer: LocalAnswer,
  { at, items }: { readonly at: number; readonly items: readonly ItemData[] },
  done: Map<number, string>,
  refused: Map<number, ItemRefusal>,
): void {
  const { successful, success, unchanged, failed } = members(answer.json());
  items.forEach((_, i) => {
    const failure = members(failed)[i];
    const key = text(members(members(successful)[i]).key) ?? text(members(success)[i]) ?? text(members(unchanged)[i]);
    if (failure === undefined && key !== undefined) return void done.set(at + i, key);
    const { code, message } = members(failure);
    refused.set(at + i, { code: number(code) ?? 500, message: text(message) ?? '' });
  });
}
