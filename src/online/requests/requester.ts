import type { Clock } from '../../base/clock';
import { OnlineFailure } from '../failure';
import { SERVICES, type ServiceId } from '../services';
import type { Answer } from './answer';
import { AnswerCache } from './answerCache';
import { bodyFile, bodyText, mediaTypeOf } from './body';
import { mailtoOf } from './credentials';
import { HostQueue, HostRests, waitFor, type Pace } from './hostQueue';
import { retryAfter, statedGap, usedUpFor } from './rateHeaders';
import {
  addressOf,
  isLoopback,
  mayFollow,
  mayGiveFile,
  webAddress,
  type OnlineRequest,
  type OnlineSettings,
} from './request';

/** What requests need of the machine. */
export interface RequesterParts {
  /** The `fetch` of the extension host, which obeys the user's proxy. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  /** The time of day in milliseconds. */
  readonly today: () => number;
  readonly settings: () => OnlineSettings;
  /** What the extension calls itself, with where it can be found. */
  readonly agent: string;
  /** Keeps the windows of one user from asking twice as often as one may, or who wants to be left alone. */
  readonly pace?: Pace;
  /** Told of every request, without the user's keys. */
  readonly log?: (line: string) => void;
  /** The gap between two requests; that of the service where it is left out. */
  readonly gap?: (service: ServiceId, url: URL) => number;
}

/** So long an answer may take, in milliseconds; a file until something more of it comes. */
const TIME_OUT = 20_000;
/** So long a file may take as a whole. */
const FILE_TIME_OUT = 15 * 60_000;
/** So many bytes an answer may have, unless the request says more. */
const LARGEST = 4_000_000;
const MOST_TRIES = 3;
const MOST_REDIRECTS = 5;
/** Nobody waits longer than this for one answer, in seconds: then the service's own pause is told. */
const PATIENCE = 20;

/** Failures that may be over in a moment. */
const PASSING: ReadonlySet<string> = new Set(['too-many', 'server', 'cut-off']);

/** The one way in which services are asked: with limits of time, size and rate, and with a memory. */
export class Requester {
  readonly #parts: RequesterParts;
  readonly #cache: AnswerCache;
  readonly #queues = new Map<string, HostQueue>();

  constructor(parts: RequesterParts) {
    this.#parts = parts;
    this.#cache = new AnswerCache(parts.clock);
  }

  /** Whether a service may be asked at all. */
  allows(service: ServiceId): boolean {
    const { enabled, services } = this.#parts.settings();
    return enabled && services.includes(service);
  }

  get settings(): OnlineSettings {
    return this.#parts.settings();
  }

