import { inBackground } from '../../base/inBackground';
import type { ReplyPort } from '../../base/workerCalls';
import { ENDED, portOf } from './channel';

/* What the entries of worker threads need. */

declare const self: DedicatedWorkerGlobalScope;

let ended = false;

/** The channels to whoever started this thread: for calls, and for files. */
export const channels = new Promise<readonly [calls: MessagePort, files: MessagePort]>((resolve) => {
  self.addEventListener(
    'message',
    ({ ports: [calls, files] }) => {
      resolve([calls, files]);
      self.postMessage('started');
    },
    { once: true },
  );
});

/** The port to whoever started this thread. */
export function portOfThread(): ReplyPort {
  let open: ReplyPort | undefined;
  const port = channels.then(([calls]) => (open = portOf(calls)));
  return {
    postMessage: (message, transfer) => {
      if (ended) return;
      // At once where that can be: what a long work tells on its way would otherwise wait for its end.
      if (open) open.postMessage(message, transfer);
      else inBackground(port.then((calls) => calls.postMessage(message, transfer)));
    },
    onMessage: (listener) => inBackground(port.then((calls) => calls.onMessage(listener))),
  };
}

/** Ends this thread as one that cannot go on. */
export function endThread(): never {
  ended = true;
  self.postMessage(ENDED);
  self.close();
  throw new Error('This thread has ended');
}

/** Lets what waits for this thread be done. Timers would make a long work wait for four milliseconds each time. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Browsers collect garbage by themselves, also that of a thread without work. */
export function collectGarbage(): void {}
