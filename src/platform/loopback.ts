/** Something to ask a program on this machine for. */
export interface LoopbackRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** So long nothing may come, in milliseconds. */
  readonly timeOut: number;
  /** The most bytes that the answer may have. */
  readonly largest: number;
  readonly signal: AbortSignal;
}

/** What the program answered; names of headers in lower case. */
export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** Asks a program on this machine. Rejects with a `LoopbackError`. */
export type Loopback = (request: LoopbackRequest) => Promise<LoopbackAnswer>;

/** Why there is no answer: nobody listens, too slow, ended within the answer, too long, given up, or no such host. */
export type LoopbackCode = 'nobody' | 'timed-out' | 'cut-off' | 'too-large' | 'cancelled' | 'no-way';

export class LoopbackError extends Error {
  readonly code: LoopbackCode;

  constructor(code: LoopbackCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
