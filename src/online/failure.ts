import type { ServiceId } from './services';

/** Why a service gave no answer that can be used. */
export type FailureCode =
  /** The user has switched the network off, or this service. */
  | 'disabled'
  | 'cancelled'
  /** No connection came about. */
  | 'offline'
  | 'timed-out'
  /** 404 and 410: the service has no such thing. */
  | 'not-found'
  /** 401 and 403. */
  | 'forbidden'
  /** 429, after all the waiting that makes sense. */
  | 'too-many'
  /** Another 4xx. */
  | 'refused'
  /** 5xx. */
  | 'server'
  /** A web page in place of data, such as a network's page to log in. */
  | 'web-page'
  /** Data that is not what the service documents. */
  | 'unreadable'
  | 'too-large'
  /** The connection ended within the answer. */
  | 'cut-off'
  /** It redirects in circles, or to where nothing of ours should go. */
  | 'astray';

/** What more is known of a failure. */
export interface FailureDetails {
  readonly status?: number;
  /** How long the service wants to be left alone, in seconds. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A service gave no answer that can be used. Its message is for the log; users are told by the code. */
export class OnlineFailure extends Error {
  readonly code: FailureCode;
  readonly service: ServiceId;
  readonly status?: number;
  readonly retryAfter?: number;

  constructor(code: FailureCode, service: ServiceId, { status, retryAfter, cause }: FailureDetails = {}) {
    super(`${service}: ${code}${status === undefined ? '' : ` (${status})`}`, { cause });
    this.code = code;
    this.service = service;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Whether another service may still know what this one could not tell. Cancelling ends all asking. */
export function isFailure(error: unknown): error is OnlineFailure {
  return error instanceof OnlineFailure;
}

/** Whether an error says that the user gave up, or the network is off. */
export function endsAll(error: unknown): boolean {
  return error instanceof OnlineFailure && error.code === 'cancelled';
}
