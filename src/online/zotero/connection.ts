import { members } from '../shape';
import { LocalFailure, type LocalFailureCode } from './failure';

/** What is sent to a program, and what it answers, as `src/platform` does it. */
export type Send = (request: {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeOut: number;
  readonly largest: number;
  readonly signal: AbortSignal;
}) => Promise<{
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}>;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface LocalRequest {
  readonly method?: Method;
  /** Below the endpoint, with a slash before it, and already escaped. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The JSON that is sent. */
  readonly json?: unknown;
  /** A text that is sent. */
  readonly body?: string;
  /** So long it may say nothing, in milliseconds; it may wait for the user. */
  readonly timeOut?: number;
  /** Statuses that are no failure, besides those of success. */
  readonly accepts?: readonly number[];
}

export interface LocalAnswer {
  readonly status: number;
  readonly text: string;
  /** The value of a header, by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  /** The JSON of the answer; throws a failure for what is none. */
  readonly json: () => unknown;
}

const TIME_OUT = 30_000;
const LARGEST = 64_000_000;
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Words by which other programs that use Zotero's port tell who they are. */
const OTHERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/jabref/i, 'JabRef'],
  [/biblib/i, 'BibLib'],
];

/** One local program that keeps libraries, as it is asked over HTTP. */
export class LocalConnection {
  readonly #send: Send | undefined;
  readonly #endpoint: string;

  /**
   * @param send undefined where nothing can be sent to programs of this machine
   * @param endpoint where it listens: `http://127.0.0.1:23119`
   */
  constructor(send: Send | undefined, endpoint: string) {
    this.#send = send;
    this.#endpoint = endpoint.replace(/\/+$/, '');
  }

  /** Sends a request whoever answers. Rejects with a `LocalFailure` where nobody does. */
  async send(request: LocalRequest, signal: AbortSignal): Promise<LocalAnswer> {
    if (!this.#send) throw new LocalFailure('out-of-reach');
    const { method = 'GET', headers, json, body, timeOut = TIME_OUT } = request;
    const sent = json === undefined ? body : JSON.stringify(json);
    try {
      const answer = await this.#send({
        method,
        url: this.#url(request),
        // Zotero drops the connection where this is missing and something looks like a browser.
        headers: { 'Zotero-Allowed-Request': '1', Accept: '*/*', ...(json !== undefined && JSON_TYPE), ...headers },
        body: sent,
        timeOut,
        largest: LARGEST,
        signal,
      });
      const header = (name: string) => answer.headers[name];
      return { status: answer.status, text: answer.text, header, json: () => parsed(answer.text) };
    } catch (error) {
      throw signal.aborted ? new LocalFailure('cancelled') : asFailure(error);
    }
  }

  /** The same for Zotero: another program that answers is a failure, as is every status but success and those accepted. */
  async ask(request: LocalRequest, signal: AbortSignal): Promise<LocalAnswer> {
    const answer = await this.send(request, signal);
    if (answer.header('x-zotero-version') === undefined) {
      throw new LocalFailure('other-program', { program: await this.#program(answer, signal) });
    }
    const { status } = answer;
    if ((status >= 200 && status < 300) || request.accepts?.includes(status)) return answer;
    throw new LocalFailure(codeOf(answer), { status, retryAfter: seconds(answer.header('retry-after')) });
  }

  /** Zotero's version, as it states it. Rejects where it is not Zotero that answers. */
  async version(signal: AbortSignal): Promise<string> {
    const answer = await this.ask({ path: '/connector/ping', accepts: [400, 403, 404, 500, 501] }, signal);
    return answer.header('x-zotero-version') ?? '';
  }

  /** Who it is that answers in Zotero's place, where it tells. */
  async #program(answer: LocalAnswer, signal: AbortSignal): Promise<string | undefined> {
    const told = nameIn(answer);
    if (told !== undefined) return told;
    const libraries = await this.send({ path: '/libraries', timeOut: 3000 }, signal).catch(() => undefined);
    if (libraries === undefined) return undefined;
    return nameIn(libraries) ?? (libraries.status === 200 && /^\s*\[/.test(libraries.text) ? 'JabRef' : undefined);
  }

  #url({ path, query }: LocalRequest): URL {
    if (!/^http:\/\//i.test(this.#endpoint) || !URL.canParse(this.#endpoint + path))
      throw new LocalFailure('not-running');
    const url = new URL(this.#endpoint + path);
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }
}

function nameIn({ header, text }: LocalAnswer): string | undefined {
  const said = `${header('server') ?? ''} ${header('x-powered-by') ?? ''} ${text.slice(0, 2000)}`;
  return OTHERS.find(([sign]) => sign.test(said))?.[1];
}

/** What Zotero means by a status (`server_localAPI.js`; Zotero Web API v3, "Write Requests"). */
function codeOf({ status, text }: LocalAnswer): LocalFailureCode {
  switch (status) {
    case 401:
      return 'key-refused';
    case 403:
      if (/not enabled/i.test(text)) return 'api-off';
      return /write access/i.test(text) ? 'read-only' : 'denied';
    case 404:
      return /no endpoint/i.test(text) ? 'too-old' : 'not-found';
    case 405:
    case 501:
      return 'too-old';
    case 409:
      return 'conflict';
    // What it was to be made sure of by was missing, or did not hold.
    case 412:
    case 428:
      return /server/i.test(text) ? 'other-server' : 'conflict';
    case 413:
      return 'too-large';
    case 429:
      return 'too-many';
    default:
      return 'server';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new LocalFailure('unreadable', { cause });
  }
}

/** By the codes of `src/platform/loopback.ts`. */
const CODES: Readonly<Record<string, LocalFailureCode | undefined>> = {
  nobody: 'not-running',
  'no-way': 'not-running',
  'timed-out': 'timed-out',
  'cut-off': 'cut-off',
  'too-large': 'too-large',
  cancelled: 'cancelled',
};

function asFailure(cause: unknown): LocalFailure {
  if (cause instanceof LocalFailure) return cause;
  return new LocalFailure(CODES[String(members(cause).code)] ?? 'not-running', { cause });
}

function seconds(header: string | undefined): number | undefined {
  const value = Number(header);
  return header !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}
