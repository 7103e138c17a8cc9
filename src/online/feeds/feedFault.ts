import { OnlineFailure, type FailureCode } from '../failure';
import type { ServiceId } from '../services';

/** What came in place of a feed. */
export type FeedFaultKind =
  | 'web-page'
  | 'json'
  /** XML that is well-formed and no feed. */
  | 'other-xml'
  /** XML that is not well-formed. */
  | 'broken'
  /** It ends within an element. */
  | 'cut-off'
  /** Entities of its own, which could grow without end. */
  | 'definitions'
  | 'empty'
  /** None of these. */
  | 'unknown';

/** Why an answer is no feed: the cause of a failure. */
export class FeedFault extends Error {
  constructor(readonly kind: FeedFaultKind) {
    super(`no feed: ${kind}`);
  }
}

const CODES: Readonly<Partial<Record<FeedFaultKind, FailureCode>>> = { 'web-page': 'web-page', 'cut-off': 'cut-off' };

export function feedFailure(kind: FeedFaultKind, service: ServiceId): OnlineFailure {
  return new OnlineFailure(CODES[kind] ?? 'unreadable', service, { cause: new FeedFault(kind) });
}