  /** The answer to a request. Rejects with an `OnlineFailure`, whatever happens. */
  async send(request: OnlineRequest, signal: AbortSignal): Promise<Answer> {
    const { service } = request;
    if (!this.allows(service)) throw new OnlineFailure('disabled', service);
    const endpoint = this.#endpointOf(service);
    const url = addressOf(request, endpoint);
    if (!url || (request.file && !mayGiveFile(url, endpoint))) throw new OnlineFailure('astray', service);
    for (let tries = 1; ; tries++) {
      try {
        return await this.#ask(request, url, signal);
      } catch (error) {
        const failure = signal.aborted ? new OnlineFailure('cancelled', service) : asFailure(error, service);
        const wait = failure.retryAfter ?? 2 ** (tries - 1);
        if (!PASSING.has(failure.code) || tries === MOST_TRIES || wait > PATIENCE) throw failure;
        await waitFor(wait * 1000, this.#parts.clock, signal).catch(() => {
          throw new OnlineFailure('cancelled', service);
        });
      }
    }
  }

  async #ask(request: OnlineRequest, url: URL, signal: AbortSignal): Promise<Answer> {
    const { service, kept } = request;
    const isRead = request.post === undefined && kept === undefined && request.file === undefined;
    const memory = `${request.accept ?? ''} ${url.href}`;
    const known = isRead && !request.isFresh ? this.#cache.fresh(memory) : undefined;
    if (known) return known;
    let at = url;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const queue = this.#queue(at);
      const headers = isRead ? this.#cache.conditions(memory) : conditionsOf(kept);
      const answer = await queue.run(this.#gap(service, at), signal, () =>
        this.#exchange(request, at, headers, queue, signal),
      );
      if ('to' in answer) {
        if (!mayFollow(at, answer.to) || (request.file && !mayGiveFile(answer.to, this.#endpointOf(service)))) break;
        at = answer.to;
      } else if ('unchanged' in answer) {
        const same = isRead ? this.#cache.confirmed(memory) : undefined;
        if (same) return same;
        if (kept?.etag === undefined) throw new OnlineFailure('unreadable', service, { status: 304 });
        return { service, url: at.href, mediaType: '', text: '', etag: kept.etag, isUnchanged: true };
      } else {
        if (isRead) this.#cache.keep(memory, answer.answer, answer.headers);
        return answer.answer;
      }
    }
    throw new OnlineFailure('astray', service);
  }

  /** One request and its answer on the wire. */
  async #exchange(
    request: OnlineRequest,
    url: URL,
    conditions: Readonly<Record<string, string>>,
    queue: HostQueue,
    signal: AbortSignal,
  ): Promise<{ to: URL } | { unchanged: true } | { answer: Answer; headers: Headers }> {
    const { service } = request;
    const { clock, log } = this.#parts;
    const watch = new AbortController();
    const giveUp = () => watch.abort(new OnlineFailure('cancelled', service));
    signal.addEventListener('abort', giveUp, { once: true });
    const end = clock.now() + FILE_TIME_OUT;
    const timeOut = () =>
      clock.after(Math.min(TIME_OUT, end - clock.now()), () => watch.abort(new OnlineFailure('timed-out', service)));
    let stop = timeOut();
    const came = () => {
      stop();
      stop = timeOut();
    };
    try {
      const response = await this.#fetch(request, url, conditions, watch.signal);
      log?.(`${request.post === undefined ? 'GET' : 'POST'} ${shown(url)} ${response.status}`);
      await this.#heed(response, queue, watch.signal);
      if (response.status === 304) return { unchanged: true };
      const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (to !== null) {
        await response.body?.cancel();
        const next = webAddress(to, url);
        if (!next) throw new OnlineFailure('astray', service);
        return { to: next };
      }
      if (!response.ok) {
        await response.body?.cancel().catch(() => undefined);
        throw this.#refusal(response, service);
      }
      const body = await this.#body(request, response, came).catch((cause: unknown) => {
        throw cause instanceof OnlineFailure || watch.signal.aborted
          ? cause
          : new OnlineFailure('cut-off', service, { cause });
      });
      const etag = response.headers.get('etag') ?? undefined;
      const answer = { service, url: url.href, mediaType: mediaTypeOf(response), etag, ...body };
      return { answer, headers: response.headers };
    } catch (error) {
      if (watch.signal.aborted) throw watch.signal.reason;
      throw error;
    } finally {
      stop();
      signal.removeEventListener('abort', giveUp);
    }
  }

  /** What a response brings. `came`: told whenever a part of a file has come. */
  async #body(
    { service, file, largest = LARGEST, textOf }: OnlineRequest,
    response: Response,
    came: () => void,
  ): Promise<Pick<Answer, 'text' | 'bytes'>> {
    if (!file) return { text: await bodyText(response, service, largest, textOf) };
    const progress = (bytes: number, of: number | undefined) => {
      came();
      file.progress?.(bytes, of);
    };
    return { text: '', bytes: await bodyFile(response, service, largest, { ...file, progress }) };
  }

  async #fetch(
    { service, accept = 'application/json', post, file }: OnlineRequest,
    url: URL,
    conditions: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Response> {
    const { email, keys } = this.settings;
    const agent =
      email === '' || file ? this.#parts.agent : this.#parts.agent.replace(/\)$/, `; mailto:${mailtoOf(email)})`);
    const home = webAddress(this.#endpointOf(service));
    const key = service === 'semanticscholar' && url.origin === home?.origin ? keys[service] : undefined;
    const init: RequestInit = {
      method: post === undefined ? 'GET' : 'POST',
      body: post === undefined ? undefined : JSON.stringify(post),
      headers: {
        Accept: accept,
        'User-Agent': agent,
        ...(post !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'x-api-key': key }),
        ...conditions,
      },
      redirect: 'manual',
      credentials: 'omit',
      signal,
    };
    const response = await this.#parts.fetch(url.href, init);
    // Browsers do not tell where a redirect leads; they follow it by rules of their own.
    return response.type === 'opaqueredirect' ? this.#parts.fetch(url.href, { ...init, redirect: 'follow' }) : response;
  }

  /** Does what the headers of an answer ask of those who ask again. */
  async #heed({ headers, status }: Response, queue: HostQueue, signal: AbortSignal): Promise<void> {
    const gap = statedGap(headers);
    if (gap !== undefined) queue.keepApart(gap);
    const pause = retryAfter(headers, this.#parts.today()) ?? usedUpFor(headers, this.#parts.today());
    if (pause !== undefined && pause > 0) await queue.pause({ ms: pause * 1000, status }, signal);
  }

  #refusal({ status, headers }: Response, service: ServiceId): OnlineFailure {
    const details = { status, retryAfter: retryAfter(headers, this.#parts.today()) };
    if (status === 404 || status === 410) return new OnlineFailure('not-found', service, details);
    if (status === 401 || status === 403) return new OnlineFailure('forbidden', service, details);
    if (status === 429) return new OnlineFailure('too-many', service, details);
    return new OnlineFailure(status >= 500 ? 'server' : 'refused', service, details);
  }

  #endpointOf(service: ServiceId): string {
    return this.settings.endpoints[service] ?? SERVICES[service].endpoint;
  }

  #gap(service: ServiceId, url: URL): number {
    // Who asks a mirror on the own machine need not spare it.
    return this.#parts.gap?.(service, url) ?? (isLoopback(url) ? 0 : SERVICES[service].gap);
  }

  #queue({ host }: URL): HostQueue {
    let queue = this.#queues.get(host);
    if (!queue)
      this.#queues.set(host, (queue = new HostQueue(host, this.#parts.clock, PATIENCE * 1000, this.#parts.pace)));
    return queue;
  }
}

/** The headers that ask whether what the caller has kept has changed. */
function conditionsOf(kept: OnlineRequest['kept']): Record<string, string> {
  return kept?.etag === undefined ? {} : { 'If-None-Match': kept.etag };
}

/** `fetch` says `TypeError: fetch failed` where no connection comes about. */
function asFailure(error: unknown, service: ServiceId): OnlineFailure {
  if (error instanceof HostRests) {
    const { ms, status } = error.rest;
    return new OnlineFailure(status >= 500 ? 'server' : 'too-many', service, { status, retryAfter: ms / 1000 });
  }
  return error instanceof OnlineFailure ? error : new OnlineFailure('offline', service, { cause: error });
}

/** An address for the log, without keys and e-mail. */
function shown(url: URL): string {
  const copy = new URL(url);
  for (const name of ['api_key', 'email', 'mailto']) if (copy.searchParams.has(name)) copy.searchParams.set(name, '…');
  return copy.href;
}
