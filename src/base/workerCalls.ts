import { inBackground } from './inBackground';
/** A worker thread as the code that talks to it needs it; the shell adapts Node's `Worker` to it. */
export interface WorkerPort {
  /** Sends a message; the listed buffers move to the other thread instead of being copied. */
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The worker ended or cannot go on, with the reason where it broke by itself. May be called more than once. */
  onExit(listener: (reason?: Error) => void): void;
  terminate(): void;
}

/** The calls that a worker answers: by name, what is asked and what is answered. All values must be cloneable. */
export type CallMap = Record<string, { request: unknown; reply: unknown }>;

/** A call on its way to the worker. */
interface CallMessage {
  readonly call: number;
  readonly name: string;
  readonly request: unknown;
}

/** The answer to the call of the same number, or that there is progress on the way to it. */
type ReplyMessage =
  | { readonly call: number; readonly reply: unknown }
  | { readonly call: number; readonly error: string }
  | { readonly call: number; readonly progress: true };

/** The worker ended before it answered. The call may be made again on a new worker. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';

  /** @param isOwn whether it broke by itself, at a limit of its own or an error; others have ended it else */
  constructor(
    message: string,
    readonly isOwn = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The worker answered that it could not do what was asked. */
export class WorkerCallFailed extends Error {
  override readonly name = 'WorkerCallFailed';
}

/** How a call is made. */
export interface CallOptions {
  /** The buffers that move to the worker. */
  readonly transfer?: readonly ArrayBuffer[];
  /** Called while the worker is at it, as often as what answers there reports progress. */
  readonly onProgress?: () => void;
}

interface Pending {
  readonly onProgress?: () => void;
  readonly resolve: (reply: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Calls into one worker. Once the worker is dead, all pending and all later calls reject with `WorkerDied`. */
export class WorkerCalls<Calls extends CallMap> {
  readonly #port: WorkerPort;
  readonly #pending = new Map<number, Pending>();
  #lastCall = 0;
  #death: WorkerDied | undefined;

  constructor(port: WorkerPort) {
    this.#port = port;
    port.onMessage((message) => this.#settle(message as ReplyMessage));
    port.onExit((reason) => this.#die(reason?.message ?? 'The worker ended', reason !== undefined));
  }

  get dead(): boolean {
    return this.#death !== undefined;
  }

  call<Name extends keyof Calls & string>(
    name: Name,
    request: Calls[Name]['request'],
    { transfer, onProgress }: CallOptions = {},
  ): Promise<Calls[Name]['reply']> {
    if (this.#death) return Promise.reject(this.#death);
    const call = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve, reject, onProgress });
      try {
        this.#port.postMessage({ call, name, request } satisfies CallMessage, transfer);
      } catch (error) {
        this.#pending.delete(call);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  /** Ends the worker; what is pending rejects. */
  end(): void {
    this.#die('The worker was ended');
    this.#port.terminate();
  }

  #settle(message: ReplyMessage): void {
    const pending = this.#pending.get(message.call);
    if (!pending) return;
    if ('progress' in message) return pending.onProgress?.();
    this.#pending.delete(message.call);
    if ('error' in message) pending.reject(new WorkerCallFailed(message.error));
    else pending.resolve(message.reply);
  }

  #die(reason: string, isOwn = false): void {
    this.#death ??= new WorkerDied(reason, isOwn);
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(this.#death);
  }
}

/**
 * What answers the calls inside the worker. Each may return a promise, and report progress until then, which arrives while it
 * works; what it throws becomes a `WorkerCallFailed`.
 */
export type CallHandlers<Calls extends CallMap> = {
  readonly [Name in keyof Calls]: (
    request: Calls[Name]['request'],
    report?: () => void,
  ) => Calls[Name]['reply'] | Promise<Calls[Name]['reply']>;
};

/** The worker's side of the channel. */
export interface ReplyPort {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Answers the calls that arrive at a port. The buffers that `buffersOf` names move with the reply. */
export function serveCalls<Calls extends CallMap>(
  port: ReplyPort,
  handlers: CallHandlers<Calls>,
  buffersOf: (reply: unknown) => readonly ArrayBuffer[] = () => [],
): void {
  const answer = async ({ call, name, request }: CallMessage): Promise<void> => {
    try {
      const report = () => port.postMessage({ call, progress: true } satisfies ReplyMessage, []);
      const reply = await handlers[name](request, report);
      port.postMessage({ call, reply }, buffersOf(reply));
    } catch (error) {
      port.postMessage({ call, error: error instanceof Error ? error.message : String(error) }, []);
    }
  };
  port.onMessage((message) => inBackground(answer(message as CallMessage)));
}
