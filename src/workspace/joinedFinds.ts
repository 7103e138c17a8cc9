import { type Clock, SYSTEM_CLOCK } from '../base/clock';
import type { FileGlob, Files, FindOptions } from './files';
import { fileNameOf } from './uri';

/** Names in any folder: one, several, or those with several endings. Nothing but commas and stars has a meaning in them. */
const NAMES_ANYWHERE =
  /^\*\*\/(?:(?<one>[^/{}()[\]!?\\,]+)|\{(?<some>[^/{}()[\]!?\\]+)\}|\*\.\{(?<ends>[^/{}()[\]!?\\]+)\})$/;

/** Somebody who waits for files of some names. */
interface Asker {
  readonly names: readonly string[];
  readonly signal?: AbortSignal;
  readonly resolve: (uris: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks for files of several globs at once, where they are asked for in one turn of the event loop and name files in all folders below the
 * same one: each search of VS Code starts a process, and while it does nobody can type.
 */
export class JoinedFinds implements Pick<Files, 'find'> {
  readonly #search: Files['find'];
  readonly #clock: Clock;
  readonly #askers = new Map<string, Asker[]>();

  /** @param search looks for the files of one glob */
  constructor(search: Files['find'], clock = SYSTEM_CLOCK) {
    this.#search = search;
    this.#clock = clock;
  }

  find(place: FileGlob, options: FindOptions = {}): Promise<readonly string[]> {
    const names = options.limit === undefined ? namesOf(place.glob) : undefined;
    if (!names) return this.#search(place, options);
    return new Promise((resolve, reject) => {
      const { signal } = options;
      signal?.addEventListener('abort', () => resolve([]), { once: true });
      const asker = { names, signal, resolve, reject };
      const others = this.#askers.get(place.base);
      if (others) others.push(asker);
      else {
        this.#askers.set(place.base, [asker]);
        this.#clock.yield().then(() => this.#findFor(place.base), reject);
      }
    });
  }

  async #findFor(base: string): Promise<void> {
    const askers = this.#askers.get(base)!;
    this.#askers.delete(base);
    try {
      const names = [...new Set(askers.flatMap((asker) => asker.names))];
      const glob = `**/${names.length === 1 ? names[0] : `{${names.join(',')}}`}`;
      const found = await this.#search({ base, glob }, { signal: allAborted(askers.map(({ signal }) => signal)) });
      for (const asker of askers) asker.resolve(found.filter(namedTest(asker.names)));
    } catch (error) {
      for (const asker of askers) asker.reject(error);
    }
  }
}

/** The names that a glob is for, in any folder. */
function namesOf(glob: string): readonly string[] | undefined {
  const { one, some, ends } = NAMES_ANYWHERE.exec(glob)?.groups ?? {};
  if (one !== undefined) return [one];
  return some?.split(',') ?? ends?.split(',').map((end) => `*.${end}`);
}

/** A test for URIs: whether the file has one of the names. */
function namedTest(names: readonly string[]): (uri: string) => boolean {
  const sources = names.map((name) => name.replace(/[.+^$|]/g, '\\$&').replaceAll('*', '.*'));
  const named = new RegExp(`^(?:${sources.join('|')})$`, 's');
  return (uri) => named.test(fileNameOf(uri));
}

/** Is aborted when all others are: never where there is none for somebody. */
function allAborted(signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  const all = new AbortController();
  const check = () => {
    if (signals.every((signal) => signal?.aborted)) all.abort();
  };
  for (const signal of signals) signal?.addEventListener('abort', check, { once: true, signal: all.signal });
  check();
  return all.signal;
}
