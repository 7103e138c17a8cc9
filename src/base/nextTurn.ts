const { setImmediate: immediately } = globalThis as { setImmediate?: (run: () => void) => void };

/**
 * Resolves after the event loop has run: what came in from files, sockets and threads is heard first. Node has immediates for
 * that. Timers would not do there: where several works wait by them, and each holds the loop for longer than a timer takes,
 * Node goes from one to the next and never listens. Browsers let others in between any two timers.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (immediately) immediately(resolve);
    else setTimeout(resolve, 0);
  });
}
