import { compress, decompress } from '#platform/compression';
import { serveCalls } from '../../../src/base/workerCalls';
import { ReadingClient } from '../../../src/library/reading/client';
import { movableBuffers, type ReadingCalls } from '../../../src/library/reading/protocol';
import { ReadingServer } from '../../../src/library/reading/server';

/** A reading client whose thread runs here, without files of its own. */
export function readingHere(): ReadingClient {
  const noFiles = () => Promise.reject(new Error('There are no files here'));
  return new ReadingClient(() => {
    let toServer: (message: unknown) => void = () => {};
    let toClient: (message: unknown) => void = () => {};
    const server = new ReadingServer({ compress, readFile: noFiles, replaceFile: noFiles });
    serveCalls<ReadingCalls>(
      {
        postMessage: (message) => queueMicrotask(() => toClient(message)),
        onMessage: (listener) => (toServer = listener),
      },
      server.handlers(),
      movableBuffers,
    );
    return {
      postMessage: (message) => queueMicrotask(() => toServer(message)),
      onMessage: (listener) => (toClient = listener),
      onExit: () => {},
      terminate: () => {},
    };
  }, decompress);
}
