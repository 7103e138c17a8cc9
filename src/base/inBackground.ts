/** Told what went wrong in work that nobody waits for. */
type FailureListener = (error: unknown) => void;

let listener: FailureListener | undefined;

/**
 * Lets work go on that nobody waits for. What goes wrong in it is told once, to the listener of `onBackgroundFailure`; in a thread, which
 * has none, it ends the thread as any failure does that nobody handles.
 */
export function inBackground(work: PromiseLike<unknown> | undefined): void {
  if (listener) work?.then(undefined, (error: unknown) => listener?.(error));
}

/** Has failures of work in the background told, in the place of who was told before; returns how to stop that. */
export function onBackgroundFailure(tell: FailureListener): () => void {
  listener = tell;
  return () => {
    if (listener === tell) listener = undefined;
  };
}
