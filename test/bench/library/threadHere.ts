import { crc32 } from '#platform/checksum';
import { compress } from '#platform/compression';
import { serveCalls, type WorkerPort } from '../../../src/base/workerCalls';
import { movableBuffers, type ReadingCalls } from '../../../src/library/reading/protocol';
import { ReadingServer } from '../../../src/library/reading/server';

/** The reading thread's work done by this thread, so that the clock of one thread tells all of it; messages are copied as between threads. */
export function threadHere(): WorkerPort {
  let toServer: (message: unknown) => void = () => {};
  let toClient: (message: unknown) => void = () => {};
  const server = new ReadingServer({
    checksum: crc32,
    compress,
    readFile: () => Promise.resolve(new Uint8Array()),
    replaceFile: () => Promise.resolve(),
  });
  serveCalls<ReadingCalls>(
    {
      postMessage: (message) => toClient(structuredClone(message)),
      onMessage: (listener) => (toServer = listener),
    },
    server.handlers(),
    movableBuffers,
  );
  return {
    postMessage: (message) => toServer(structuredClone(message)),
    onMessage: (listener) => (toClient = listener),
    onExit: () => {},
    terminate: () => {},
  };
}
