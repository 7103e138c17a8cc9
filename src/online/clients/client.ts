import type { Description, Found, Identifier, IdentifierKind } from '../found';
import { isFailure, type FailureCode, type OnlineFailure } from '../failure';
import { jsonOf, type Answer } from '../requests/answer';
import type { Requester } from '../requests/requester';
import { webAddress, type OnlineRequest } from '../requests/request';
import type { ServiceId } from '../services';

/** Failures of the service itself, whatever it is asked for. */
const SILENT: ReadonlySet<FailureCode> = new Set(['timed-out', 'offline', 'too-many']);
/** Whoever gave no answer so often in a row is not asked again. */
const MOST_SILENCES = 2;

/** The silence of a service up to now. */
interface Silence {
  readonly times: number;
  readonly last: OnlineFailure;
}

/** Asks services on behalf of one command. One that gives no answer twice in a row is left out of the rest of it. */
export class Asking {
  readonly #requester: Requester;
  readonly #silences = new Map<string, Silence>();
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
  async answer(request: OnlineRequest): Promise<Answer> {
    const asked = `${request.service} ${webAddress(request.path)?.host ?? ''}`;
    const silence = this.#silences.get(asked);
    if (silence && silence.times >= MOST_SILENCES && !this.signal.aborted) throw silence.last;
    try {
      const answer = await this.#requester.send(request, this.signal);
      this.#silences.delete(asked);
      return answer;
    } catch (error) {
      const isSilent = isFailure(error) && SILENT.has(error.code);
      if (isSilent) this.#silences.set(asked, { times: (this.#silences.get(asked)?.times ?? 0) + 1, last: error });
      else this.#silences.delete(asked);
      throw error;
    }
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
