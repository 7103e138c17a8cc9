import type { ServiceId } from '../services';

/** Something to ask a service for. */
export interface OnlineRequest {
  readonly service: ServiceId;
  /** Below the service's endpoint, with a slash before it, and already escaped; of a service without one the whole address. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** The media type that is wanted; JSON where it is left out. */
  readonly accept?: string;
  /** The JSON that is posted; without it the request is a GET. */
  readonly post?: unknown;
  /**
   * The caller keeps the answer itself: the memory of this session is neither used nor filled, and an answer that still has this ETag is not
   * sent again.
   */
  readonly kept?: { readonly etag?: string };
  /** The most bytes that its answer may have. */
  readonly largest?: number;
  /** Whether the service is asked even where its answer is still remembered. */
  readonly isFresh?: boolean;
  /** Makes a text of the bytes of its answer and of the encoding that the service states; they are UTF-8 where it is left out. */
  readonly textOf?: (bytes: Uint8Array, charset: string | undefined) => string;
  /** A file is wanted. */
  readonly file?: FileWanted;
}

/**
 * A file in place of a text. It comes over protected connections alone, save from the user's own endpoint, may take its time as long as
 * something comes, and is not remembered. Who gives it is not told whom the user is.
 */
export interface FileWanted {
  /** Whether its first bytes, at least 16 of them where it has so many, are those of such a file. The rest of any other is not read. */
  readonly begins: (start: Uint8Array) => boolean;
  /** Told how many bytes have come, and of how many where that is stated. */
  readonly progress?: (bytes: number, of: number | undefined) => void;
}

/** What the user has set about services. */
export interface OnlineSettings {
  readonly enabled: boolean;
  readonly services: readonly ServiceId[];
  /** Where services are asked instead of at their own endpoints. */
  readonly endpoints: Readonly<Partial<Record<ServiceId, string>>>;
  /** By which services can write to the user about the requests; empty for none. */
  readonly email: string;
  /** The user's own keys. */
  readonly keys: Readonly<Partial<Record<ServiceId, string>>>;
}

/** The address of a request. Undefined where the endpoint is no address of the web. */
export function addressOf({ path, query }: OnlineRequest, endpoint: string): URL | undefined {
  const whole = webAddress(path);
  if (endpoint === '') return whole;
  const base = webAddress(endpoint);
  if (!base) return undefined;
  const below = whole ? `${whole.pathname}${whole.search}` : path;
  const url = new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${below}`);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  }
  return url;
}

/** A text as an address of the web; undefined for any other. */
export function webAddress(text: string, base?: URL): URL | undefined {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Whether an address leads to this very machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** Addresses of this machine and of networks that are not the web's (RFC 1918, 3927, 4193, 4291). */
const INNER = /^(?:localhost|.*\.local|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|0\..*)$/;

/**
 * Whether a redirect may be followed: never from a protected connection to an open one, and never from the web into the user's own
 * network.
 */
export function mayFollow(from: URL, to: URL): boolean {
  if (from.protocol === 'https:' && to.protocol !== 'https:') return false;
  return isInner(from) || !isInner(to);
}

/** Whether a file may come from an address: from a protected one of the web, or from where the user has such files asked for. */
export function mayGiveFile(at: URL, endpoint: string): boolean {
  const own = webAddress(endpoint);
  if (own) return at.protocol === 'https:' || at.origin === own.origin;
  return at.protocol === 'https:' && !isInner(at);
}

/** Whether an address may be one of the user's own machine or network. */
export function isInner({ hostname }: URL): boolean {
  return INNER.test(hostname) || /^\[(?:::|f[cd]|fe[89ab])/i.test(hostname);
}
