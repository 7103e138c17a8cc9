import { serveCalls, type WorkerPort } from '../../base/workerCalls';
import type { FileUri, HostFiles } from '../hostFiles';
import { ENDED, portOf, type FileCalls } from './channel';

/** The folder of the scripts of threads, in the extension's. */
export const SCRIPTS = 'dist/web';

/** How a thread is told of a file; undefined where it cannot read it. */
export function nameForThreads(uri: FileUri): string | undefined {
  return uri.toString();
}

/**
 * Starts a thread that runs a bundled script, given by the name that threads know it by. Its files come through the
 * extension host. Messages that are sent before it is up wait for it.
 */
export function startThread(script: string, files: HostFiles): WorkerPort {
  const calls = new MessageChannel();
  const fileCalls = new MessageChannel();
  serveCalls<FileCalls>(
    portOf(fileCalls.port1),
    {
      read: async ({ uri }) => ownBuffer(await files.read(uri)),
      replace: async ({ uri, bytes }) => {
        await files.replace(uri, bytes);
        return undefined;
      },
    },
    (reply) => (reply instanceof Uint8Array ? [reply.buffer as ArrayBuffer] : []),
  );
  const thread = new Thread([calls.port2, fileCalls.port2]);
  files.read(script).then(
    (bytes) => thread.run(bytes),
    (error: unknown) => thread.end(asError(error)),
  );
  return {
    ...portOf(calls.port1),
    onExit: (listener) => thread.onExit(listener),
    terminate: () => {
      thread.end();
      calls.port1.close();
      fileCalls.port1.close();
    },
  };
}

/** A web worker that is started when its script is there. */
class Thread {
  readonly #channels: MessagePort[];
  readonly #listeners: ((reason?: Error) => void)[] = [];
  #worker: Worker | undefined;
  #ended = false;

  constructor(channels: MessagePort[]) {
    this.#channels = channels;
  }

  run(script: Uint8Array): void {
    if (this.#ended) return;
    // VS Code starts no worker from an extension's address, but from one of these bytes.
    const address = URL.createObjectURL(new Blob([ownBuffer(script)], { type: 'text/javascript' }));
    const worker = (this.#worker = new Worker(address));
    worker.onerror = (event) => this.end(new Error(event.message));
    worker.onmessage = ({ data }) => {
      // The script is fetched by then.
      URL.revokeObjectURL(address);
      if (data === ENDED) this.end();
    };
    worker.postMessage(undefined, this.#channels);
  }

  onExit(listener: (reason?: Error) => void): void {
    this.#listeners.push(listener);
  }

  end(reason?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#worker?.terminate();
    for (const listener of this.#listeners) listener(reason);
  }
}

/** The bytes in a buffer that is theirs alone, so that it can be moved to another thread. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const isWhole = bytes.byteLength === bytes.buffer.byteLength;
  return isWhole && bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
