import type { ReplyPort, WorkerPort } from '../../base/workerCalls';

/** One end of a message channel, for whoever answers calls or makes them. */
export function portOf(port: MessagePort): ReplyPort & WorkerPort {
  return {
    postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }) => listener(data));
      port.start();
    },
    onExit: () => {},
    terminate: () => port.close(),
  };
}

/** What a thread asks of the extension host's files. */
export type FileCalls = {
  read: { request: { readonly uri: string }; reply: Uint8Array };
  replace: { request: { readonly uri: string; readonly bytes: Uint8Array }; reply: undefined };
};

/** What a thread says that ends. */
export const ENDED = 'ended';
