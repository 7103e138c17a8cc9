/** Why a program on this machine that keeps a library gave no answer that can be used. */
export type LocalFailureCode =
  /** From here no program of the user's machine can be asked: the extension runs in a browser. */
  | 'out-of-reach'
  | 'not-running'
  /** Another program answers on its port. */
  | 'other-program'
  /** The user has not allowed other programs to ask it. */
  | 'api-off'
  /** It does not know this way of asking: it is too old. */
  | 'too-old'
  | 'timed-out'
  /** It ended within its answer. */
  | 'cut-off'
  /** What it answers is not what it documents. */
  | 'unreadable'
  | 'too-large'
  | 'cancelled'
  /** There is no such library, collection, search or item any more. */
  | 'not-found'
  /** The user, or the program, does not allow it. */
  | 'denied'
  /** The library can only be read. */
  | 'read-only'
  /** The permission counts no more: it was for one time, or taken back. */
  | 'key-refused'
  /** The permission is another program's, or that of another database: another profile, or one restored. */
  | 'other-server'
  /** It was changed there meanwhile. */
  | 'conflict'
  | 'too-many'
  | 'server';

export interface LocalFailureDetails {
  readonly status?: number;
  /** The other program, where it says who it is. */
  readonly program?: string;
  /** How long it wants to be left alone, in seconds. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** A local program gave no answer that can be used. Its message is for the log; users are told by the code. */
export class LocalFailure extends Error {
  readonly code: LocalFailureCode;
  readonly details: LocalFailureDetails;

  constructor(code: LocalFailureCode, details: LocalFailureDetails = {}) {
    const { status, cause } = details;
    super(`${code}${status === undefined ? '' : ` (${status})`}`, { cause });
    this.code = code;
    this.details = details;
  }
}

/** Failures that say that nobody can be asked now: what was last known stays. */
const AWAY: ReadonlySet<string> = new Set<LocalFailureCode>([
  'out-of-reach',
  'not-running',
  'other-program',
  'api-off',
  'timed-out',
  'cut-off',
]);

/** Whether the program cannot be asked at all now. */
export function isAway(error: unknown): boolean {
  return error instanceof LocalFailure && AWAY.has(error.code);
}
