import { list, members, text } from '../shape';
import type { LocalConnection } from './connection';
import { LocalFailure } from './failure';

/** So many keys are asked for at a time. */
const AT_ONCE = 500;

/** Better BibTeX inside of Zotero, as its JSON-RPC offers it (its `content/json-rpc.ts`). */
export class BetterBibtex {
  readonly #zotero: LocalConnection;
  #version: Promise<string | undefined> | undefined;
  #libraries: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(zotero: LocalConnection) {
    this.#zotero = zotero;
  }

  /** Its version; undefined where it is not installed. */
  version(signal: AbortSignal): Promise<string | undefined> {
    this.#version ??= this.#askVersion(signal).catch((error: unknown) => {
      this.#version = undefined;
      throw error;
    });
    return this.#version;
  }

  async #askVersion(signal: AbortSignal): Promise<string | undefined> {
    try {
      return text(members(await this.#call('api.ready', [], signal)).betterbibtex);
    } catch (error) {
      if (error instanceof LocalFailure && ['not-found', 'too-old', 'server', 'unreadable'].includes(error.code)) {
        return undefined;
      }
      throw error;
    }
  }

  /** The citekeys of items of a library, by the keys of the items; those that it does not know are left out. */
  async citekeys(
    { id, name }: { readonly id: string; readonly name?: string },
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    const library = id === 'user' ? '1' : await this.#libraryOf(id, name, signal);
    const found = new Map<string, string>();
    if (library === undefined) return found;
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const names = keys.slice(at, at + AT_ONCE).map((key) => `${library}:${key}`);
      const answer = members(await this.#call('item.citationkey', [names], signal));
      for (const [stated, citekey] of Object.entries(answer)) {
        const key = stated.slice(stated.lastIndexOf(':') + 1);
        const known = text(citekey);
        if (known !== undefined) found.set(key, known);
      }
    }
    return found;
  }

  /** Better BibTeX counts libraries in its own way; a group is found by its number, else by a name that only one has. */
  async #libraryOf(id: string, name: string | undefined, signal: AbortSignal): Promise<string | undefined> {
    this.#libraries ??= this.#call('user.groups', [true], signal).then((groups) => {
      const known = new Map<string, string>();
      const doubled = new Set<string>();
      for (const group of list(groups).map(members)) {
        const library = text(group.id);
        if (library === undefined) continue;
        for (const by of [text(group.groupID), text(group.name)]) {
          if (by === undefined) continue;
          if (known.has(by)) doubled.add(by);
          known.set(by, library);
        }
      }
      for (const by of doubled) known.delete(by);
      return known;
    });
    const known = await this.#libraries.catch((error: unknown) => {
      this.#libraries = undefined;
      throw error;
    });
    return known.get(id) ?? (name === undefined ? undefined : known.get(name));
  }

  /** Errors come with status 200 and `id: null`. */
  async #call(method: string, params: readonly unknown[], signal: AbortSignal): Promise<unknown> {
    const call = { jsonrpc: '2.0', id: 1, method, params };
    const answer = await this.#zotero.ask({ method: 'POST', path: '/better-bibtex/json-rpc', json: call }, signal);
    const { result, error } = members(answer.json());
    if (error !== undefined && error !== null) throw new LocalFailure('server', { cause: members(error).message });
    return result;
  }
}
