import { members, text } from '../../shape';
import type { LocalConnection } from '../connection';
import { LocalFailure } from '../failure';

/** Where the user's permissions to change databases of Zotero are kept, by the ids of these. */
export interface KeptKeys {
  get(serverId: string): PromiseLike<string | undefined>;
  set(serverId: string, key: string): PromiseLike<void>;
  delete(serverId: string): PromiseLike<void>;
}

/** As whom Zotero shows us when it asks the user. */
const APP_NAME = 'Literature Notes for VS Code';
/** The user may think about it for so long, in milliseconds. */
const PATIENCE = 10 * 60_000;

/** The permission to change one database of Zotero 10: asked of the user in Zotero's own window, and kept where the user allows that. */
export class WritePermission {
  readonly #zotero: LocalConnection;
  readonly #serverId: string;
  readonly #kept: KeptKeys;

  constructor(zotero: LocalConnection, serverId: string, kept: KeptKeys) {
    this.#zotero = zotero;
    this.#serverId = serverId;
    this.#kept = kept;
  }

  /** A key, which may be good for one change only. Rejects with a `LocalFailure` where the user does not allow it. */
  async key(signal: AbortSignal): Promise<string> {
    return (await this.#kept.get(this.#serverId)) ?? (await this.#ask(signal));
  }

  /** A key was refused: it is asked for anew. */
  async forget(): Promise<void> {
    await this.#kept.delete(this.#serverId);
  }

  async #ask(signal: AbortSignal): Promise<string> {
    const answer = await this.#zotero.ask(
      {
        method: 'POST',
        path: '/api/local/authorize',
        headers: { 'Zotero-Server-ID': this.#serverId },
        json: { appName: APP_NAME },
        timeOut: PATIENCE,
      },
      signal,
    );
    const { key, remember } = members(answer.json());
    const stated = text(key);
    if (stated === undefined) throw new LocalFailure('unreadable');
    if (remember === true) await this.#kept.set(this.#serverId, stated);
    return stated;
  }
}
