import { list, members, text } from '../shape';
import type { LocalAnswer, LocalConnection } from './connection';
import { LocalFailure } from './failure';
import type { FollowedLibrary } from './followed';
import type { KeptCopy, LiveLibrary, Look } from './liveLibrary';

const BIBTEX = 'application/x-bibtex';

/** A library that is open in JabRef, whose copy is its BibTeX. JabRef tells nothing of changes: all of it is asked for. */
export class LiveJabref implements LiveLibrary {
  readonly #jabref: LocalConnection;
  readonly #followed: FollowedLibrary;
  readonly #copy: KeptCopy;
  readonly #today: () => Date;

  constructor(jabref: LocalConnection, followed: FollowedLibrary, copy: KeptCopy, today = () => new Date()) {
    this.#jabref = jabref;
    this.#followed = followed;
    this.#copy = copy;
    this.#today = today;
  }

  async asOf(): Promise<string | undefined> {
    return HEAD.exec((await this.#kept()).slice(0, 100))?.[1];
  }

  async look({ signal }: Look): Promise<boolean> {
    const bibtex = await jabrefEntries(this.#jabref, this.#followed.library, signal);
    const before = await this.#kept();
    if (before.replace(HEAD, '') === bibtex) return false;
    await this.#copy.write(new TextEncoder().encode(`% JabRef, as of ${this.#today().toISOString()}\n${bibtex}`));
    return true;
  }

  async #kept(): Promise<string> {
    return new TextDecoder().decode(await this.#copy.read());
  }
}

const HEAD = /^% JabRef, as of (\S+)\n/;

/** The ids of the libraries that are open in JabRef. */
export async function jabrefLibraries(jabref: LocalConnection, signal: AbortSignal): Promise<string[]> {
  const answer = ofJabref(await jabref.send({ path: '/libraries' }, signal)).json();
  if (!Array.isArray(answer)) throw new LocalFailure('unreadable');
  return answer.map((each) => text(each) ?? text(members(each).id)).filter((id) => id !== undefined);
}

/** The entries of a library as BibTeX; also where they come one by one, in JSON. */
async function jabrefEntries(jabref: LocalConnection, id: string, signal: AbortSignal): Promise<string> {
  const path = `/libraries/${encodeURIComponent(id)}`;
  const headers = { Accept: `${BIBTEX}, application/json;q=0.5` };
  const entries = await jabref.send({ path: `${path}/entries`, headers }, signal);
  // Before it had the entries apart, the library itself was given.
  const answer = ofJabref(entries.status === 404 ? await jabref.send({ path, headers }, signal) : entries);
  const bibtex = /^\s*[[{]/.test(answer.text) ? entriesOf(answer.json()) : answer.text;
  if (bibtex === undefined || !/^\s*(?:[%@]|$)/.test(bibtex)) throw new LocalFailure('unreadable');
  return bibtex;
}

function entriesOf(value: unknown): string | undefined {
  const entries = Array.isArray(value) ? (value as unknown[]) : list(members(value).entries);
  const texts = entries.map((entry) => text(members(entry).bibtex));
  return texts.length > 0 && texts.every((each) => each !== undefined) ? `${texts.join('\n\n')}\n` : undefined;
}

function ofJabref(answer: LocalAnswer): LocalAnswer {
  if (answer.header('x-zotero-version') !== undefined) throw new LocalFailure('other-program', { program: 'Zotero' });
  if (answer.status === 404) throw new LocalFailure('not-found', { status: 404 });
  if (answer.status !== 200) throw new LocalFailure('server', { status: answer.status });
  return answer;
}
