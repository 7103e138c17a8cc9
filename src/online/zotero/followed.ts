import { shortHash } from '../../base/hash';

/** A library of a local program that the user follows, as the setting names it. */
export interface FollowedLibrary {
  readonly server: LocalServerId;
  /** `user`, or the number of a group; at JabRef the id of the library. */
  readonly library: string;
  /** The key of a collection: only what is in it. */
  readonly collection?: string;
  /** The key of a saved search: only what it finds. */
  readonly search?: string;
}

/** The programs that are asked, by the ids that settings use. */
export const LOCAL_SERVER_IDS = ['zotero', 'jabref'] as const;
export type LocalServerId = (typeof LOCAL_SERVER_IDS)[number];

/** As people call them. */
export const LOCAL_SERVER_NAMES: Readonly<Record<LocalServerId, string>> = { zotero: 'Zotero', jabref: 'JabRef' };

/** Both listen where Zotero does, so only one of them can at a time. */
export const LOCAL_ENDPOINT = 'http://127.0.0.1:23119';

const KEY = /^[A-Za-z0-9]{1,40}$/;

/** The entries of the setting that make sense, each once. */
export function followedLibraries(setting: unknown): FollowedLibrary[] {
  const found = new Map<string, FollowedLibrary>();
  for (const value of Array.isArray(setting) ? (setting as unknown[]) : []) {
    const followed = followedLibrary(value);
    if (followed) found.set(idOf(followed), followed);
  }
  return [...found.values()];
}

/** Tells followed libraries apart; the same in every window. */
export function idOf({ server, library, collection, search }: FollowedLibrary): string {
  return [server, library, collection ?? '', search ?? ''].join('\n');
}

/**
 * The name of the file that keeps what was last seen of a library, which users see: `Zotero.json`, `Zotero 42 ABCD2345.json`,
 * `JabRef Chocolate.bib-1.bib`. No two libraries share one.
 */
export function copyNameOf({ server, library, collection, search }: FollowedLibrary): string {
  const parts = [library === 'user' ? undefined : library, collection ?? search].filter((part) => part !== undefined);
  const own = parts.map((part) => {
    const safe = part.replace(/[^\w.-]/g, '_');
    // Others become the same without the signs that no file name can have, or where names are not told by case.
    const isPlain = safe === part && (server === 'zotero' || part === part.toLowerCase());
    return ` ${isPlain ? safe : `${safe} ${shortHash(part, 6)}`}`;
  });
  return server === 'zotero' ? `Zotero${own.join('')}.json` : `JabRef${own.join('')}.bib`;
}

function followedLibrary(value: unknown): FollowedLibrary | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { server = 'zotero', library = 'user', collection, search } = value as Record<string, unknown>;
  const known = LOCAL_SERVER_IDS.find((id) => id === server);
  const stated = typeof library === 'number' ? String(library) : library;
  if (known === undefined || typeof stated !== 'string') return undefined;
  if (known === 'jabref') return stated === '' ? undefined : { server: known, library: stated };
  if (!/^(?:user|\d{1,15})$/.test(stated)) return undefined;
  const isKey = (key: unknown): key is string => typeof key === 'string' && KEY.test(key);
  if (isKey(search)) return { server: known, library: stated, search };
  return { server: known, library: stated, ...(isKey(collection) && { collection }) };
}
