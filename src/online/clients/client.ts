import type { Description, Found, Identifier, IdentifierKind } from '../found';
import { jsonOf, type Answer } from '../requests/answer';
import type { Requester } from '../requests/requester';
import type { OnlineRequest } from '../requests/request';
import type { ServiceId } from '../services';

/** Asks one service on behalf of one command. */
export class Asking {
  readonly #requester: Requester;
  readonly signal: AbortSignal;

  constructor(requester: Requester, signal: AbortSignal) {
    this.#requester = requester;
    this.signal = signal;
  }

  get email(): string {
    return this.#requester.settings.email;
  }

  key(service: ServiceId): string | undefined {
    return this.#requester.settings.keys[service];
  }

  /** The answer; rejects with an `OnlineFailure`. */
  answer(request: OnlineRequest): Promise<Answer> {
    return this.#requester.send(request, this.signal);
  }

  /** The answer's JSON; rejects with an `OnlineFailure`. */
  async json(request: OnlineRequest): Promise<unknown> {
    return jsonOf(await this.answer(request));
  }
}

/** One service. What it cannot do is left out. All its methods reject with an `OnlineFailure` where the service fails. */
export interface Client {
  readonly id: ServiceId;
  /** The kinds of identifiers that it can be asked by. */
  readonly kinds: readonly IdentifierKind[];
  /** The paper with an identifier; undefined where the service has none. */
  byId?(identifier: Identifier, asking: Asking): Promise<Found | undefined>;
  /** The papers that could be the described one, the likeliest first. */
  byDescription?(description: Description, asking: Asking): Promise<Found[]>;
  /** The papers found by words, the best first, at most `limit` of them, without the first `offset`. */
  search?(words: string, limit: number, offset: number, asking: Asking): Promise<Found[]>;
  /** Whether it can be searched with what the user has set, such as a key; where it is left out, it can. */
  canSearch?(asking: Asking): boolean;
  /** What a paper cites, as the service's own ids; undefined where it does not know the paper. */
  citedIds?(identifier: Identifier, asking: Asking): Promise<readonly string[] | undefined>;
  /** The papers with such ids. */
  byOwnIds?(ids: readonly string[], asking: Asking): Promise<ReadonlyMap<string, Found>>;
  /** The papers that cite one, without the first `offset`; undefined where the service does not know that one. */
  citing?(identifier: Identifier, limit: number, offset: number, asking: Asking): Promise<Found[] | undefined>;
}
