import { serveCalls, type CallHandlers, type CallMap, type WorkerPort } from '../../../src/base/workerCalls';

/** A thread's work done by this thread, with messages copied as between threads. It ends when its work says so, or when it is ended. */
export function portHere<Calls extends CallMap>(handlersOf: (end: () => void) => CallHandlers<Calls>): WorkerPort {
  let toServer: (message: unknown) => void = () => {};
  let toClient: (message: unknown) => void = () => {};
  let exit: () => void = () => {};
  let isAlive = true;
  const end = () => {
    isAlive = false;
    exit();
  };
  serveCalls<Calls>(
    {
      postMessage: (message) => queueMicrotask(() => isAlive && toClient(structuredClone(message))),
      onMessage: (listener) => (toServer = listener),
    },
    handlersOf(end),
  );
  return {
    postMessage: (message) => queueMicrotask(() => isAlive && toServer(structuredClone(message))),
    onMessage: (listener) => (toClient = listener),
    onExit: (listener) => (exit = listener),
    terminate: () => (isAlive = false),
  };
}
