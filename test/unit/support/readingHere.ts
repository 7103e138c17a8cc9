import { crc32 } from '#platform/checksum';
import { compress, decompress } from '#platform/compression';
import { type Clock, SYSTEM_CLOCK } from '../../../src/base/clock';
import { serveCalls } from '../../../src/base/workerCalls';
import { ReadingClient } from '../../../src/library/reading/client';
import { movableBuffers, type ReadingCalls } from '../../../src/library/reading/protocol';
import { ReadingServer } from '../../../src/library/reading/server';

interface Here {
  /** Sources that the thread comes to no end with, and those that it breaks of. */
  readonly hangs?: string;
  readonly dies?: string;
  /** A source over which others end the thread, so many times. */
  readonly killed?: { readonly uri: string; times: number };
  readonly clock?: Clock;
  readonly started?: () => void;
  /** Called when a reading hangs, with what tells that it made progress. */
  readonly onStuck?: (report: () => void) => void;
}

/** A reading client whose thread runs here, without files of its own. */
export function readingHere({
  hangs,
  dies,
  killed,
  clock = SYSTEM_CLOCK,
  started = () => {},
  onStuck = () => {},
}: Here = {}): ReadingClient {
  const noFiles = () => Promise.reject(new Error('There are no files here'));
  const start = () => {
    started();
    let toServer: (message: unknown) => void = () => {};
    let toClient: (message: unknown) => void = () => {};
    let exit: (reason?: Error) => void = () => {};
    let isAlive = true;
    const server = new ReadingServer({ checksum: crc32, compress, readFile: noFiles, replaceFile: noFiles });
    serveCalls<ReadingCalls>(
      {
        postMessage: (message) => queueMicrotask(() => isAlive && toClient(message)),
        onMessage: (listener) => (toServer = listener),
      },
      server.handlers(),
      movableBuffers,
    );
    let isStuck = false;
    const deliver = (message: unknown) => {
      if (!isAlive || isStuck) return;
      const { call, request } = message as { call: number; request: { uri: string } };
      const { uri } = request;
      const isKilled = uri === killed?.uri && killed.times-- > 0;
      isStuck = uri === hangs || uri === dies || isKilled;
      if (!isStuck) return toServer(message);
      if (uri === hangs) onStuck(() => toClient({ call, progress: true }));
      // What it was asked for before is answered by then.
      if (isKilled) setImmediate(() => exit());
      if (uri === dies) setImmediate(() => exit(new Error('out of memory')));
    };
    return {
      postMessage: (message: unknown) => queueMicrotask(() => deliver(message)),
      onMessage: (listener: (message: unknown) => void) => (toClient = listener),
      onExit: (listener: (reason?: Error) => void) => (exit = listener),
      terminate: () => (isAlive = false),
    };
  };
  return new ReadingClient(start, decompress, undefined, clock);
}
