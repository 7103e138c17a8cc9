import { OnlineFailure } from '../failure';
import type { ServiceId } from '../services';

/** What a service answered. */
export interface Answer {
  readonly service: ServiceId;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** The media type in lower case, without parameters. */
  readonly mediaType: string;
  readonly text: string;
  /** The file that was wanted; there is no text then. */
  readonly bytes?: Uint8Array;
  /** The validator of this version of it (RFC 9110, 8.8.3). */
  readonly etag?: string;
  /** What the caller has kept is still so; there is no text then. */
  readonly isUnchanged?: true;
}

/** The JSON of an answer. Throws a failure for a web page, and for what is no JSON. */
export function jsonOf({ service, mediaType, text }: Answer): unknown {
  if (isWebPage(mediaType, text)) throw new OnlineFailure('web-page', service);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new OnlineFailure('unreadable', service, { cause });
  }
}

/** Whether an answer is a page for people, where data was asked for. */
export function isWebPage(mediaType: string, text: string): boolean {
  return mediaType === 'text/html' || /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1000));
}
